using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Looks for NaN before overlapping windows are pooled, so that every maximum or minimum after it costs one instruction. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NaNScan
{
    /// <summary>Whether the processor's own maximum keeps NaN, so that looking for one would only cost time.</summary>
    public static bool IsNeedless => !X86Base.IsSupported;

    /// <summary>
    /// Whether an extremum must keep NaN for some output rows of a channels-first map: there is one in the input rows that they
    /// reach, or keeping it costs nothing on this processor. Whole numbers have none.
    /// </summary>
    public static bool MustKeep<T>(ReadOnlySpan<T> input, in PoolShape shape, in PoolAxis height, int outputHeight, int firstRow, int count)
        where T : unmanaged, INumber<T> => MustKeep(input, shape, height, outputHeight, firstRow, count, 0, shape.Width);

    /// <summary>The same for windows that reach no further than some columns of their rows.</summary>
    public static bool MustKeep<T>(
        ReadOnlySpan<T> input, in PoolShape shape, in PoolAxis height, int outputHeight, int firstRow, int count, int column, int columns)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            return false;
        if (IsNeedless || !Vector128.IsHardwareAccelerated)
            return true;

        (int plane, int y) = Math.DivRem(firstRow, outputHeight);
        int from = (plane * shape.Height) + Math.Max(0, PoolGeometry.WindowStart(height, y));
        (plane, y) = Math.DivRem(firstRow + count - 1, outputHeight);
        int end = (plane * shape.Height) + Math.Min(shape.Height, PoolGeometry.WindowStart(height, y) + height.EffectiveWindow);
        return HoldsNaN(input, shape.Width, from, end, column, columns);
    }

    /// <summary>Whether the maximum must keep NaN for some output rows of a channels-first map whose windows have slices of several input planes, and reach no further than some columns.</summary>
    public static bool MustKeep<T>(
        ReadOnlySpan<T> input, in PoolShape shape, in PoolAxis depth, int outputDepth, in PoolAxis height, int outputHeight, int firstRow, int count,
        int column, int columns)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            return false;
        if (IsNeedless || !Vector128.IsHardwareAccelerated)
            return true;

        for (int row = firstRow, end = firstRow + count; row < end;)
        {
            (int plane, int y) = Math.DivRem(row, outputHeight);
            int rows = Math.Min(outputHeight - y, end - row);
            (int volume, int z) = Math.DivRem(plane, outputDepth);
            int top = Math.Max(0, PoolGeometry.WindowStart(height, y));
            int bottom = Math.Min(shape.Height, PoolGeometry.WindowStart(height, y + rows - 1) + height.EffectiveWindow);
            (int firstTap, int endTap) = PoolGeometry.ValidTaps(depth, shape.Depth, z);
            for (int tap = firstTap; tap < endTap; tap++)
            {
                int slice = ((volume * shape.Depth) + PoolGeometry.WindowStart(depth, z) + (tap * depth.Dilation)) * shape.Height;
                if (HoldsNaN(input, shape.Width, slice + top, slice + bottom, column, columns))
                    return true;
            }

            row += rows;
        }

        return false;
    }

    /// <summary>Whether there is one in some columns of some rows, which are all of one piece where the columns are all there are.</summary>
    private static bool HoldsNaN<T>(ReadOnlySpan<T> input, int width, int row, int endRow, int column, int columns)
        where T : unmanaged, INumber<T>
    {
        if (columns == width)
            return HoldsNaN(input[(row * width)..(endRow * width)]);
        for (; row < endRow; row++)
        {
            if (HoldsNaN(input.Slice((row * width) + column, columns)))
                return true;
        }

        return false;
    }

    private static bool HoldsNaN<T>(ReadOnlySpan<T> elements)
        where T : unmanaged, INumber<T>
    {
        ref T first = ref MemoryMarshal.GetReference(elements);
        nuint length = (nuint)elements.Length, index = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<T> ordered = Vector256<T>.AllBitsSet;
            nuint turn = 4 * (nuint)Vector256<T>.Count;
            for (; index + turn <= length; index += turn)
            {
                ref T at = ref Unsafe.Add(ref first, index);
                ordered &= Ordered(Vector256.LoadUnsafe(ref at), Vector256.LoadUnsafe(ref at, (nuint)Vector256<T>.Count));
                ordered &= Ordered(Vector256.LoadUnsafe(ref at, 2 * (nuint)Vector256<T>.Count), Vector256.LoadUnsafe(ref at, 3 * (nuint)Vector256<T>.Count));
            }

            if (Vector256.ExtractMostSignificantBits(ordered) != (uint)((1UL << Vector256<T>.Count) - 1))
                return true;
        }

        for (; index + (nuint)Vector128<T>.Count <= length; index += (nuint)Vector128<T>.Count)
        {
            Vector128<T> vector = Vector128.LoadUnsafe(ref first, index);
            if (!Vector128.EqualsAll(vector, vector))
                return true;
        }

        for (; index < length; index++)
        {
            if (T.IsNaN(Unsafe.Add(ref first, index)))
                return true;
        }

        return false;
    }

    /// <summary>All bits where neither side is NaN: one comparison for two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Ordered<T>(Vector256<T> left, Vector256<T> right)
    {
        if (typeof(T) == typeof(float))
            return Avx.Compare(left.AsSingle(), right.AsSingle(), FloatComparisonMode.OrderedNonSignaling).As<float, T>();
        if (typeof(T) == typeof(double))
            return Avx.Compare(left.AsDouble(), right.AsDouble(), FloatComparisonMode.OrderedNonSignaling).As<double, T>();
        return Vector256.Equals(left, left) & Vector256.Equals(right, right);
    }
}
