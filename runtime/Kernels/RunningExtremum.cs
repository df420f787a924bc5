using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Extrema of large windows one element apart in channels last, by running extrema along each axis: first along the rows that a block of
/// output rows reaches, then down. Taps outside the input repeat the nearest one, which changes nothing. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunningExtremum
{
    /// <summary>Bytes of rows that are pooled along the width and wait for the height.</summary>
    private const int ScratchBytes = 64 * 1024;

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
            int length = TTile.Length, tiles = ScratchBytes / Unsafe.SizeOf<T>() / length;

            // Half of the rows at least are new to a block, and so are half of the columns.
            int segment = Math.Min(outputWidth, Math.Max(1, tiles / (2 * tall.Window)));
            int block = Math.Min(outputHeight, Math.Max(1, (tiles / segment) - tall.Window + 1));
            Span<T> ends = Scratch.FromLine<T>(stackalloc T[(Math.Max(tall.Window, wide.Window) * length) + Scratch.Spare<T>()]);
            Span<T> rows = Scratch.FromLine<T>(stackalloc T[((block + tall.Window - 1) * segment * length) + Scratch.Spare<T>()]);
            nuint part = (nuint)(length / TTile.Parts), inputPitch = (nuint)shape.Channels, rowPitch = (nuint)(segment * length), outputPitch = (nuint)(outputWidth * shape.Channels);
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
                    RunningLine along = new(wide.Window, PoolGeometry.WindowStart(wide, first), shape.Width - 1, columns);
                    for (int index = top; index < bottom; index++)
                    {
                        ref T from = ref Unsafe.Add(ref source, (nuint)((sample * shape.Height) + index) * (nuint)shape.Width * inputPitch);
                        along.Run<T, TTile, TExtremum>(ref from, new(inputPitch, part), ref rows[(index - top) * segment * length], new((nuint)length, part), ref ends[0]);
                    }

                    RunningLine down = new(tall.Window, PoolGeometry.WindowStart(tall, y) - top, bottom - top - 1, count);
                    for (int column = 0; column < columns; column++)
                    {
                        ref T to = ref Unsafe.Add(ref target, (nuint)((row * outputWidth) + first + column) * inputPitch);
                        down.Run<T, TTile, TExtremum>(ref rows[column * length], new(rowPitch, part), ref to, new(outputPitch, part), ref ends[0]);
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
