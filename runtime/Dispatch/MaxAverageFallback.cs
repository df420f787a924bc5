using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>The generic loops for maxima and averages of the same windows: one after the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MaxAverageFallback
{
    /// <summary>Computes some output rows of arguments that were checked before.</summary>
    /// <typeparam name="T">Any number.</typeparam>
    /// <exception cref="ArgumentException">An average of whole numbers that does not state its rounding; nothing has been written.</exception>
    public static void Rows<T>(
        in PoolConfig config, ReadOnlySpan<T> input, Span<T> maximum, Span<T> average, in PoolShape shape, int firstRow, int endRow)
        where T : INumber<T>
    {
        PoolFallback.Rows(config, input, average, shape, firstRow, endRow);
        PoolFallback.Rows(config.Maximum, input, maximum, shape, firstRow, endRow);
    }
}
