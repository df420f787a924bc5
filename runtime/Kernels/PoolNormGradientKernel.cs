using System;

namespace PoolGen;

/// <summary>
/// Writes the rows <paramref name="firstRow"/> to <paramref name="endRow"/> (exclusive) of the gradient of a norm's input, counted over all planes of the
/// batch. The caller has checked every argument; an end of <see cref="PoolKernel.AllRows"/> asks for the check as well, and for every row.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public delegate void PoolNormGradientRows<T>(
    ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstRow, int endRow);

/// <summary>A kernel that computes the gradient of the input of a norm from that of its output, the input and the output.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class PoolNormGradientKernel<T> : PoolKernel
{
    private readonly PoolNormGradientRows<T> rows;

    /// <summary>Describes a kernel; generated code calls this.</summary>
    public PoolNormGradientKernel(in PoolConfig config, in PoolFixedShape fixedShape, string name, PoolNormGradientRows<T> rows)
        : base(config, fixedShape, name, PoolOperation.Backward)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.rows = rows;
    }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>Writes every element of <paramref name="inputGradient"/> on the calling thread, without allocating.</summary>
    /// <param name="input">At least <c>shape.Length</c> elements: the input of the forward pass.</param>
    /// <param name="output">At least <c>Config.OutputShape(shape).Length</c> elements: its output.</param>
    /// <param name="outputGradient">As many.</param>
    /// <param name="inputGradient">At least <c>shape.Length</c> elements; it must not overlap the other spans.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <exception cref="ArgumentException">A span is too short, spans overlap, or the shape does not fit; nothing has been written.</exception>
    public void Run(ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape) =>
        rows(input, output, outputGradient, inputGradient, shape, 0, AllRows);

    /// <summary>Writes some rows of arguments that were checked before.</summary>
    internal void RunRows(
        ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstRow, int endRow) =>
        rows(input, output, outputGradient, inputGradient, shape, firstRow, endRow);
}
