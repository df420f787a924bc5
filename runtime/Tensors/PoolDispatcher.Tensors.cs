using System;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen;

// Pooling of tensors. Their rank says how many spatial axes there are, so nobody states a shape.
public sealed partial class PoolDispatcher
{
    /// <summary>
    /// Pools one tensor into another. The axes are batch, channels, then width, or height and width, or depth, height and width; for
    /// channels last the channels come at the end. A tensor without gaps is pooled as <see cref="Run{T}(in PoolConfig, in PoolShape, ReadOnlySpan{T}, Span{T})"/> does.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Views need not be copied by the caller. Where samples or planes are dense, as in slices of the batch or, for channels first, of the channels and of the
    /// rows of a plane, kernels run on each of them where they lie. Others, such as crops, have their elements taken from where they lie by generic loops, or,
    /// where there is a generated kernel, pass through a small rented buffer, one sample or plane after the other; those whose last axis
    /// is not dense always do. The results are the same whatever the way.
    /// </para>
    /// <para>A NaN in a window of max pooling gives NaN; padding never takes part. On one thread nothing is allocated, except for buffers the first time that they are rented.</para>
    /// </remarks>
    /// <typeparam name="T">The element type: any number.</typeparam>
    /// <param name="config">What to compute; its layout is the order of the axes, whatever the strides.</param>
    /// <param name="input">A tensor of rank 3, 4 or 5.</param>
    /// <param name="output">A tensor of the same rank, whose lengths are those of <c>config.OutputShape</c>. It must not share memory with the input.</param>
    /// <exception cref="ArgumentException">
    /// A rank or a length does not fit, the tensors share memory, elements of the output do, or an average of whole numbers does not state its rounding;
    /// nothing has been written.
    /// </exception>
    public void Run<T>(in PoolConfig config, scoped in ReadOnlyTensorSpan<T> input, scoped in TensorSpan<T> output)
        where T : INumber<T>
    {
        PoolConfig request = config.Over(Elements<T>.AreWhole);
        PoolFallback.CheckElement<T>(request);
        PoolShape shape = TensorGuard.Shape(request.Layout, input.Lengths, nameof(input));
        PoolShape pooled = TensorGuard.CheckLengths(request, shape, input.Rank, output.Lengths);
        if (pooled.Length == 0)
            return;

        ref T source = ref Unsafe.AsRef(in input.GetPinnableReference());
        ref T target = ref output.GetPinnableReference();
        TensorGuard.CheckMemory(input, output, ref source, ref target);
        Pitches from = Pitches.Of(request.Layout, shape, input.Strides);
        Pitches to = Pitches.Of(request.Layout, pooled, output.Strides);

        // A view may reach further than a span can; of spans that are not dense only their start is used.
        ReadOnlySpan<T> elements = MemoryMarshal.CreateReadOnlySpan(ref source, (int)nint.Min(TensorGuard.Reach(input.Lengths, input.Strides), int.MaxValue));
        Span<T> results = MemoryMarshal.CreateSpan(ref target, (int)nint.Min(TensorGuard.Reach(output.Lengths, output.Strides), int.MaxValue));
        if (from == Pitches.Dense(request.Layout, shape) && to == Pitches.Dense(request.Layout, pooled))
            Run(request, shape, elements, results);
        else
            RunViews(new StridedPool<T>(request, shape, pooled, from, to), elements, results);
    }

    private void RunViews<T>(StridedPool<T> views, ReadOnlySpan<T> input, Span<T> output)
        where T : INumber<T>
    {
        StridedPool<T> pool = views.With(Choose<T>(views.Config, views.Piece));
        RowRanges ranges = RowRanges.Of(pool.Config.Layout, pool.Shape, pool.Pooled, Unsafe.SizeOf<T>(), MostRanges<T>());
        if (ranges.Count > 1)
            ParallelRows.Run(OfViews(pool).RunRows, pool.Shape, input, output, ranges);
        else
            pool.Rows(input, output, 0, pool.Pooled.Rows(pool.Config.Layout));
    }

    private static PoolKernel<T> OfViews<T>(StridedPool<T> pool)
        where T : INumber<T> =>
        new(pool.Config, default, "views", (input, output, in _, firstRow, endRow) => pool.Rows(input, output, firstRow, endRow));
}
