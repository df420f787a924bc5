using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Extrema of long windows one element apart along rows, where windows are one row high: a few steps leave the extremum of a vector's length in every
/// cell, and running extrema over whole vectors do the rest, three combinations for each, however long windows are. What a window has beyond whole
/// vectors is in its last one, which may take elements twice. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunningRows
{
    /// <summary>Bytes of cells: a quarter of a first-level cache, beside the elements that they are made from and the results.</summary>
    private const int ScratchBytes = 8 * 1024;

    /// <summary>Computes some output rows. Returns false, having done nothing, where rows are shorter than a vector or windows shorter than two.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TKeeping">The extremum that keeps NaN.</typeparam>
    /// <typeparam name="TNumbers">The same extremum of numbers.</typeparam>
    public static bool Rows<T, TKeeping, TNumbers>(
        in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum
    {
        int outputs = PoolGeometry.OutputSize(config.Width, shape.Width, config.CeilMode), most = Math.Min(outputs, config.Width.Window / 2);
        if (Vector256.IsHardwareAccelerated && most >= Vector256<T>.Count)
            Rows<T, OneVector256<T>, TKeeping, TNumbers>(config, input, output, shape, outputs, firstRow, endRow);
        else if (Vector128.IsHardwareAccelerated && most >= Vector128<T>.Count)
            Rows<T, OneVector128<T>, TKeeping, TNumbers>(config, input, output, shape, outputs, firstRow, endRow);
        else
            return false;
        return true;
    }

    [SkipLocalsInit]
    private static void Rows<T, TTile, TKeeping, TNumbers>(
        in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int outputs, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum
    {
        int window = config.Width.Window, lanes = TTile.Length, segment = Segment<T>(window, lanes);
        Span<T> cells = Scratch.FromLine<T>(stackalloc T[segment + window + (2 * lanes) + Ahead(lanes) + Scratch.Spare<T>()]);
        Span<T> ends = Scratch.FromLine<T>(stackalloc T[window + Scratch.Spare<T>()]);
        for (int row = firstRow; row < endRow; row++)
        {
            ReadOnlySpan<T> line = input.Slice(row * shape.Width, shape.Width);
            Span<T> target = output.Slice(row * outputs, outputs);
            bool keeps = NaNScan.MustKeep(input, shape, config.Height, shape.Height, row, 1);
            for (int next = 0; next < outputs;)
            {
                // The rest that is no whole vector overlaps the vector before it.
                int count = Math.Min(segment, (outputs - next) / lanes * lanes), first = count > 0 ? next : outputs - lanes;
                int start = first - config.Width.PaddingBefore;
                Span<T> some = target.Slice(first, Math.Max(count, lanes)), reached = cells[..(some.Length + window + (2 * lanes))];
                scoped ReadOnlySpan<T> source = line[Math.Clamp(start, 0, line.Length)..];
                if (start < 0 || source.Length < reached.Length + Ahead(lanes))
                {
                    Fill(line, start, reached);
                    source = cells;
                }

                if (keeps)
                    Pool<T, TTile, TKeeping>(source, cells, window, ends, some);
                else
                    Pool<T, TTile, TNumbers>(source, cells, window, ends, some);
                next = first + some.Length;
            }
        }
    }

    /// <summary>Outputs of a row that are taken at a time: whole vectors, and many beside the taps that they share with the next.</summary>
    private static int Segment<T>(int window, int lanes) => Math.Max(window, (ScratchBytes / Unsafe.SizeOf<T>()) - window) / lanes * lanes;

    /// <summary>Elements behind the cells that a loop over several vectors reads and writes with the last of them.</summary>
    private static int Ahead(int lanes) => 4 * lanes;

    /// <summary>Copies the elements from a column on, of which those outside the row repeat the nearest one: it changes no extremum of a window that holds it.</summary>
    private static void Fill<T>(ReadOnlySpan<T> line, int start, Span<T> cells)
        where T : unmanaged
    {
        int before = Math.Max(0, -start), count = Math.Min(cells.Length - before, line.Length - (start + before));
        cells[..before].Fill(line[0]);
        line.Slice(start + before, count).CopyTo(cells[before..]);
        cells[(before + count)..].Fill(line[^1]);
    }

    // Its loops are all that it has, and small methods go into them: in a larger one the JIT would run out of what it inlines.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Pool<T, TTile, TExtremum>(ReadOnlySpan<T> source, Span<T> cells, int window, Span<T> ends, Span<T> outputs)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        nuint lanes = (nuint)TTile.Length, group = (nuint)window / lanes * lanes, length = (nuint)outputs.Length;
        ref T cell = ref MemoryMarshal.GetReference(cells), end = ref MemoryMarshal.GetReference(ends), read = ref MemoryMarshal.GetReference(source);
        nuint held = 1, used = length + group;
        for (; held * 4 <= lanes; held *= 4)
        {
            WidenFour<T, FourTiles<TTile, T>, TExtremum>(ref read, ref cell, used + lanes, held, lanes);
            read = ref cell;
        }

        if (held < lanes)
            WidenTwo<T, FourTiles<TTile, T>, TExtremum>(ref read, ref cell, used, held, lanes);

        // Windows that begin in a group of as many vectors as they are long share its end: what is before it is taken once, backwards, and what is behind it, forwards.
        for (nuint first = 0; first < length; first += group)
        {
            ref T from = ref Unsafe.Add(ref cell, first), to = ref Unsafe.Add(ref MemoryMarshal.GetReference(outputs), first);
            TTile value = TTile.Load(ref from, group - lanes, lanes);
            for (nuint x = group - lanes; x > 0; x -= lanes)
            {
                value.Store(ref end, x, lanes);
                value = TTile.Combine<TExtremum>(value, TTile.Load(ref from, x - lanes, lanes));
            }

            // A window that ends inside a vector takes in the vector that ends with it.
            ref T next = ref Unsafe.Add(ref from, group - lanes), last = ref Unsafe.Add(ref from, window - TTile.Length);
            TTile.Combine<TExtremum>(value, TTile.Load(ref last, 0, lanes)).Store(ref to, 0, lanes);
            value = TTile.Load(ref next, lanes, lanes);
            for (nuint x = lanes, count = Math.Min(group, length - first); x < count; value = TTile.Combine<TExtremum>(value, TTile.Load(ref next, x, lanes)))
            {
                TTile.Combine<TExtremum>(TTile.Combine<TExtremum>(TTile.Load(ref end, x, lanes), value), TTile.Load(ref last, x, lanes)).Store(ref to, x, lanes);
                x += lanes;
            }
        }
    }

    /// <summary>Every cell takes in three ahead of it that hold as many elements as it does.</summary>
    private static void WidenFour<T, TTile, TExtremum>(ref T source, ref T cell, nuint count, nuint held, nuint spacing)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        ref T second = ref Unsafe.Add(ref source, held), third = ref Unsafe.Add(ref second, held), fourth = ref Unsafe.Add(ref third, held);
        for (nuint x = 0; x < count; x += (nuint)TTile.Length)
        {
            TTile value = TTile.Combine<TExtremum>(TTile.Load(ref source, x, spacing), TTile.Load(ref second, x, spacing));
            value = TTile.Combine<TExtremum>(TTile.Combine<TExtremum>(value, TTile.Load(ref third, x, spacing)), TTile.Load(ref fourth, x, spacing));
            value.Store(ref cell, x, spacing);
        }
    }

    /// <summary>Every cell takes in one ahead of it that holds as many elements as it does.</summary>
    private static void WidenTwo<T, TTile, TExtremum>(ref T source, ref T cell, nuint count, nuint held, nuint spacing)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        ref T second = ref Unsafe.Add(ref source, held);
        for (nuint x = 0; x < count; x += (nuint)TTile.Length)
            TTile.Combine<TExtremum>(TTile.Load(ref source, x, spacing), TTile.Load(ref second, x, spacing)).Store(ref cell, x, spacing);
    }
}
