using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Extrema of small windows one element apart in channels last, two output rows at a time: their windows have all tap rows but two in common. What meets there
/// stands in scratch memory for a stretch of the row, and windows along it are taken in pairs, too. Taps outside the input repeat the nearest
/// one, which changes nothing. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PairedExtremum
{
    /// <summary>Bytes of the two rows that wait for their windows along the width: they stay in a first-level cache beside the input rows.</summary>
    private const int ScratchBytes = 16 * 1024;

    /// <summary>Computes some output rows.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TKeeping">The extremum that keeps NaN.</typeparam>
    /// <typeparam name="TNumbers">The same extremum of numbers.</typeparam>
    public static void Rows<T, TKeeping, TNumbers>(
        in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum =>
        TiledExtremum.Rows<T, Tiles, TKeeping, TNumbers>(config, input, output, shape, firstRow, endRow);

    private readonly struct Tiles : ITiledExtremum
    {
        [SkipLocalsInit]
        public static void Tile<T, TTile, TExtremum>(
            in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow, int channel)
            where T : unmanaged, INumber<T>
            where TTile : struct, IVectorTile<TTile, T>
            where TExtremum : struct, IExtremum
        {
            PoolAxis tall = config.Height, wide = config.Width;
            int outputHeight = PoolGeometry.OutputSize(tall, shape.Height, config.CeilMode);
            int outputWidth = PoolGeometry.OutputSize(wide, shape.Width, config.CeilMode);
            int length = TTile.Length, channels = shape.Channels;
            int segment = Math.Min(outputWidth, Math.Max(1, (ScratchBytes / Unsafe.SizeOf<T>() / length / 2) - wide.Window));
            Span<T> rows = Scratch.FromLine<T>(stackalloc T[(2 * (segment + wide.Window) * length) + Scratch.Spare<T>()]);
            Span<nuint> taps = stackalloc nuint[tall.Window + 1];
            TilePair<T, TTile, TExtremum> pair = new(channels, segment + wide.Window, shape.Width - 1);
            (int sample, int y) = Math.DivRem(firstRow, outputHeight);
            for (int row = firstRow; row < endRow;)
            {
                int count = Math.Min(Math.Min(2, outputHeight - y), endRow - row), top = PoolGeometry.WindowStart(tall, y);
                for (int tap = 0; tap < taps.Length; tap++)
                    taps[tap] = (nuint)((sample * shape.Height) + Math.Clamp(top + tap, 0, shape.Height - 1)) * (nuint)(shape.Width * channels);
                for (int first = 0; first < outputWidth; first += segment)
                {
                    int columns = Math.Min(segment, outputWidth - first);
                    pair.Meet(ref Unsafe.Add(ref MemoryMarshal.GetReference(input), channel), taps, PoolGeometry.WindowStart(wide, first), columns + wide.Window - 1, rows);
                    for (int index = 0; index < count; index++)
                    {
                        ref T target = ref Unsafe.Add(ref MemoryMarshal.GetReference(output), (nuint)(((row + index) * outputWidth) + first) * (nuint)channels);
                        pair.Along(index, rows, wide.Window, columns, ref Unsafe.Add(ref target, channel));
                    }
                }

                row += count;
                y += count;
                if (y == outputHeight)
                {
                    y = 0;
                    sample++;
                }
            }
        }
    }
}

/// <summary>Two rows of tiles on their way from the input to windows along the width.</summary>
/// <param name="channels">Elements of a pixel.</param>
/// <param name="pitch">Tiles from one row of scratch memory to the next.</param>
/// <param name="lastColumn">The last column of the input.</param>
internal readonly struct TilePair<T, TTile, TExtremum>(int channels, int pitch, int lastColumn)
    where T : unmanaged, INumber<T>
    where TTile : struct, IVectorTile<TTile, T>
    where TExtremum : struct, IExtremum
{
    private static nuint Spacing
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (nuint)(TTile.Length / TTile.Parts);
    }

    // What loops over columns is not inlined: together both are more than the JIT inlines tiles into.

    /// <summary>The tap rows of two output rows meet, column by column; a column outside the input repeats the nearest one.</summary>
    /// <param name="source">The first element of the tile in the first pixel.</param>
    /// <param name="taps">Where the tap rows of the first output row stand, and behind them the last one of the second.</param>
    /// <param name="start">The first column; negative inside the padding.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="rows">Takes both rows.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Meet(ref T source, ReadOnlySpan<nuint> taps, int start, int columns, Span<T> rows)
    {
        nuint length = (nuint)TTile.Length;
        ref T upper = ref MemoryMarshal.GetReference(rows);
        ref T lower = ref Unsafe.Add(ref upper, (nuint)pitch * length);
        int from = Math.Max(0, -start), end = Math.Min(columns, lastColumn + 1 - start);
        for (int column = from; column < end; column++)
        {
            ref T pixel = ref Unsafe.Add(ref source, (nuint)(start + column) * (nuint)channels);
            TTile shared = TTile.Load(ref pixel, taps[1], Spacing);
            for (int tap = 2; tap < taps.Length - 1; tap++)
                shared = TTile.Combine<TExtremum>(shared, TTile.Load(ref pixel, taps[tap], Spacing));
            TTile.Combine<TExtremum>(shared, TTile.Load(ref pixel, taps[0], Spacing)).Store(ref upper, (nuint)column * length, Spacing);
            TTile.Combine<TExtremum>(shared, TTile.Load(ref pixel, taps[^1], Spacing)).Store(ref lower, (nuint)column * length, Spacing);
        }

        Repeat(ref upper, 0, from, from);
        Repeat(ref lower, 0, from, from);
        Repeat(ref upper, end, columns, end - 1);
        Repeat(ref lower, end, columns, end - 1);
    }

    /// <summary>Windows along one of the rows, two at a time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Along(int row, Span<T> rows, int window, int columns, ref T target)
    {
        nuint length = (nuint)TTile.Length, last = (nuint)window * length, pixel = (nuint)channels;
        ref T cells = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), (nuint)(row * pitch) * length);
        for (int column = 0; column < columns; column += 2)
        {
            TTile shared = TTile.Load(ref cells, length, Spacing);
            for (nuint tap = 2 * length; tap < last; tap += length)
                shared = TTile.Combine<TExtremum>(shared, TTile.Load(ref cells, tap, Spacing));
            TTile.Combine<TExtremum>(shared, TTile.Load(ref cells, 0, Spacing)).Store(ref target, 0, Spacing);
            if (column + 1 < columns)
                TTile.Combine<TExtremum>(shared, TTile.Load(ref cells, last, Spacing)).Store(ref target, pixel, Spacing);
            cells = ref Unsafe.Add(ref cells, 2 * length);
            target = ref Unsafe.Add(ref target, 2 * pixel);
        }
    }

    private static void Repeat(ref T cells, int from, int end, int column)
    {
        TTile tile = TTile.Load(ref cells, (nuint)column * (nuint)TTile.Length, Spacing);
        for (; from < end; from++)
            tile.Store(ref cells, (nuint)from * (nuint)TTile.Length, Spacing);
    }
}
