using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>What windows count along an axis for their divisors. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WindowExtents
{
    /// <summary>
    /// Fills <paramref name="extents"/> with what the windows from <paramref name="first"/> on count along one axis for a divisor;
    /// the divisor of a window is the product of its extents, which is exact in <typeparamref name="T"/>. Every window's stands <paramref name="repeat"/> times.
    /// </summary>
    public static void Fill<T>(in PoolAxis axis, int size, int first, bool countIncludePad, Span<T> extents, int repeat)
        where T : INumber<T>
    {
        T whole = T.CreateTruncating(axis.Window);
        (int from, int end) = PoolGeometry.UnpaddedWindows(axis, size, first + (extents.Length / repeat));
        for (int index = 0; index < extents.Length / repeat; index++)
        {
            int window = first + index;
            T extent = window >= from && window < end
                ? whole
                : T.CreateTruncating(PoolGeometry.DivisorExtent(axis, size, window, countIncludePad));
            extents.Slice(index * repeat, repeat).Fill(extent);
        }
    }
}
