using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>
/// Pooling of elements with gaps between them. Samples or planes without gaps of their own are pooled where they lie. Others pass one at a time
/// through a rented buffer if that pays, and else go through the generic loops, which take any pitch.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly struct StridedPool<T>
    where T : INumber<T>
{
    /// <summary>Bytes of a sample whose planes pass through a buffer together: what the second cache holds, so that kernels see many small planes at once.</summary>
    private const int TogetherBytes = 256 * 1024;

    /// <summary>Bytes of a plane that may pass through a buffer, although its rows are dense, because kernels are then 4 to 13 times as fast as the generic loops.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly Pitches from;
    private readonly Pitches to;
    private readonly PoolShape pooledPiece;
    private readonly bool dense;
    private readonly PoolKernel<T>? kernel;

    public StridedPool(in PoolConfig config, in PoolShape shape, in PoolShape pooled, in Pitches from, in Pitches to)
    {
        Config = config;
        Shape = shape;
        Pooled = pooled;
        this.from = from;
        this.to = to;
        (Piece, dense) = Cut(config.Layout, shape, pooled, from, to);
        pooledPiece = PoolShape.Trusted(1, Piece.Channels, pooled.Depth, pooled.Height, pooled.Width);
    }

    public PoolConfig Config { get; }

    public PoolShape Shape { get; }

    public PoolShape Pooled { get; }

    /// <summary>What a kernel is called for: a sample, or a plane of channels first.</summary>
    public PoolShape Piece { get; }

    /// <summary>The same with a generated kernel for a piece, or with the generic loops where there is none.</summary>
    public StridedPool<T> With(PoolKernel<T>? kernel) => new(this, kernel);

    /// <summary>Computes some output rows; of the spans, only where they start is used.</summary>
    public void Rows(ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
    {
        ref T source = ref MemoryMarshal.GetReference(input);
        ref T target = ref MemoryMarshal.GetReference(output);
        if (dense)
            Pieces(ref source, ref target, firstRow, endRow, [], []);
        else if (PassesThroughBuffer)
            Gathered(ref source, ref target, firstRow, endRow);
        else
            PoolFallback.Rows(Config, new FallbackProblem(Config, Shape, from, to), input, output, firstRow, endRow);
    }

    private bool PassesThroughBuffer =>
        InnermostStep(Config.Layout, from) != 1 || InnermostStep(Config.Layout, to) != 1
        || (kernel is not null && Config.Layout == PoolLayout.ChannelsFirst && (long)Piece.Length * Unsafe.SizeOf<T>() <= MostBytes);

    private StridedPool(in StridedPool<T> other, PoolKernel<T>? kernel)
    {
        this = other;
        this.kernel = kernel;
    }

    /// <summary>The largest pieces that are dense in both tensors; without any, those that a buffer would hold.</summary>
    private static (PoolShape Piece, bool Dense) Cut(PoolLayout layout, in PoolShape shape, in PoolShape pooled, in Pitches from, in Pitches to)
    {
        PoolShape sample = PoolShape.Trusted(1, shape.Channels, shape.Depth, shape.Height, shape.Width);
        PoolShape plane = PoolShape.Trusted(1, 1, shape.Depth, shape.Height, shape.Width);
        Pitches denseFrom = Pitches.Dense(layout, shape) with { Sample = from.Sample }, denseTo = Pitches.Dense(layout, pooled) with { Sample = to.Sample };
        if (from == denseFrom && to == denseTo)
            return (sample, true);
        if (layout == PoolLayout.ChannelsLast)
            return (sample, false);
        if (from == denseFrom with { Channel = from.Channel } && to == denseTo with { Channel = to.Channel })
            return (plane, true);
        return ((long)sample.Length * Unsafe.SizeOf<T>() <= TogetherBytes ? sample : plane, false);
    }

    private static nint InnermostStep(PoolLayout layout, in Pitches pitches) => layout == PoolLayout.ChannelsFirst ? pitches.Column : pitches.Channel;

    private void Gathered(ref T source, ref T target, int firstRow, int endRow)
    {
        bool clear = RuntimeHelpers.IsReferenceOrContainsReferences<T>();
        T[] elements = ArrayPool<T>.Shared.Rent(Piece.Length), results = ArrayPool<T>.Shared.Rent(pooledPiece.Length);
        try
        {
            Pieces(ref source, ref target, firstRow, endRow, elements.AsSpan(0, Piece.Length), results.AsSpan(0, pooledPiece.Length));
        }
        finally
        {
            ArrayPool<T>.Shared.Return(elements, clear);
            ArrayPool<T>.Shared.Return(results, clear);
        }
    }

    private void Pieces(ref T source, ref T target, int firstRow, int endRow, Span<T> elements, Span<T> results)
    {
        int rows = pooledPiece.Rows(Config.Layout), perSample = Shape.Channels / Piece.Channels;
        for (int index = firstRow / rows; index < (int)(((long)endRow + rows - 1) / rows); index++)
        {
            int first = Math.Max(firstRow - (index * rows), 0), end = Math.Min(endRow - (index * rows), rows);
            (int sample, int channel) = Math.DivRem(index, perSample);
            ref T piece = ref Unsafe.Add(ref source, (sample * from.Sample) + (channel * from.Channel));
            ref T pooled = ref Unsafe.Add(ref target, (sample * to.Sample) + (channel * to.Channel));
            if (dense)
            {
                Compute(MemoryMarshal.CreateReadOnlySpan(ref piece, Piece.Length), MemoryMarshal.CreateSpan(ref pooled, pooledPiece.Length), first, end);
                continue;
            }

            Pitches gathered = Pitches.Dense(Config.Layout, Piece), computed = Pitches.Dense(Config.Layout, pooledPiece);
            TensorCopy.Rows(Config.Layout, Piece, ref piece, from, ref MemoryMarshal.GetReference(elements), gathered, 0, Piece.Rows(Config.Layout));
            Compute(elements, results, first, end);
            TensorCopy.Rows(Config.Layout, pooledPiece, ref MemoryMarshal.GetReference(results), computed, ref pooled, to, first, end);
        }
    }

    private void Compute(ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
    {
        if (kernel is null)
            PoolFallback.Rows(Config, input, output, Piece, firstRow, endRow);
        else
            kernel.RunRows(input, output, Piece, firstRow, endRow);
    }
}
