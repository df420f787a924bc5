using System;

namespace PoolGen;

/// <summary>Which options have an effect on a mode; one row per mode.</summary>
/// <param name="Sums">Whether taps are added as they are, so that sums may be shared where their order is free.</param>
/// <param name="Divides">Whether the sum is divided and rounded.</param>
/// <param name="HasNorm">Whether there is an exponent.</param>
internal readonly record struct PoolModeOptions(bool Sums, bool Divides, bool HasNorm = false)
{
    /// <summary>Whether a window keeps one of its taps, which an index can name.</summary>
    public bool KeepsTap => !Sums && !HasNorm;

    /// <summary>The row of a mode.</summary>
    public static PoolModeOptions Of(PoolMode mode) => mode switch
    {
        PoolMode.Max or PoolMode.Min => new(Sums: false, Divides: false),
        PoolMode.Average => new(Sums: true, Divides: true),
        PoolMode.Sum => new(Sums: true, Divides: false),
        PoolMode.Lp => new(Sums: false, Divides: false, HasNorm: true),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
