using System;

namespace PoolGen;

/// <summary>
/// Computes the output rows <paramref name="firstRow"/> to <paramref name="endRow"/> (exclusive) of maxima and averages, counted as by
/// <see cref="PoolRows{T}"/>. The caller has checked every argument; an end of <see cref="PoolKernel.AllRows"/> asks for the check as well, and for every row.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public delegate void PoolMaxAverageRows<T>(
    ReadOnlySpan<T> input, Span<T> maximum, Span<T> average, in PoolShape shape, int firstRow, int endRow);

/// <summary>A kernel that takes the maxima and the averages of the same windows in one pass. Its configuration is that of the average.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class PoolMaxAverageKernel<T> : PoolKernel
{
    private readonly PoolMaxAverageRows<T> rows;

    /// <summary>Describes a kernel; generated code calls this.</summary>
    public PoolMaxAverageKernel(in PoolConfig config, in PoolFixedShape fixedShape, string name, PoolMaxAverageRows<T> rows)
        : base(config, fixedShape, name, PoolOperation.MaxAndAverage)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.rows = rows;
    }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>Pools <paramref name="input"/> into both outputs on the calling thread, without allocating.</summary>
    /// <param name="input">At least <c>shape.Length</c> elements in the configuration's layout.</param>
    /// <param name="maximum">At least <c>Config.OutputShape(shape).Length</c> elements.</param>
    /// <param name="average">As many; no two of the spans may overlap.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <exception cref="ArgumentException">A span is too short, spans overlap, or the shape does not fit; nothing has been written.</exception>
    public void Run(ReadOnlySpan<T> input, Span<T> maximum, Span<T> average, in PoolShape shape) =>
        rows(input, maximum, average, shape, 0, AllRows);

    /// <summary>Computes some output rows of arguments that were checked before.</summary>
    internal void RunRows(ReadOnlySpan<T> input, Span<T> maximum, Span<T> average, in PoolShape shape, int firstRow, int endRow) =>
        rows(input, maximum, average, shape, firstRow, endRow);
}
