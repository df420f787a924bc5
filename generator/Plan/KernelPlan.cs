using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>How a kernel computes: everything that the emitter writes down, and nothing that it still has to decide.</summary>
internal sealed record KernelPlan
{
    /// <summary>What the kernel computes.</summary>
    public required PoolConfig Config { get; init; }

    /// <summary>The axes that are fixed at compile time.</summary>
    public required PoolFixedShape FixedShape { get; init; }

    /// <summary>The type of input and output elements.</summary>
    public required ElementType Element { get; init; }

    /// <summary>The plan in words, one sentence an entry, for the doc comment.</summary>
    public required EquatableArray<string> Remarks { get; init; }
}
