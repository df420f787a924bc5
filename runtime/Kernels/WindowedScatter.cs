using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Unpooling and the backward pass of windows that lie apart and inside the input: every element of a window becomes the window's value where the index says
/// so, and zero elsewhere, so the target is written once and in order. An index outside of its window makes the generic loops write its part anew.
/// Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WindowedScatter
{
    /// <inheritdoc cref="ScatterFallback.Unpool"/>
    public static void Unpool<T, TIndex>(
        in PoolConfig config, PoolIndexing indexing, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape,
        int firstPart, int endPart)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex> =>
        Stored<T, TIndex, ReplacingScatter>(config, indexing, values, indices, target, shape, firstPart, endPart);

    /// <inheritdoc cref="ScatterFallback.Backward"/>
    public static void Backward<T, TIndex>(
        in PoolConfig config, PoolIndexing indexing, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape,
        int firstPart, int endPart)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex> =>
        Stored<T, TIndex, AddingScatter>(config, indexing, values, indices, target, shape, firstPart, endPart);

    /// <summary>Columns of channels first alternate in whole vectors, which may go past the caches.</summary>
    private static unsafe void Stored<T, TIndex, TScatter>(
        in PoolConfig config, PoolIndexing indexing, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape,
        int firstPart, int endPart)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TScatter : struct, IScatter
    {
        fixed (T* pinned = target)
        {
            if (config.Layout != PoolLayout.ChannelsFirst || !BypassingStore.Pays(target) || !AlignedStore.Suits(pinned, shape.Width))
            {
                Parts<T, TIndex, TScatter, CachedStore>(config, indexing, values, indices, target, shape, firstPart, endPart);
                return;
            }

            Parts<T, TIndex, TScatter, AlignedStore>(config, indexing, values, indices, target, shape, firstPart, endPart);
        }

        BypassingStore.Fence();
    }

    private static void Parts<T, TIndex, TScatter, TStore>(
        in PoolConfig config, PoolIndexing indexing, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape,
        int firstPart, int endPart)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TScatter : struct, IScatter
        where TStore : struct, IStore
    {
        int parts = PoolScatter.Parts(config.Layout, indexing, shape);
        PoolShape pooled = PoolGeometry.OutputShape(config, shape);
        WindowRow<T, TIndex> row = new(config, indexing, shape);
        int rows = parts == 0 ? 0 : pooled.Rows(config.Layout) / parts;
        int count = config.Layout == PoolLayout.ChannelsFirst && row.LeavesNothing(pooled) ? pooled.Height : 1;
        for (int part = firstPart; part < endPart; part++)
        {
            bool inside = true;
            for (int output = part * rows; inside && output < (part + 1) * rows; output += count)
            {
                inside = config.Layout == PoolLayout.ChannelsFirst
                    ? ColumnsOf<T, TIndex, TScatter, TStore>(row, pooled, output, count, values, indices, target)
                    : ChannelsOf<T, TIndex, TScatter>(row, pooled, output, values, indices, target);
            }

            if (!inside)
                ScatterFallback.Parts<T, TIndex, TScatter>(config, indexing, values, indices, target, shape, part, part + 1);
        }
    }

    /// <summary>The input rows of some output rows of channels first, of one where windows leave elements out; false where an index is outside of its window.</summary>
    private static bool ColumnsOf<T, TIndex, TScatter, TStore>(
        in WindowRow<T, TIndex> row, in PoolShape pooled, int output, int count, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TScatter : struct, IScatter
        where TStore : struct, IStore
    {
        (int plane, int y) = Math.DivRem(output, pooled.Height);
        int width = row.Shape.Width, covered = pooled.Width * row.Width.Stride;
        int first = row.Steps.OfPlane(plane, row.Shape) + (y * row.Height.Stride * row.Steps.Height);
        Span<T> lines = row.Lines(target, plane, y, count, pooled.Height, width);
        ref T value = ref Unsafe.Add(ref MemoryMarshal.GetReference(values), output * pooled.Width);
        ref TIndex index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), output * pooled.Width);
        bool inside = row.Width is { Window: 2, Stride: 2 }
            ? WindowPairs<T, TIndex, TScatter, TStore>.Write(ref value, ref index, ref MemoryMarshal.GetReference(lines), pooled.Width, count, row, first)
            : Single<T, TIndex, TScatter>(ref value, ref index, lines, pooled.Width, row, first);

        // What no window reaches: columns after the last one, and rows between and after windows.
        for (int line = 0; covered < width && line < row.Height.Window; line++)
            lines.Slice((line * width) + covered, width - covered).Clear();
        lines[(count * row.Height.Window * width)..].Clear();
        return inside;
    }

    private static bool Single<T, TIndex, TScatter>(
        ref T value, ref TIndex index, Span<T> lines, int columns, in WindowRow<T, TIndex> row, int first)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TScatter : struct, IScatter
    {
        bool inside = true;
        int width = row.Shape.Width;
        for (int column = 0; column < columns; column++)
        {
            int at = int.CreateTruncating(Unsafe.Add(ref index, column)) - first - (column * row.Width.Stride * row.Steps.Width);
            bool found = false;
            for (int line = 0; line < row.Height.Window; line++)
            {
                Span<T> window = lines.Slice((line * width) + (column * row.Width.Stride), Math.Min(row.Width.Stride, width - (column * row.Width.Stride)));
                window.Clear();
                for (int tap = 0; tap < row.Width.Window; tap++)
                {
                    if (at != (line * row.Steps.Height) + (tap * row.Steps.Width))
                        continue;
                    TScatter.Put(Unsafe.Add(ref value, column), ref window[tap]);
                    found = true;
                }
            }

            inside &= found;
        }

        return inside;
    }

    /// <summary>The input rows of an output row of channels last; false where an index is outside of its window.</summary>
    private static bool ChannelsOf<T, TIndex, TScatter>(
        in WindowRow<T, TIndex> row, in PoolShape pooled, int output, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TScatter : struct, IScatter
    {
        (int slice, int y) = Math.DivRem(output, pooled.Height);
        int channels = row.Shape.Channels, length = row.Shape.Width * channels, stride = row.Width.Stride * channels;
        int first = row.Steps.OfSlice(slice, row.Shape) + (y * row.Height.Stride * row.Steps.Height);
        Span<T> lines = row.Lines(target, slice, y, 1, pooled.Height, length);
        ref T value = ref Unsafe.Add(ref MemoryMarshal.GetReference(values), output * pooled.Width * channels);
        ref TIndex index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), output * pooled.Width * channels);
        bool inside = true;
        for (int column = 0; column < pooled.Width; column++)
        {
            ref T window = ref Unsafe.Add(ref MemoryMarshal.GetReference(lines), column * stride);
            int start = first + (column * row.Width.Stride * row.Steps.Width);
            inside &= WindowChannels<T, TIndex, TScatter>.Write(
                ref Unsafe.Add(ref value, column * channels), ref Unsafe.Add(ref index, column * channels), ref window, row, start);
        }

        // What no window reaches: columns between and after windows, and rows between and after them.
        for (int line = 0; line < row.Height.Window; line++)
        {
            for (int column = 0; row.Width.Window < row.Width.Stride && column < pooled.Width; column++)
            {
                int from = (column * stride) + (row.Width.Window * channels);
                lines.Slice((line * length) + from, Math.Min(length, (column + 1) * stride) - from).Clear();
            }

            if (pooled.Width * stride < length)
                lines.Slice((line * length) + (pooled.Width * stride), length - (pooled.Width * stride)).Clear();
        }

        lines[(row.Height.Window * length)..].Clear();
        return inside;
    }
}

/// <summary>What all windows share, unpacked once.</summary>
internal readonly ref struct WindowRow<T, TIndex>
{
    public WindowRow(in PoolConfig config, PoolIndexing indexing, in PoolShape shape)
    {
        Height = config.Height;
        Width = config.Width;
        Shape = shape;
        Steps = new(indexing, shape);
    }

    public PoolAxis Height { get; }

    public PoolAxis Width { get; }

    public PoolShape Shape { get; }

    public PoolIndexSteps Steps { get; }

    /// <summary>Whether windows are two rows high and two columns wide and reach every element: their rows follow one another.</summary>
    public bool LeavesNothing(in PoolShape pooled) =>
        Height is { Window: 2, Stride: 2 } && Width is { Window: 2, Stride: 2 } && Shape.Height == 2 * pooled.Height && Shape.Width == 2 * pooled.Width;

    /// <summary>The input rows that belong to some output rows: those from the first windows to the ones behind the last, or to the end of the plane.</summary>
    public Span<T> Lines(Span<T> target, int plane, int y, int count, int outputHeight, int length)
    {
        int top = y * Height.Stride, end = y + count == outputHeight ? Shape.Height : top + (count * Height.Stride);
        return target.Slice(((plane * Shape.Height) + top) * length, (end - top) * length);
    }
}
