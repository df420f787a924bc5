using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>The operations beside the plain forward pass.</summary>
public sealed partial class PoolDispatcher
{
    /// <summary>
    /// Pools <paramref name="input"/> into <paramref name="output"/> and says which element of the input each output is: PyTorch's rule, by which the first
    /// of several equal elements is kept, and the last NaN where there is one. A zero has the sign of the element that is kept.
    /// </summary>
    /// <typeparam name="T">The element type: any number.</typeparam>
    /// <typeparam name="TIndex">The type of indices: <see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="config">What to compute: a maximum or a minimum.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="input">At least <c>shape.Length</c> elements in the configuration's layout.</param>
    /// <param name="output">At least <c>config.OutputShape(shape).Length</c> elements.</param>
    /// <param name="indices">As many as the output.</param>
    /// <param name="indexing">What indices count.</param>
    /// <exception cref="ArgumentException">
    /// A span is too short, spans overlap, the shape does not fit, or the mode keeps no element of a window; nothing has been written.
    /// </exception>
    public void RunWithIndices<T, TIndex>(
        in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> input, Span<T> output, Span<TIndex> indices, PoolIndexing indexing = PoolIndexing.Plane)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex>
    {
        PoolConfig request = config.Over(Elements<T>.AreWhole);
        PoolIndexKernel<T, TIndex>? kernel = Choose<T, TIndex>(request, shape, PoolOperation.ForwardWithIndices, indexing) as PoolIndexKernel<T, TIndex>;
        if (kernel is not null && MaxDegreeOfParallelism == 1)
        {
            kernel.Run(input, output, indices, shape);
            return;
        }

        CheckIndices<TIndex>(config, indexing);
        PoolShape pooled = PoolGuard.CheckWithIndices(request, default, shape, input, output, indices);
        RowRanges ranges = RowRanges.Of(request.Layout, shape, pooled, Unsafe.SizeOf<T>(), MostRanges<T>());
        if (ranges.Count > 1)
            ParallelIndices(kernel, request, indexing, shape, input, output, indices, ranges);
        else if (kernel is null)
            IndexFallback.Rows(request, indexing, input, output, indices, shape, 0, ranges.Rows);
        else
            kernel.RunRows(input, output, indices, shape, 0, ranges.Rows);
    }

    /// <summary>
    /// Puts every element of <paramref name="input"/> where its index says and zeros elsewhere, as PyTorch's <c>max_unpool</c>. Of several elements with one
    /// index the last in memory stays.
    /// </summary>
    /// <typeparam name="T">The element type: any number.</typeparam>
    /// <typeparam name="TIndex">The type of indices: <see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="config">The pooling that is undone: a maximum or a minimum.</param>
    /// <param name="shape">The shape of the unpooled output; <see cref="PoolConfig.UnpooledShape"/> gives the default one.</param>
    /// <param name="input">At least <c>config.OutputShape(shape).Length</c> elements.</param>
    /// <param name="indices">As many.</param>
    /// <param name="output">At least <c>shape.Length</c> elements.</param>
    /// <param name="indexing">What indices count, over the unpooled shape.</param>
    /// <exception cref="ArgumentException">
    /// A span is too short, spans overlap, the shape does not fit, or an index is out of its range; nothing has been written.
    /// </exception>
    public void Unpool<T, TIndex>(
        in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> input, ReadOnlySpan<TIndex> indices, Span<T> output,
        PoolIndexing indexing = PoolIndexing.Plane)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex> =>
        Scatter(PoolOperation.Unpool, config, shape, input, indices, output, indexing);

    /// <summary>
    /// The backward pass of a maximum or a minimum: adds every gradient of an output to the input element that its index names, in the order of memory and
    /// in the element type, as PyTorch does.
    /// </summary>
    /// <typeparam name="T">The element type: any number.</typeparam>
    /// <typeparam name="TIndex">The type of indices: <see cref="int"/> or <see cref="long"/>.</typeparam>
    /// <param name="config">The pooling: a maximum or a minimum.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="outputGradient">At least <c>config.OutputShape(shape).Length</c> elements.</param>
    /// <param name="indices">As many: the indices of the forward pass.</param>
    /// <param name="inputGradient">At least <c>shape.Length</c> elements; every one is written.</param>
    /// <param name="indexing">What indices count.</param>
    /// <exception cref="ArgumentException">
    /// A span is too short, spans overlap, the shape does not fit, or an index is out of its range; nothing has been written.
    /// </exception>
    public void RunBackward<T, TIndex>(
        in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> outputGradient, ReadOnlySpan<TIndex> indices, Span<T> inputGradient,
        PoolIndexing indexing = PoolIndexing.Plane)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex> =>
        Scatter(PoolOperation.Backward, config, shape, outputGradient, indices, inputGradient, indexing);

    /// <summary>
    /// The backward pass of a sum or an average: the gradient of every input element is the sum, from +0 on and in row-major order of the outputs, of what the
    /// windows that hold it give, each the gradient of its output over the window's divisor. Sums are taken in the element type, as PyTorch does.
    /// </summary>
    /// <typeparam name="T">The element type: any number with fractions.</typeparam>
    /// <param name="config">The pooling: a sum or an average.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="outputGradient">At least <c>config.OutputShape(shape).Length</c> elements.</param>
    /// <param name="inputGradient">At least <c>shape.Length</c> elements; every one is written.</param>
    /// <exception cref="ArgumentException">
    /// A span is too short, the spans overlap, the shape does not fit, the mode keeps one element of a window, or the elements are whole numbers; nothing has
    /// been written.
    /// </exception>
    public void RunBackward<T>(in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : INumber<T>
    {
        PoolConfig request = config.Over(Elements<T>.AreWhole);
        PoolGradientKernel<T>? kernel = Choose<T>(request, shape, PoolOperation.Backward) as PoolGradientKernel<T>;
        if (kernel is not null && MaxDegreeOfParallelism == 1)
        {
            kernel.Run(outputGradient, inputGradient, shape);
            return;
        }

        Refuse(PoolOperationRules.Fusion(config.Fusion is not null));
        Refuse(PoolOperationRules.Backward(config.Mode, hasIndices: false));
        Refuse(PoolOperationRules.Gradient(Elements<T>.AreWhole));
        Refuse(PoolOperationRules.NormGradient(config.Mode, hasOutput: false));
        int rows = PoolGuard.CheckGradient(request, default, shape, outputGradient, inputGradient);
        RowRanges ranges = RowRanges.Of(request.Layout, request.OutputShape(shape), shape, Unsafe.SizeOf<T>(), MostRanges<T>());
        if (ranges.Count > 1)
            ParallelGradient(kernel, request, shape, outputGradient, inputGradient, ranges);
        else if (kernel is null)
            GradientFallback.Rows(request, outputGradient, inputGradient, shape, 0, rows);
        else
            kernel.RunRows(outputGradient, inputGradient, shape, 0, rows);
    }

    /// <summary>
    /// The backward pass of a norm <c>y = (sum |x|^p)^(1/p)</c>: every window adds <c>gradient * sign(x) * (|x| / y)^(p - 1)</c> to its elements, and nothing
    /// where <c>y</c> is 0. For an infinite norm the elements whose magnitude it is take equal parts.
    /// </summary>
    /// <typeparam name="T">The element type: any number with fractions.</typeparam>
    /// <param name="config">The pooling: a norm.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="input">At least <c>shape.Length</c> elements: the input of the forward pass.</param>
    /// <param name="output">At least <c>config.OutputShape(shape).Length</c> elements: its output.</param>
    /// <param name="outputGradient">As many.</param>
    /// <param name="inputGradient">At least <c>shape.Length</c> elements; every one is written.</param>
    /// <exception cref="ArgumentException">
    /// A span is too short, spans overlap, the shape does not fit, or the mode has no norm; nothing has been written.
    /// </exception>
    public void RunBackward<T>(
        in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : INumber<T>
    {
        PoolConfig request = config.Over(Elements<T>.AreWhole);
        PoolNormGradientKernel<T>? kernel = Choose<T>(request, shape, PoolOperation.Backward) as PoolNormGradientKernel<T>;
        if (kernel is not null && MaxDegreeOfParallelism == 1)
        {
            kernel.Run(input, output, outputGradient, inputGradient, shape);
            return;
        }

        Refuse(PoolOperationRules.Fusion(config.Fusion is not null));
        Refuse(PoolOperationRules.NormGradient(config.Mode, hasOutput: true));
        PoolFallback.CheckElement<T>(request);
        int rows = PoolGuard.CheckNormGradient(request, default, shape, input, output, outputGradient, inputGradient);
        RowRanges ranges = RowRanges.Of(request.Layout, shape, shape, Unsafe.SizeOf<T>(), MostRanges<T>());
        if (ranges.Count > 1)
            ParallelGradient(kernel, request, shape, input, output, outputGradient, inputGradient, ranges);
        else if (kernel is null)
            GradientFallback.Rows(request, input, output, outputGradient, inputGradient, shape, 0, rows);
        else
            kernel.RunRows(input, output, outputGradient, inputGradient, shape, 0, rows);
    }

    private void Scatter<T, TIndex>(
        PoolOperation operation, in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target,
        PoolIndexing indexing)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex>
    {
        PoolConfig request = config.Over(Elements<T>.AreWhole);
        PoolScatterKernel<T, TIndex>? kernel = Choose<T, TIndex>(request, shape, operation, indexing) as PoolScatterKernel<T, TIndex>;
        if (kernel is not null && MaxDegreeOfParallelism == 1)
        {
            kernel.Run(values, indices, target, shape);
            return;
        }

        CheckIndices<TIndex>(config, indexing);
        int parts = PoolGuard.CheckScatter(request, default, operation, indexing, shape, values, indices, target);
        RowRanges ranges = RowRanges.Of(parts, 2L * shape.Length * Unsafe.SizeOf<T>(), MostRanges<T>());
        if (ranges.Count > 1)
            ParallelScatter(kernel, operation, request, indexing, shape, values, indices, target, ranges);
        else if (kernel is null)
            Scatter(operation, request, indexing, shape, values, indices, target, 0, parts);
        else
            kernel.RunParts(values, indices, target, shape, 0, parts);
    }

    private static void Scatter<T, TIndex>(
        PoolOperation operation, in PoolConfig config, PoolIndexing indexing, in PoolShape shape, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target,
        int firstPart, int endPart)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex>
    {
        if (operation == PoolOperation.Unpool)
            ScatterFallback.Unpool(config, indexing, values, indices, target, shape, firstPart, endPart);
        else
            ScatterFallback.Backward(config, indexing, values, indices, target, shape, firstPart, endPart);
    }

    /// <summary>The first generated kernel of an operation and a convention that gives what is asked for, or null.</summary>
    private PoolKernel? Choose<T, TIndex>(in PoolConfig config, in PoolShape shape, PoolOperation operation, PoolIndexing indexing)
    {
        foreach (PoolKernel candidate in Considered(config, shape))
        {
            bool fits = candidate.ElementType == typeof(T) && candidate.IndexType == typeof(TIndex)
                && candidate.Operation == operation && candidate.Indexing == indexing;
            if (fits && (candidate.Serves(config, shape) || candidate.Serves(config.At(shape), shape)))
                return candidate;
        }

        return null;
    }

    /// <summary>The first generated kernel of an operation without indices that gives what is asked for, or null.</summary>
    private PoolKernel? Choose<T>(in PoolConfig config, in PoolShape shape, PoolOperation operation)
    {
        foreach (PoolKernel candidate in Considered(config, shape))
        {
            bool fits = candidate.ElementType == typeof(T) && candidate.IndexType is null && candidate.Operation == operation;
            if (fits && (candidate.Serves(config, shape) || candidate.Serves(config.At(shape), shape)))
                return candidate;
        }

        return null;
    }

    /// <summary>The kernels of a configuration and, where its padding follows from the shape and none are listed, of the one that it is over the shape.</summary>
    private ReadOnlySpan<PoolKernel> Considered(scoped in PoolConfig config, scoped in PoolShape shape)
    {
        ReadOnlySpan<PoolKernel> listed = Candidates(config);
        return listed.IsEmpty && config.IsAutomatic ? Candidates(config.At(shape)) : listed;
    }

    private static void CheckIndices<TIndex>(in PoolConfig config, PoolIndexing indexing)
    {
        Refuse(PoolOperationRules.Fusion(config.Fusion is not null));
        Refuse(PoolOperationRules.Indices(config.Mode, indexing));
        Refuse(PoolOperationRules.IndexType(typeof(TIndex).Name, typeof(TIndex) == typeof(int), typeof(TIndex) == typeof(long)));
    }

    private static void Refuse(PoolProblem? problem)
    {
        if (problem is not null)
            throw new ArgumentException(problem.Message, problem.Argument.ToString());
    }
}
