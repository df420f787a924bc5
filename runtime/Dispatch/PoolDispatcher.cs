using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>
/// Finds the kernel for a configuration, an element type and a shape: the most specific generated kernel, else one of any shape,
/// else the generic fallback, which computes the same. A dispatcher never changes and may be used from several threads.
/// </summary>
public sealed partial class PoolDispatcher
{
    internal const string FallbackName = "the generic fallback";

    private readonly KernelTable candidates;

    /// <summary>A dispatcher over the given kernels; among equally specific ones the first wins.</summary>
    /// <param name="kernels">The <c>Kernels</c> of annotated classes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="kernels"/> or one of them is null.</exception>
    public PoolDispatcher(IEnumerable<PoolKernel> kernels)
    {
        ArgumentNullException.ThrowIfNull(kernels);
        Kernels = Array.AsReadOnly([.. kernels]);
        foreach (PoolKernel kernel in Kernels)
            ArgumentNullException.ThrowIfNull(kernel, nameof(kernels));

        // Sorting is stable. A request that allows reassociation also takes exact kernels, so both stand in one list,
        // the reassociated ones first: they are why one asks.
        candidates = new(Kernels
            .OrderByDescending(kernel => kernel.FixedShape.Count).ThenByDescending(kernel => kernel.Config.AllowReassociation)
            .GroupBy(kernel => kernel.Config.Exact));
    }

    /// <summary>A dispatcher over everyday configurations of <see cref="float"/>, which the package carries.</summary>
    public static PoolDispatcher Default { get; } = new(EverydayPools.Kernels);

    /// <summary>The most threads that a call of any operation uses, the calling thread among them. 1 when not set. Results do not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxDegreeOfParallelism
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxDegreeOfParallelism));
            field = value;
        }
    } = 1;

    /// <summary>The kernels that the dispatcher chooses from, in the order in which they were given.</summary>
    public IReadOnlyList<PoolKernel> Kernels { get; }

    /// <summary>The same dispatcher with more kernels; among equally specific ones the new ones win.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="kernels"/> or one of them is null.</exception>
    public PoolDispatcher With(IEnumerable<PoolKernel> kernels)
    {
        ArgumentNullException.ThrowIfNull(kernels);
        return new PoolDispatcher(kernels.Concat(Kernels)) { MaxDegreeOfParallelism = MaxDegreeOfParallelism };
    }

    /// <summary>
    /// Pools <paramref name="input"/> into <paramref name="output"/>. A NaN in a window of max pooling gives NaN; padding never takes part.
    /// </summary>
    /// <typeparam name="T">The element type: any number.</typeparam>
    /// <param name="config">What to compute.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="input">At least <c>shape.Length</c> elements in the configuration's layout.</param>
    /// <param name="output">At least <c>config.OutputShape(shape).Length</c> elements; it must not overlap the used part of the input.</param>
    /// <exception cref="ArgumentException">
    /// A span is too short, the spans overlap, the shape does not fit, an average of whole numbers does not state its rounding, or its elements have no norm; nothing has been written.
    /// </exception>
    public void Run<T>(in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> input, Span<T> output)
        where T : INumber<T>
    {
        if (config.HasIdleOptions(Elements<T>.AreWhole))
            RunWithoutIdleOptions(config, shape, input, output);
        else
            RunRequest(config, shape, input, output);
    }

    /// <summary>
    /// The kernel that <see cref="Run{T}(in PoolConfig, in PoolShape, ReadOnlySpan{T}, Span{T})"/> would choose, to be called often without looking it up again. It runs on the calling thread,
    /// and takes other shapes than <paramref name="shape"/> as far as it fixes no axis.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="config">What to compute.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <exception cref="ArgumentException">The shape has no output, an average of whole numbers does not state its rounding, or its elements have no norm.</exception>
    public PoolKernel<T> Find<T>(in PoolConfig config, in PoolShape shape)
        where T : INumber<T>
    {
        _ = config.OutputShape(shape);
        PoolConfig request = config.Over(Elements<T>.AreWhole);
        return Choose<T>(request, shape) ?? FallbackKernel<T>(request);
    }

    /// <summary>Says in a few lines which kernel <see cref="Run{T}(in PoolConfig, in PoolShape, ReadOnlySpan{T}, Span{T})"/> would choose, and why not the others of the configuration.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="config">What to compute.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <exception cref="ArgumentException">The shape has no output, an average of whole numbers does not state its rounding, or its elements have no norm.</exception>
    public string Explain<T>(in PoolConfig config, in PoolShape shape)
        where T : INumber<T>
    {
        PoolConfig request = config.Over(Elements<T>.AreWhole);
        ReadOnlySpan<PoolKernel> all = request.IsAutomatic ? [.. Candidates(request), .. Candidates(request.At(shape))] : Candidates(request);
        PoolKernel[] considered = [.. all.ToArray().Where(kernel => kernel.Operation == PoolOperation.Forward)];
        return PoolExplanation.Of(Find<T>(request, shape), considered, request, shape);
    }

    // Methods that may make another configuration are not inlined into those that look up the one that there is: they would clear the place for it, and copy it there.

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunWithoutIdleOptions<T>(in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> input, Span<T> output)
        where T : INumber<T> => RunRequest(config.Over(Elements<T>.AreWhole), shape, input, output);

    private void RunRequest<T>(in PoolConfig request, in PoolShape shape, ReadOnlySpan<T> input, Span<T> output)
        where T : INumber<T>
    {
        PoolKernel<T>? kernel = Choose<T>(request, shape);
        if (kernel is not null && MaxDegreeOfParallelism == 1)
            kernel.Run(input, output, shape);
        else
            RunRanges(kernel, request, shape, input, output);
    }

    private void RunRanges<T>(PoolKernel<T>? kernel, in PoolConfig config, in PoolShape shape, ReadOnlySpan<T> input, Span<T> output)
        where T : INumber<T>
    {
        PoolShape pooled = PoolGuard.Check(config, default, shape, input, output);
        if (kernel is null)
            PoolFallback.CheckElement<T>(config);

        RowRanges ranges = RowRanges.Of(config.Layout, shape, pooled, Unsafe.SizeOf<T>(), MostRanges<T>());
        if (ranges.Count > 1)
            ParallelRows.Run((kernel ?? FallbackKernel<T>(config)).RunRows, shape, input, output, ranges);
        else if (kernel is null)
            PoolFallback.Rows(config, input, output, shape, 0, pooled.Rows(config.Layout));
        else
            kernel.RunRows(input, output, shape, 0, pooled.Rows(config.Layout));
    }

    /// <summary>The most threads for elements of a type: those that hold references cannot be pinned, which threads need.</summary>
    private int MostRanges<T>() => RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? 1 : MaxDegreeOfParallelism;

    private PoolKernel<T>? Choose<T>(in PoolConfig config, in PoolShape shape) => Listed<T>(config, shape) ?? ListedAt<T>(config, shape);

    /// <summary>Padding that follows from the size is also what a kernel states that has it for this size.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private PoolKernel<T>? ListedAt<T>(in PoolConfig config, in PoolShape shape) => config.IsAutomatic ? Listed<T>(config.At(shape), shape) : null;

    private PoolKernel<T>? Listed<T>(in PoolConfig config, in PoolShape shape)
    {
        foreach (PoolKernel candidate in Candidates(config))
        {
            if (candidate is PoolKernel<T> kernel && kernel.ServesListed(config, shape))
                return kernel;
        }

        return null;
    }

    private ReadOnlySpan<PoolKernel> Candidates(scoped in PoolConfig config) => candidates[config];

    private static PoolKernel<T> FallbackKernel<T>(PoolConfig config)
        where T : INumber<T>
    {
        PoolFallback.CheckElement<T>(config);
        return new(config, default, FallbackName, (input, output, in shape, firstRow, endRow) =>
        {
            if (endRow == PoolKernel.AllRows)
                endRow = PoolGuard.Check(config, default, shape, input, output).Rows(config.Layout);
            PoolFallback.Rows(config, input, output, shape, firstRow, endRow);
        });
    }
}
