using System;

namespace PoolGen;

/// <summary>
/// Writes the parts <paramref name="firstPart"/> to <paramref name="endPart"/> (exclusive) of the target, which no index of another part points
/// into: <see cref="PoolScatter.Parts"/> counts them. The caller has checked every argument and every index; an end of
/// <see cref="PoolKernel.AllRows"/> asks for the check as well, and for every part.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The type of indices.</typeparam>
public delegate void PoolScatterParts<T, TIndex>(
    ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape, int firstPart, int endPart);

/// <summary>A kernel that puts elements, or adds gradients, where indices say that they came from: the rest becomes zero.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The type of indices: <see cref="int"/> or <see cref="long"/>.</typeparam>
public sealed class PoolScatterKernel<T, TIndex> : PoolKernel
{
    private readonly PoolScatterParts<T, TIndex> parts;

    /// <summary>Describes a kernel; generated code calls this.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="operation"/> is neither unpooling nor the backward pass.</exception>
    public PoolScatterKernel(
        in PoolConfig config, in PoolFixedShape fixedShape, PoolOperation operation, PoolIndexing indexing, string name, PoolScatterParts<T, TIndex> parts)
        : base(config, fixedShape, name, operation, indexing)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (operation is not (PoolOperation.Unpool or PoolOperation.Backward))
            throw new ArgumentOutOfRangeException(nameof(operation));
        this.parts = parts;
    }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <inheritdoc/>
    public override Type IndexType => typeof(TIndex);

    /// <summary>Writes every element of <paramref name="target"/> on the calling thread, without allocating.</summary>
    /// <param name="values">At least <c>Config.OutputShape(shape).Length</c> elements: pooled ones, or the gradient of the output.</param>
    /// <param name="indices">As many: where each of them belongs.</param>
    /// <param name="target">At least <c>shape.Length</c> elements: the unpooled ones, or the gradient of the input.</param>
    /// <param name="shape">The shape of the input that was pooled, which is that of the target.</param>
    /// <exception cref="ArgumentException">
    /// A span is too short, spans overlap, the shape does not fit, or an index is out of its range; nothing has been written.
    /// </exception>
    public void Run(ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape) =>
        parts(values, indices, target, shape, 0, AllRows);

    /// <summary>Writes some parts of arguments that were checked before.</summary>
    internal void RunParts(ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape, int firstPart, int endPart) =>
        parts(values, indices, target, shape, firstPart, endPart);
}
