using System;

namespace PoolGen;

/// <summary>
/// Writes the rows <paramref name="firstRow"/> to <paramref name="endRow"/> (exclusive) of the gradient of the input, counted over all planes of the
/// batch as those of an output are. The caller has checked every argument; an end of <see cref="PoolKernel.AllRows"/> asks for the check as well, and
/// for every row.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public delegate void PoolGradientRows<T>(
    ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstRow, int endRow);

/// <summary>A kernel that computes the gradient of the input of a sum or an average from that of its output.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class PoolGradientKernel<T> : PoolKernel
{
    private readonly PoolGradientRows<T> rows;

    /// <summary>Describes a kernel; generated code calls this.</summary>
    public PoolGradientKernel(in PoolConfig config, in PoolFixedShape fixedShape, string name, PoolGradientRows<T> rows)
        : base(config, fixedShape, name, PoolOperation.Backward)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.rows = rows;
    }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>Writes every element of <paramref name="inputGradient"/> on the calling thread, without allocating.</summary>
    /// <param name="outputGradient">At least <c>Config.OutputShape(shape).Length</c> elements.</param>
    /// <param name="inputGradient">At least <c>shape.Length</c> elements; it must not overlap the gradient of the output.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <exception cref="ArgumentException">A span is too short, the spans overlap, or the shape does not fit; nothing has been written.</exception>
    public void Run(ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape) =>
        rows(outputGradient, inputGradient, shape, 0, AllRows);

    /// <summary>Writes some rows of arguments that were checked before.</summary>
    internal void RunRows(ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstRow, int endRow) =>
        rows(outputGradient, inputGradient, shape, firstRow, endRow);
}
