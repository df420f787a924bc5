using System;

namespace PoolGen;

/// <summary>Which options have an effect on a mode; one row per mode.</summary>
/// <param name="Sums">Whether taps are added, so that their order may matter.</param>
/// <param name="Divides">Whether the sum is divided and rounded.</param>
internal readonly record struct PoolModeOptions(bool Sums, bool Divides)
{
    /// <summary>Whether a window keeps one of its taps, which an index can name.</summary>
    public bool KeepsTap => !Sums;

    /// <summary>The row of a mode.</summary>
    public static PoolModeOptions Of(PoolMode mode) => mode switch
    {
        PoolMode.Max or PoolMode.Min => new(Sums: false, Divides: false),
        PoolMode.Average => new(Sums: true, Divides: true),
        PoolMode.Sum => new(Sums: true, Divides: false),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
