using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Rows of interleaved pixels in scratch memory with their padding around them, so that kernels read windows without a border. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PixelRows
{
    /// <summary>
    /// Copies <paramref name="rows"/> rows of a plane, the first of which is <paramref name="top"/> (which may lie above the plane),
    /// into cells of the given pitch. The cells to the left and right of the copied columns stay as they are; rows outside the plane
    /// become <paramref name="padding"/>.
    /// </summary>
    public static void Copy<T>(
        ReadOnlySpan<T> plane, int width, int top, int rows, int firstColumn, int columns, Span<T> cells, int pitch, int left, T padding)
        where T : unmanaged
    {
        int height = plane.Length / width;
        int firstRow = Math.Max(0, -top);
        int endRow = Math.Max(firstRow, Math.Min(rows, height - top));

        // The slices check once that every row lies inside.
        ref T target = ref MemoryMarshal.GetReference(cells.Slice(left, ((rows - 1) * pitch) + columns));
        ref T source = ref MemoryMarshal.GetReference(plane);
        if (endRow > firstRow)
            source = ref MemoryMarshal.GetReference(plane.Slice(((top + firstRow) * width) + firstColumn, ((endRow - firstRow - 1) * width) + columns));
        for (int row = 0; row < rows; row++)
        {
            ref T to = ref Unsafe.Add(ref target, (nuint)(row * pitch));
            if (row >= firstRow && row < endRow)
                ShortRow.Copy(ref Unsafe.Add(ref source, (nuint)((row - firstRow) * width)), ref to, (nuint)columns);
            else
                FillRow(ref to, (nuint)columns, padding);
        }
    }

    /// <summary>Fills a short row without a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillRow<T>(ref T to, nuint columns, T value)
        where T : unmanaged
    {
        if (Vector128.IsHardwareAccelerated && columns >= (nuint)Vector128<T>.Count)
        {
            nuint last = columns - (nuint)Vector128<T>.Count;
            Vector128<T> values = Vector128.Create(value);
            for (nuint x = 0; x < last; x += (nuint)Vector128<T>.Count)
                values.StoreUnsafe(ref to, x);
            values.StoreUnsafe(ref to, last);
        }
        else
        {
            for (nuint x = 0; x < columns; x++)
                Unsafe.Add(ref to, x) = value;
        }
    }
}
