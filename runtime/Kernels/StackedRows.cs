using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// How rows stand in scratch memory with their padding around them: neighbouring planes below one another, parted by padding rows
/// that both share, and every row a pitch after the one above, sharing the padding between them. A window is then whole wherever
/// it lies, and steps over all rows need to know nothing of planes. Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StackedRows
{
    private readonly PoolAxis axis;
    private readonly int outputSize;
    private readonly int size;
    private readonly int inputSize;
    private readonly int pitch;
    private readonly int planes;
    private readonly int part;
    private readonly int reach;

    /// <summary>Plans the stack of a map, in blocks of at most so many cells where a plane or a window can be that small.</summary>
    public StackedRows(in PoolAxis height, int inputHeight, int outputHeight, int pitch, int mostCells)
    {
        axis = height;
        inputSize = inputHeight;
        outputSize = outputHeight;
        this.pitch = pitch;
        reach = ((outputHeight - 1) * height.Stride) + height.EffectiveWindow;
        size = Math.Min(inputHeight, reach - height.PaddingBefore);
        PlaneRows = reach - Math.Min(height.PaddingBefore, reach - height.PaddingBefore - size);
        int fit = mostCells / pitch;
        planes = (fit - reach + PlaneRows) / PlaneRows;
        part = (Math.Max(0, fit - height.EffectiveWindow) / height.Stride) + 1;
    }

    /// <summary>Stack rows from the first of a plane to the first of the next.</summary>
    public int PlaneRows { get; }

    /// <summary>The distance of rows that share the padding between them where one segment holds the whole row.</summary>
    public static int SharedPitch(in PoolAxis width, int inputWidth, int outputWidth)
    {
        int reach = ((outputWidth - 1) * width.Stride) + width.EffectiveWindow;
        int right = Math.Min(inputWidth, reach - width.PaddingBefore) + width.PaddingBefore;
        return reach - Math.Min(width.PaddingBefore, reach - right);
    }

    /// <summary>The cells that blocks of at most <paramref name="rows"/> output rows take.</summary>
    public int Cells(int rows)
    {
        int most = planes > 0 ? ((planes - 1) * PlaneRows) + reach : ((Math.Min(part, outputSize) - 1) * axis.Stride) + axis.EffectiveWindow;
        rows = Math.Max(rows, 1);
        int crossed = (rows + outputSize - 2) / outputSize;
        long needed = ((long)crossed * PlaneRows) + ((rows - 1) * (long)axis.Stride) + axis.EffectiveWindow;
        return (int)Math.Min(most, needed) * pitch;
    }

    /// <summary>The output rows of the next block, which starts at row <paramref name="y"/> of a plane with <paramref name="left"/> rows to go.</summary>
    public int Count(int y, int left) =>
        Math.Min(left, planes > 0 ? (planes * outputSize) - y : Math.Min(part, outputSize - y));

    /// <summary>
    /// Fills a block with the rows that <paramref name="count"/> output rows from row <paramref name="y"/> of a plane on reach,
    /// and returns how many stack rows there are. Cell 0 lies under the first tap of the first window.
    /// </summary>
    /// <param name="input">The elements of the map.</param>
    /// <param name="width">The width of the map.</param>
    /// <param name="plane">The plane of the first output row.</param>
    /// <param name="y">The first output row in its plane.</param>
    /// <param name="count">How many output rows, over as many planes as it takes.</param>
    /// <param name="column">The first column of the map that is copied.</param>
    /// <param name="columns">How many columns are copied.</param>
    /// <param name="cells">The scratch memory, with two vectors more than <see cref="Cells"/>.</param>
    /// <param name="left">The padding cells in front of the first column.</param>
    /// <param name="padding">The value of padding cells.</param>
    public int Fill<T>(
        ReadOnlySpan<T> input, int width, int plane, int y, int count, int column, int columns, Span<T> cells, int left, T padding)
        where T : unmanaged
    {
        int lastY = y + count - 1;
        int rows = ((lastY / outputSize) * PlaneRows) + (((lastY % outputSize) - y) * axis.Stride) + axis.EffectiveWindow;
        ref T to = ref MemoryMarshal.GetReference(cells[..((rows * pitch) + left)]);
        ShortRow.FillOver(ref to, (nuint)left, padding);
        to = ref Unsafe.Add(ref to, left);
        int row = 0, first = axis.PaddingBefore - (y * axis.Stride);
        while (row < rows)
        {
            int from = Math.Clamp(first, row, rows), end = Math.Clamp(first + size, from, rows);
            ShortRow.FillOver(ref Unsafe.Add(ref to, (nuint)(row * pitch)), (nuint)((from - row) * pitch), padding);
            if (end > from)
            {
                ReadOnlySpan<T> source = input.Slice((((plane * inputSize) + from - first) * width) + column);
                _ = source[..(((end - from - 1) * width) + columns)];
                CopyRows(source, width, ref Unsafe.Add(ref to, (nuint)(from * pitch)), end - from, (nuint)columns, padding);
            }

            row = end;
            plane++;
            first += PlaneRows;
        }

        return rows;
    }

    /// <summary>
    /// Fills a block for each slice that the windows of an output plane have, one behind the other; those outside the volume are padding.
    /// Returns how many stack rows each has.
    /// </summary>
    /// <param name="input">The elements of the map.</param>
    /// <param name="width">The width of the map.</param>
    /// <param name="volume">The volume of the output plane.</param>
    /// <param name="front">The slice of the first tap.</param>
    /// <param name="slices">The slices of a window.</param>
    /// <param name="dilation">How far apart they are.</param>
    /// <param name="depth">The slices of the map.</param>
    /// <param name="y">The first output row in its plane.</param>
    /// <param name="count">How many output rows, of that plane alone.</param>
    /// <param name="column">The first column of the map that is copied.</param>
    /// <param name="columns">How many columns are copied.</param>
    /// <param name="cells">The scratch memory, with two vectors more than the slices take.</param>
    /// <param name="slice">The cells from one slice to the next.</param>
    /// <param name="left">The padding cells in front of the first column.</param>
    /// <param name="padding">The value of padding cells.</param>
    public int FillSlices<T>(
        ReadOnlySpan<T> input, int width, int volume, int front, int slices, int dilation, int depth,
        int y, int count, int column, int columns, Span<T> cells, int slice, int left, T padding)
        where T : unmanaged
    {
        for (int tap = 0; tap < slices; tap++)
        {
            // What runs over the end of a slice is overwritten by the next.
            int at = front + (tap * dilation);
            if (at >= 0 && at < depth)
                Fill(input, width, (volume * depth) + at, y, count, column, columns, cells[(tap * slice)..], left, padding);
            else
                cells.Slice(tap * slice, slice).Fill(padding);
        }

        return ((count - 1) * axis.Stride) + axis.EffectiveWindow;
    }

    /// <summary>Copies rows, each with the padding behind it. What runs over a row's end is overwritten by what comes after it.</summary>
    private void CopyRows<T>(ReadOnlySpan<T> source, int width, ref T to, int rows, nuint columns, T padding)
        where T : unmanaged
    {
        ref T from = ref MemoryMarshal.GetReference(source);
        nuint gap = (nuint)pitch - columns;
        if (Vector256.IsHardwareAccelerated && columns < (nuint)Vector256<T>.Count && (int)columns > Vector256<T>.Count / 2)
        {
            // A vector holds a whole row and a little of the next, which the input must have.
            int whole = ((rows - 1) * width) + Vector256<T>.Count > source.Length ? rows - 1 : rows;
            for (rows -= whole; whole > 0; whole--)
            {
                Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref from), ref to);
                ShortRow.FillOver(ref Unsafe.Add(ref to, columns), gap, padding);
                from = ref Unsafe.Add(ref from, width);
                to = ref Unsafe.Add(ref to, pitch);
            }
        }

        for (int row = 0; row < rows; row++)
        {
            ShortRow.Copy(ref from, ref to, columns);
            ShortRow.FillOver(ref Unsafe.Add(ref to, columns), gap, padding);
            from = ref Unsafe.Add(ref from, width);
            to = ref Unsafe.Add(ref to, pitch);
        }
    }
}
