using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>
/// Windows two columns wide and two apart: a vector of values becomes two vectors of every input row, in which every value stands twice, and those elements
/// stay that indices name.
/// </summary>
internal static class WindowPairs<T, TIndex, TScatter, TStore>
    where T : unmanaged, INumber<T>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
    where TScatter : struct, IScatter
    where TStore : struct, IStore
{
    /// <summary>Writes the input rows of an output row; false where an index is outside of its window.</summary>
    public static bool Write(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int first)
    {
        if (typeof(TStore) == typeof(BypassingStore) && BypassingStore.Aligns(ref lines, (nuint)columns, (nuint)row.Shape.Width))
            return WindowPairs<T, TIndex, TScatter, AlignedStore>.Write(ref value, ref index, ref lines, columns, row, first);
        if (ScatterLanes.Have<T>() && Avx2.IsSupported && columns >= Vector256<T>.Count)
            return Unsafe.SizeOf<T>() == sizeof(int) ? Vectors256<int>(ref value, ref index, ref lines, columns, row, first) : Vectors256<long>(ref value, ref index, ref lines, columns, row, first);
        if (ScatterLanes.Have<T>() && Vector128.IsHardwareAccelerated && columns >= Vector128<T>.Count)
            return Unsafe.SizeOf<T>() == sizeof(int) ? Vectors128<int>(ref value, ref index, ref lines, columns, row, first) : Vectors128<long>(ref value, ref index, ref lines, columns, row, first);
        return Elements(ref value, ref index, ref lines, columns, row, first);
    }

    /// <summary>Two input rows at a time share what their vector of values becomes; the last of an odd number stands alone.</summary>
    private static bool Vectors256<TLane>(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int first)
        where TLane : unmanaged, INumber<TLane>
    {
        int lanes = Vector256<T>.Count, rows = row.Height.Window;
        Vector256<TLane> hits = Vector256<TLane>.Zero;
        for (int line = 0; line < rows; line += 2)
        {
            hits += Lines256<TLane>(
                ref value, ref index, ref Unsafe.Add(ref lines, (nint)line * row.Shape.Width), columns, row, first + (line * row.Steps.Height), line + 1 < rows);
        }

        // Each value has one hit, minus one, where its index is inside of its window.
        return Vector256.Sum(hits) == TLane.CreateTruncating(-((columns + lanes - 1) / lanes * lanes));
    }

    // Not inlined: what the JIT inlines into one method is then all for this loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<TLane> Lines256<TLane>(
        ref T value, ref TIndex index, ref T line, int columns, in WindowRow<T, TIndex> row, int first, bool two)
        where TLane : unmanaged, INumber<TLane>
    {
        nuint lanes = (nuint)Vector256<T>.Count, count = (nuint)columns;
        int step = 2 * row.Steps.Width;
        ref T below = ref Unsafe.Add(ref line, row.Shape.Width);
        Vector256<TLane> left = IndexLanes.Along256<TLane>(0, row.Steps.Width), right = IndexLanes.Along256<TLane>((int)lanes * row.Steps.Width, row.Steps.Width);
        Vector256<TLane> down = Vector256.Create(TLane.CreateTruncating(row.Steps.Height)), leftBelow = left + down, rightBelow = right + down;
        Vector256<TLane> start = Vector256.Create(TLane.CreateTruncating(first)), hits = Vector256<TLane>.Zero;

        // The second vector overlaps the first, so that the last one ends with the row.
        nuint after = ((count - 1) % lanes) + 1;
        Vector256<TLane> some = Vector256.Create(TLane.CreateTruncating((int)after * step)), all = Vector256.Create(TLane.CreateTruncating((int)lanes * step));
        for (nuint x = 0; x < count; x = after, after += lanes, some = all)
        {
            (Vector256<TLane> leftAt, Vector256<TLane> rightAt) = GradientLanes.Twice(ScatterLanes.Load256<TIndex, TLane>(ref index, x) - start);
            (Vector256<T> leftValues, Vector256<T> rightValues) = GradientLanes.Twice(ScatterLanes.Put<T, TScatter>(Vector256.LoadUnsafe(ref value, x)));
            start += some;
            Vector256<TLane> isLeft = Vector256.Equals(leftAt, left), isRight = Vector256.Equals(rightAt, right);
            TStore.Store(leftValues & isLeft.As<TLane, T>(), ref line, 2 * x);
            TStore.Store(rightValues & isRight.As<TLane, T>(), ref line, (2 * x) + lanes);
            hits += isLeft + isRight;
            if (!two)
                continue;
            isLeft = Vector256.Equals(leftAt, leftBelow);
            isRight = Vector256.Equals(rightAt, rightBelow);
            TStore.Store(leftValues & isLeft.As<TLane, T>(), ref below, 2 * x);
            TStore.Store(rightValues & isRight.As<TLane, T>(), ref below, (2 * x) + lanes);
            hits += isLeft + isRight;
        }

        return hits;
    }

    /// <summary>Two input rows at a time share what their vector of values becomes; the last of an odd number stands alone.</summary>
    private static bool Vectors128<TLane>(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int first)
        where TLane : unmanaged, INumber<TLane>
    {
        int lanes = Vector128<T>.Count, rows = row.Height.Window;
        Vector128<TLane> hits = Vector128<TLane>.Zero;
        for (int line = 0; line < rows; line += 2)
        {
            hits += Lines128<TLane>(
                ref value, ref index, ref Unsafe.Add(ref lines, (nint)line * row.Shape.Width), columns, row, first + (line * row.Steps.Height), line + 1 < rows);
        }

        // Each value has one hit, minus one, where its index is inside of its window.
        return Vector128.Sum(hits) == TLane.CreateTruncating(-((columns + lanes - 1) / lanes * lanes));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<TLane> Lines128<TLane>(
        ref T value, ref TIndex index, ref T line, int columns, in WindowRow<T, TIndex> row, int first, bool two)
        where TLane : unmanaged, INumber<TLane>
    {
        nuint lanes = (nuint)Vector128<T>.Count, count = (nuint)columns;
        int step = 2 * row.Steps.Width;
        ref T below = ref Unsafe.Add(ref line, row.Shape.Width);
        Vector128<TLane> left = IndexLanes.Along128<TLane>(0, row.Steps.Width), right = IndexLanes.Along128<TLane>((int)lanes * row.Steps.Width, row.Steps.Width);
        Vector128<TLane> down = Vector128.Create(TLane.CreateTruncating(row.Steps.Height)), leftBelow = left + down, rightBelow = right + down;
        Vector128<TLane> start = Vector128.Create(TLane.CreateTruncating(first)), hits = Vector128<TLane>.Zero;

        // The second vector overlaps the first, so that the last one ends with the row.
        nuint after = ((count - 1) % lanes) + 1;
        Vector128<TLane> some = Vector128.Create(TLane.CreateTruncating((int)after * step)), all = Vector128.Create(TLane.CreateTruncating((int)lanes * step));
        for (nuint x = 0; x < count; x = after, after += lanes, some = all)
        {
            (Vector128<TLane> leftAt, Vector128<TLane> rightAt) = GradientLanes.Twice(ScatterLanes.Load128<TIndex, TLane>(ref index, x) - start);
            (Vector128<T> leftValues, Vector128<T> rightValues) = GradientLanes.Twice(ScatterLanes.Put<T, TScatter>(Vector128.LoadUnsafe(ref value, x)));
            start += some;
            Vector128<TLane> isLeft = Vector128.Equals(leftAt, left), isRight = Vector128.Equals(rightAt, right);
            Vector128.StoreUnsafe(leftValues & isLeft.As<TLane, T>(), ref line, 2 * x);
            Vector128.StoreUnsafe(rightValues & isRight.As<TLane, T>(), ref line, (2 * x) + lanes);
            hits += isLeft + isRight;
            if (!two)
                continue;
            isLeft = Vector128.Equals(leftAt, leftBelow);
            isRight = Vector128.Equals(rightAt, rightBelow);
            Vector128.StoreUnsafe(leftValues & isLeft.As<TLane, T>(), ref below, 2 * x);
            Vector128.StoreUnsafe(rightValues & isRight.As<TLane, T>(), ref below, (2 * x) + lanes);
            hits += isLeft + isRight;
        }

        return hits;
    }

    private static bool Elements(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int first)
    {
        bool inside = true;
        for (int x = 0; x < columns; x++)
        {
            T put = T.Zero;
            TScatter.Put(Unsafe.Add(ref value, x), ref put);
            int at = int.CreateTruncating(Unsafe.Add(ref index, x)) - first - (2 * x * row.Steps.Width);
            bool found = false;
            for (int number = 0, left = 0; number < row.Height.Window; number++, left += row.Steps.Height)
            {
                ref T line = ref Unsafe.Add(ref lines, ((nint)number * row.Shape.Width) + (2 * x));
                line = at == left ? put : T.Zero;
                Unsafe.Add(ref line, 1) = at == left + row.Steps.Width ? put : T.Zero;
                found |= at == left || at == left + row.Steps.Width;
            }

            inside &= found;
        }

        return inside;
    }
}
