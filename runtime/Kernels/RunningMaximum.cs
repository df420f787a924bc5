using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Maxima of large windows one element apart in channels last: three maxima per element and axis, whatever the window (van Herk 1992,
/// Gil and Werman 1993). Along a line, a group of as many windows as a window is wide shares the end of the first one; each window is
/// what lies before that end, taken once from the end backwards, and what lies behind it, taken once forwards. Taps outside the input
/// repeat the nearest one, which changes nothing. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunningMaximum
{
    /// <summary>Bytes of rows that are pooled along the width and wait for the height.</summary>
    private const int ScratchBytes = 48 * 1024;

    /// <summary>Computes some output rows.</summary>
    public static void Rows<T>(in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
    {
        int channels = shape.Channels, next = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            next = Tiles<T, FourVectors256<T>>(config, input, output, shape, firstRow, endRow, next, channels - (channels % FourVectors256<T>.Length));
            next = Tiles<T, OneVector256<T>>(config, input, output, shape, firstRow, endRow, next, channels);
        }

        if (Vector128.IsHardwareAccelerated)
            next = Tiles<T, OneVector128<T>>(config, input, output, shape, firstRow, endRow, next, channels);
        Tiles<T, OneElement<T>>(config, input, output, shape, firstRow, endRow, next, channels);
    }

    /// <summary>Pools channels from <paramref name="first"/> on in tiles, the last of which overlaps the one before it, and returns the channel to go on with.</summary>
    private static int Tiles<T, TTile>(
        in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow, int first, int end)
        where T : unmanaged
        where TTile : struct, IVectorTile<TTile, T>
    {
        if (first >= end || shape.Channels < TTile.Length)
            return first;
        for (int channel = first; channel < end; channel += TTile.Length)
            Tile<T, TTile>(config, input, output, shape, firstRow, endRow, Math.Min(channel, shape.Channels - TTile.Length));
        return end;
    }

    [SkipLocalsInit]
    private static void Tile<T, TTile>(
        in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow, int channel)
        where T : unmanaged
        where TTile : struct, IVectorTile<TTile, T>
    {
        PoolAxis tall = config.Height, wide = config.Width;
        int outputHeight = PoolGeometry.OutputSize(tall, shape.Height, config.CeilMode);
        int outputWidth = PoolGeometry.OutputSize(wide, shape.Width, config.CeilMode);
        int length = TTile.Length, tiles = ScratchBytes / Unsafe.SizeOf<T>() / length;

        // Half of the rows at least are new to a block, and so are half of the columns.
        int segment = Math.Min(outputWidth, Math.Max(1, tiles / (2 * tall.Window)));
        int block = Math.Min(outputHeight, Math.Max(1, (tiles / segment) - tall.Window + 1));
        Span<T> ends = stackalloc T[Math.Max(tall.Window, wide.Window) * length];
        Span<T> rows = stackalloc T[(block + tall.Window - 1) * segment * length];
        nuint inputPitch = (nuint)shape.Channels, rowPitch = (nuint)(segment * length), outputPitch = (nuint)(outputWidth * shape.Channels);
        ref T source = ref Unsafe.Add(ref MemoryMarshal.GetReference(input), channel);
        ref T target = ref Unsafe.Add(ref MemoryMarshal.GetReference(output), channel);

        (int sample, int y) = Math.DivRem(firstRow, outputHeight);
        for (int row = firstRow; row < endRow;)
        {
            int count = Math.Min(Math.Min(block, outputHeight - y), endRow - row);
            int top = Math.Max(0, PoolGeometry.WindowStart(tall, y));
            int bottom = Math.Min(shape.Height, PoolGeometry.WindowStart(tall, y + count - 1) + tall.Window);
            for (int first = 0; first < outputWidth; first += segment)
            {
                int columns = Math.Min(segment, outputWidth - first);
                Line along = new(wide.Window, PoolGeometry.WindowStart(wide, first), shape.Width - 1, columns);
                for (int index = top; index < bottom; index++)
                {
                    ref T from = ref Unsafe.Add(ref source, (nuint)((sample * shape.Height) + index) * (nuint)shape.Width * inputPitch);
                    Run<T, TTile>(along, ref from, inputPitch, ref rows[(index - top) * segment * length], (nuint)length, ref ends[0]);
                }

                Line down = new(tall.Window, PoolGeometry.WindowStart(tall, y) - top, bottom - top - 1, count);
                for (int column = 0; column < columns; column++)
                {
                    ref T to = ref Unsafe.Add(ref target, (nuint)((row * outputWidth) + first + column) * inputPitch);
                    Run<T, TTile>(down, ref rows[column * length], rowPitch, ref to, outputPitch, ref ends[0]);
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

    /// <summary>Pools along a line of tiles.</summary>
    private static void Run<T, TTile>(in Line line, ref T source, nuint pitch, ref T target, nuint targetPitch, ref T ends)
        where T : unmanaged
        where TTile : struct, IVectorTile<TTile, T>
    {
        int window = line.Window, last = line.Last;
        for (int first = 0; first < line.Count; first += window)
        {
            int start = line.Start + first, middle = start + window - 1;
            TTile value = TTile.Load(ref source, (nuint)Math.Min(middle, last) * pitch);
            nuint end = (nuint)(window - 1) * (nuint)TTile.Length;
            value.Store(ref ends, end);
            for (int tap = middle - 1; tap >= start; tap--)
            {
                value = TTile.Max(value, TTile.Load(ref source, (nuint)Math.Min(Math.Max(tap, 0), last) * pitch));
                end -= (nuint)TTile.Length;
                value.Store(ref ends, end);
            }

            nuint to = (nuint)first * targetPitch;
            value.Store(ref target, to);
            int count = Math.Min(window, line.Count - first);
            if (count == 1)
                continue;
            TTile begin = TTile.Load(ref source, (nuint)Math.Min(middle + 1, last) * pitch);
            for (int index = 1; ;)
            {
                end += (nuint)TTile.Length;
                to += targetPitch;
                TTile.Max(TTile.Load(ref ends, end), begin).Store(ref target, to);
                if (++index == count)
                    break;
                begin = TTile.Max(begin, TTile.Load(ref source, (nuint)Math.Min(middle + index, last) * pitch));
            }
        }
    }

    /// <summary>The windows along a line.</summary>
    /// <param name="Window">Taps of a window.</param>
    /// <param name="Start">The first tap of the first window; negative inside the padding.</param>
    /// <param name="Last">The last tap of the line.</param>
    /// <param name="Count">Number of windows.</param>
    private readonly record struct Line(int Window, int Start, int Last, int Count);
}
