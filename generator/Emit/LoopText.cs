using System.Collections.Generic;

namespace PoolGen.Generator.Emit;

/// <summary>A loop around the loop over lanes: its header, and the statements at the start and at the end of its body.</summary>
internal sealed record LoopText(string Header, IReadOnlyList<string> Prelude, IReadOnlyList<string> End);
