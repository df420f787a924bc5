using System;

namespace PoolGen.Generator.Plan;

/// <summary>What the planner needs to know of a mode; one row per mode.</summary>
/// <param name="Idempotent">Whether combining an element twice changes nothing, so that taps may be repeated and shared freely.</param>
/// <param name="OrderMatters">Whether the result depends on the order of taps with fractions, unless the configuration allows reassociation.</param>
/// <param name="PropagatesNaN">Whether a NaN among the taps, where there can be one, must be kept by comparing, rather than by the arithmetic itself.</param>
/// <param name="Divides">Whether the combined taps are divided.</param>
internal sealed record ModeTraits(bool Idempotent, bool OrderMatters, bool PropagatesNaN, bool Divides)
{
    /// <summary>The row of a mode.</summary>
    public static ModeTraits Of(PoolMode mode) => mode switch
    {
        PoolMode.Max or PoolMode.Min => new(Idempotent: true, OrderMatters: false, PropagatesNaN: true, Divides: false),
        PoolMode.Average => new(Idempotent: false, OrderMatters: true, PropagatesNaN: false, Divides: true),
        PoolMode.Sum => new(Idempotent: false, OrderMatters: true, PropagatesNaN: false, Divides: false),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
