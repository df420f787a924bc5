using System;
using System.Numerics;

namespace PoolGen;

/// <content>Operations on several threads; apart, because a method makes the closures of its lambdas before anything else, and on one thread nothing is allocated.</content>
public sealed partial class PoolDispatcher
{
    private static void ParallelIndices<T, TIndex>(
        PoolIndexKernel<T, TIndex>? kernel, PoolConfig config, PoolIndexing indexing, PoolShape shape, ReadOnlySpan<T> input, Span<T> output, Span<TIndex> indices,
        RowRanges ranges)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex> =>
        ParallelRows.Run<T, T, TIndex, byte>(input, output, indices, default, ranges, (from, to, at, _, start, end) =>
        {
            if (kernel is null)
                IndexFallback.Rows(config, indexing, from, to, at, shape, start, end);
            else
                kernel.RunRows(from, to, at, shape, start, end);
        });

    private static void ParallelScatter<T, TIndex>(
        PoolScatterKernel<T, TIndex>? kernel, PoolOperation operation, PoolConfig config, PoolIndexing indexing, PoolShape shape, ReadOnlySpan<T> values,
        ReadOnlySpan<TIndex> indices, Span<T> target, RowRanges ranges)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex> =>
        ParallelRows.Run<T, TIndex, T, byte>(values, indices, target, default, ranges, (from, at, to, _, start, end) =>
        {
            if (kernel is null)
                Scatter(operation, config, indexing, shape, from, (ReadOnlySpan<TIndex>)at, to, start, end);
            else
                kernel.RunParts(from, at, to, shape, start, end);
        });

    private static void ParallelGradient<T>(
        PoolGradientKernel<T>? kernel, PoolConfig config, PoolShape shape, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, RowRanges ranges)
        where T : INumber<T> =>
        ParallelRows.Run<T, T, byte, byte>(outputGradient, inputGradient, default, default, ranges, (from, to, _, _, start, end) =>
        {
            if (kernel is null)
                GradientFallback.Rows(config, from, to, shape, start, end);
            else
                kernel.RunRows(from, to, shape, start, end);
        });

    private static void ParallelGradient<T>(
        PoolNormGradientKernel<T>? kernel, PoolConfig config, PoolShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient,
        Span<T> inputGradient, RowRanges ranges)
        where T : INumber<T> =>
        ParallelRows.Run<T, T, T, T>(input, output, outputGradient, inputGradient, ranges, (from, pooled, gradient, to, start, end) =>
        {
            if (kernel is null)
                GradientFallback.Rows(config, from, pooled, gradient, to, shape, start, end);
            else
                kernel.RunRows(from, pooled, gradient, to, shape, start, end);
        });

    private static void ParallelMaxAndAverage<T>(
        PoolMaxAverageKernel<T>? kernel, PoolConfig config, PoolShape shape, ReadOnlySpan<T> input, Span<T> maximum, Span<T> average, RowRanges ranges)
        where T : INumber<T> =>
        ParallelRows.Run<T, T, T, byte>(input, maximum, average, default, ranges, (from, largest, mean, _, start, end) =>
        {
            if (kernel is null)
                MaxAverageFallback.Rows(config, from, largest, mean, shape, start, end);
            else
                kernel.RunRows(from, largest, mean, shape, start, end);
        });

    private static void ParallelPyramid<T>(
        PoolPyramidKernel<T>? kernel, PoolPyramid pyramid, PoolShape shape, ReadOnlySpan<T> input, Span<T> output, RowRanges ranges)
        where T : INumber<T> =>
        ParallelRows.Run<T, T, byte, byte>(input, output, default, default, ranges, (from, to, _, _, start, end) =>
        {
            if (kernel is null)
                PyramidChain.Parts(pyramid, from, to, shape, start, end);
            else
                kernel.RunParts(from, to, shape, start, end);
        });
}
