using System;

namespace PoolGen;

/// <summary>
/// Computes output rows and their indices as <see cref="PoolRows{T}"/> computes output rows; an end of <see cref="PoolKernel.AllRows"/> asks for
/// the check as well, and for every row.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The type of indices.</typeparam>
public delegate void PoolIndexRows<T, TIndex>(
    ReadOnlySpan<T> input, Span<T> output, Span<TIndex> indices, in PoolShape shape, int firstRow, int endRow);

/// <summary>A kernel that also says which element of the input each output element is.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The type of indices: <see cref="int"/> or <see cref="long"/>.</typeparam>
public sealed class PoolIndexKernel<T, TIndex> : PoolKernel
{
    private readonly PoolIndexRows<T, TIndex> rows;

    /// <summary>Describes a kernel; generated code calls this.</summary>
    public PoolIndexKernel(in PoolConfig config, in PoolFixedShape fixedShape, PoolIndexing indexing, string name, PoolIndexRows<T, TIndex> rows)
        : base(config, fixedShape, name, PoolOperation.ForwardWithIndices, indexing)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.rows = rows;
    }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <inheritdoc/>
    public override Type IndexType => typeof(TIndex);

    /// <summary>Pools <paramref name="input"/> into <paramref name="output"/> on the calling thread, without allocating.</summary>
    /// <param name="input">At least <c>shape.Length</c> elements in the configuration's layout.</param>
    /// <param name="output">At least <c>Config.OutputShape(shape).Length</c> elements.</param>
    /// <param name="indices">As many; takes the index of the input element that each output element is.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <exception cref="ArgumentException">A span is too short, spans overlap, or the shape does not fit; nothing has been written.</exception>
    public void Run(ReadOnlySpan<T> input, Span<T> output, Span<TIndex> indices, in PoolShape shape) =>
        rows(input, output, indices, shape, 0, AllRows);

    /// <summary>Computes some output rows of arguments that were checked before.</summary>
    internal void RunRows(ReadOnlySpan<T> input, Span<T> output, Span<TIndex> indices, in PoolShape shape, int firstRow, int endRow) =>
        rows(input, output, indices, shape, firstRow, endRow);
}
