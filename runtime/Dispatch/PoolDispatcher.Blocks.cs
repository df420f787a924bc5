using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <content>Several poolings in one pass.</content>
public sealed partial class PoolDispatcher
{
    /// <summary>
    /// Pools with the windows of a pyramid, as YOLO's SPP and SPPF do: for channels first the planes of every window stand one behind the other along the
    /// channels of a sample, for channels last within each pixel. A NaN in a window gives NaN; padding never takes part.
    /// </summary>
    /// <typeparam name="T">The element type: any number.</typeparam>
    /// <param name="pyramid">What to compute.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="input">At least <c>shape.Length</c> elements in the pyramid's layout.</param>
    /// <param name="output">At least <c>pyramid.OutputShape(shape).Length</c> elements; it must not overlap the used part of the input.</param>
    /// <exception cref="ArgumentException">A span is too short, the spans overlap, or the shape does not fit; nothing has been written.</exception>
    public void RunPyramid<T>(PoolPyramid pyramid, in PoolShape shape, ReadOnlySpan<T> input, Span<T> output)
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(pyramid);
        PoolPyramidKernel<T>? kernel = Choose<T>(pyramid, shape);
        if (kernel is not null && MaxDegreeOfParallelism == 1)
        {
            kernel.Run(input, output, shape);
            return;
        }

        int parts = PoolGuard.CheckPyramid(pyramid, default, shape, input, output);
        long bytes = ((long)shape.Length * (1 + pyramid.Parts)) * Unsafe.SizeOf<T>();
        RowRanges ranges = RowRanges.Of(parts, bytes, MostRanges<T>());
        if (ranges.Count > 1)
            ParallelPyramid(kernel, pyramid, shape, input, output, ranges);
        else if (kernel is null)
            PyramidChain.Parts(pyramid, input, output, shape, 0, parts);
        else
            kernel.RunParts(input, output, shape, 0, parts);
    }

    /// <summary>
    /// Pools into the maxima and the averages of the same windows, reading the input once where a kernel was generated for it. Both are what two calls of
    /// <c>Run</c> give.
    /// </summary>
    /// <typeparam name="T">The element type: any number.</typeparam>
    /// <param name="config">The average; the maximum has its windows.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="input">At least <c>shape.Length</c> elements in the configuration's layout.</param>
    /// <param name="maximum">At least <c>config.OutputShape(shape).Length</c> elements.</param>
    /// <param name="average">As many; no two of the used parts may overlap.</param>
    /// <exception cref="ArgumentException">
    /// The configuration is no average, a span is too short, spans overlap, the shape does not fit, or an average of whole numbers does not state its rounding;
    /// nothing has been written.
    /// </exception>
    public void RunMaxAndAverage<T>(in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> input, Span<T> maximum, Span<T> average)
        where T : INumber<T>
    {
        if (config.Mode != PoolMode.Average)
            throw new ArgumentException($"The mode is {config.Mode}; maxima and averages in one pass need the configuration of the average", nameof(config));
        Refuse(PoolOperationRules.Fusion(config.Fusion is not null));
        PoolConfig request = config.Over(Elements<T>.AreWhole);
        PoolMaxAverageKernel<T>? kernel = Choose<T>(request, shape, PoolOperation.MaxAndAverage) as PoolMaxAverageKernel<T>;
        if (kernel is not null && MaxDegreeOfParallelism == 1)
        {
            kernel.Run(input, maximum, average, shape);
            return;
        }

        PoolFallback.CheckElement<T>(request);
        PoolShape pooled = PoolGuard.CheckMaxAndAverage(request, default, shape, input, maximum, average);
        RowRanges ranges = RowRanges.Of(request.Layout, shape, pooled, Unsafe.SizeOf<T>(), MostRanges<T>());
        if (ranges.Count > 1)
            ParallelMaxAndAverage(kernel, request, shape, input, maximum, average, ranges);
        else if (kernel is null)
            MaxAverageFallback.Rows(request, input, maximum, average, shape, 0, ranges.Rows);
        else
            kernel.RunRows(input, maximum, average, shape, 0, ranges.Rows);
    }

    private PoolPyramidKernel<T>? Choose<T>(PoolPyramid pyramid, in PoolShape shape)
    {
        foreach (PoolKernel candidate in Candidates(pyramid.Largest))
        {
            if (candidate is PoolPyramidKernel<T> kernel && kernel.Serves(pyramid, shape))
                return kernel;
        }

        return null;
    }
}
