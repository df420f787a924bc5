using System;
using System.ComponentModel;

namespace PoolGen;

/// <summary>Rows of a plane in scratch memory with their padding around them, so that kernels read windows without a border. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PaddedRows
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
        for (int row = 0; row < rows; row++)
        {
            Span<T> target = cells.Slice((row * pitch) + left, columns);
            int source = top + row;
            if ((uint)source < (uint)height)
                plane.Slice((source * width) + firstColumn, columns).CopyTo(target);
            else
                target.Fill(padding);
        }
    }

    /// <summary>
    /// Fills <paramref name="extents"/> with what the windows from <paramref name="first"/> on count along one axis for a divisor;
    /// the divisor of a window is the product of its extents, which is exact in <typeparamref name="T"/>.
    /// </summary>
    public static void Extents<T>(in PoolAxis axis, int size, int first, bool countIncludePad, Span<T> extents)
        where T : System.Numerics.INumber<T>
    {
        T whole = T.CreateTruncating(axis.Window);
        (int from, int end) = PoolGeometry.UnpaddedWindows(axis, size, first + extents.Length);
        for (int index = 0; index < extents.Length; index++)
        {
            int window = first + index;
            extents[index] = window >= from && window < end
                ? whole
                : T.CreateTruncating(PoolGeometry.DivisorExtent(axis, size, window, countIncludePad));
        }
    }
}
