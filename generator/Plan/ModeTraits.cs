using System;

namespace PoolGen.Generator.Plan;

/// <summary>What the planner needs to know of a mode; one row per mode.</summary>
/// <param name="Idempotent">Whether combining an element twice changes nothing, so that taps may be repeated and shared freely.</param>
/// <param name="OrderMatters">Whether the result depends on the order of taps with fractions, unless the configuration allows reassociation.</param>
/// <param name="PropagatesNaN">Whether a NaN among the taps, where there can be one, must be kept by comparing, rather than by the arithmetic itself.</param>
/// <param name="Divides">Whether the combined taps are divided.</param>
/// <param name="TakesPowers">Whether taps are other numbers in registers than in memory, and no sum of them may go back there.</param>
internal sealed record ModeTraits(bool Idempotent, bool OrderMatters, bool PropagatesNaN, bool Divides, bool TakesPowers = false)
{
    /// <summary>The row of the mode of a configuration. A norm without end is a maximum.</summary>
    public static ModeTraits Of(PoolConfig config) => Of(config.Mode) is { TakesPowers: true } powers && float.IsPositiveInfinity(config.Norm!.Value)
        ? Of(PoolMode.Max) with { TakesPowers = powers.TakesPowers }
        : Of(config.Mode);

    /// <summary>The row of a mode.</summary>
    public static ModeTraits Of(PoolMode mode) => mode switch
    {
        PoolMode.Max or PoolMode.Min => new(Idempotent: true, OrderMatters: false, PropagatesNaN: true, Divides: false),
        PoolMode.Average => new(Idempotent: false, OrderMatters: true, PropagatesNaN: false, Divides: true),
        PoolMode.Sum => new(Idempotent: false, OrderMatters: true, PropagatesNaN: false, Divides: false),
        PoolMode.Lp => new(Idempotent: false, OrderMatters: true, PropagatesNaN: false, Divides: false, TakesPowers: true),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
