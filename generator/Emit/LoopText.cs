using System.Collections.Generic;

namespace PoolGen.Generator.Emit;

/// <summary>A loop around the loop over lanes: its header and the statements at the start of its body.</summary>
internal sealed record LoopText(string Header, IReadOnlyList<string> Prelude);
