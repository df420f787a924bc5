using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Which output rows vectors can walk down, and what their windows count. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WalkedColumns
{
    /// <summary>
    /// Whether some vector fits into rows of so many outputs: a vector at the edge reaches over the padding of one side only, or, where
    /// <paramref name="same"/> says that a row has as many outputs as inputs, one vector holds all of it.
    /// </summary>
    public static bool Fit<T>(int columns, int padding, bool same)
        where T : unmanaged
    {
        int widest = Vector256.IsHardwareAccelerated ? Vector256<T>.Count : Vector128<T>.Count;
        return Vector128.IsHardwareAccelerated && WalkedWidths.Fit(columns, padding, same, Vector128<T>.Count, widest);
    }

    /// <summary>
    /// What the windows of the first and of the last vector count along the width, with a whole vector of windows that lose no tap between
    /// them: the outputs of a row in the first and the last third of <paramref name="extents"/>, as far as they are there.
    /// </summary>
    public static void FillExtents<T>(in PoolAxis axis, int width, int columns, bool countIncludePad, Span<T> extents)
        where T : INumber<T>
    {
        int third = extents.Length / 3, count = Math.Min(third, columns);
        extents.Fill(T.CreateTruncating(axis.Window));
        WindowExtents.Fill(axis, width, 0, countIncludePad, extents[..count], repeat: 1);
        WindowExtents.Fill(axis, width, columns - count, countIncludePad, extents[^count..], repeat: 1);
    }
}
