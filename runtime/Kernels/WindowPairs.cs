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
    /// <summary>Writes the input rows of some output rows, of one where windows leave elements out; false where an index is outside of its window.</summary>
    public static bool Write(ref T value, ref TIndex index, ref T lines, int columns, int count, in WindowRow<T, TIndex> row, int first)
    {
        bool together = typeof(TStore) != typeof(AlignedStore) || (AlignedStore.PairsBefore(ref lines, columns) == 0 && columns % Vector256<T>.Count == 0);
        if (together && ScatterLanes.Have<T>() && Avx2.IsSupported && columns >= Vector256<T>.Count)
            return Vectors256(ref value, ref index, ref lines, columns, count, row, first);

        bool inside = true;
        for (int number = 0; number < count; number++)
        {
            inside &= WriteRow(ref value, ref index, ref lines, columns, row, first);
            value = ref Unsafe.Add(ref value, columns);
            index = ref Unsafe.Add(ref index, columns);
            lines = ref Unsafe.Add(ref lines, row.Height.Stride * row.Shape.Width);
            first += row.Height.Stride * row.Steps.Height;
        }

        return inside;
    }

    private static bool WriteRow(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int first)
    {
        if (typeof(TStore) == typeof(AlignedStore))
            return Aligned(ref value, ref index, ref lines, columns, row, first);
        if (ScatterLanes.Have<T>() && Vector128.IsHardwareAccelerated && columns >= Vector128<T>.Count)
            return Unsafe.SizeOf<T>() == sizeof(int) ? Vectors128<int>(ref value, ref index, ref lines, columns, row, first) : Vectors128<long>(ref value, ref index, ref lines, columns, row, first);
        return Elements(ref value, ref index, ref lines, columns, row, first);
    }

    /// <summary>Vectors from where they are aligned in the lines, and single windows before and behind them.</summary>
    private static bool Aligned(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int first)
    {
        int lanes = Vector256<T>.Count, before = AlignedStore.PairsBefore(ref lines, columns), behind = columns - ((columns - before) % lanes), step = 2 * row.Steps.Width;
        bool inside = Elements(ref value, ref index, ref lines, before, row, first);
        if (before < behind)
        {
            ref T from = ref Unsafe.Add(ref value, before), to = ref Unsafe.Add(ref lines, 2 * before);
            ref TIndex at = ref Unsafe.Add(ref index, before);
            int start = first + (before * step);
            inside &= Vectors256(ref from, ref at, ref to, behind - before, 1, row, start);
        }

        return inside & Elements(
            ref Unsafe.Add(ref value, behind), ref Unsafe.Add(ref index, behind), ref Unsafe.Add(ref lines, 2 * behind), columns - behind, row, first + (behind * step));
    }

    private static bool Vectors256(ref T value, ref TIndex index, ref T lines, int columns, int count, in WindowRow<T, TIndex> row, int first) => Unsafe.SizeOf<T>() == sizeof(int)
        ? Vectors256<int>(ref value, ref index, ref lines, columns, count, row, first)
        : Vectors256<long>(ref value, ref index, ref lines, columns, count, row, first);

    /// <summary>Two input rows at a time share what their vector of values becomes; the last of an odd number stands alone.</summary>
    private static bool Vectors256<TLane>(ref T value, ref TIndex index, ref T lines, int columns, int count, in WindowRow<T, TIndex> row, int first)
        where TLane : unmanaged, INumber<TLane>
    {
        int lanes = Vector256<T>.Count, rows = row.Height.Window;
        Vector256<TLane> hits = Vector256<TLane>.Zero;
        for (int line = 0; line < rows; line += 2)
        {
            hits += Lines256<TLane>(
                ref value, ref index, ref Unsafe.Add(ref lines, (nint)line * row.Shape.Width), columns, count, row, first + (line * row.Steps.Height), line + 1 < rows);
        }

        // Each value has one hit, minus one, where its index is inside of its window.
        return Vector256.Sum(hits) == TLane.CreateTruncating(-((columns + lanes - 1) / lanes * lanes) * count);
    }

    // Not inlined: what the JIT inlines into one method is then all for this loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<TLane> Lines256<TLane>(
        ref T value, ref TIndex index, ref T line, int columns, int rows, in WindowRow<T, TIndex> row, int first, bool two)
        where TLane : unmanaged, INumber<TLane>
    {
        nuint lanes = (nuint)Vector256<T>.Count, count = (nuint)columns;
        int step = 2 * row.Steps.Width, length = row.Shape.Width, height = row.Steps.Height;
        ref T below = ref Unsafe.Add(ref line, length);
        Vector256<TLane> left = IndexLanes.Along256<TLane>(0, row.Steps.Width), right = IndexLanes.Along256<TLane>((int)lanes * row.Steps.Width, row.Steps.Width);
        Vector256<TLane> down = Vector256.Create(TLane.CreateTruncating(height)), leftBelow = left + down, rightBelow = right + down;
        Vector256<TLane> hits = Vector256<TLane>.Zero;

        // The second vector overlaps the first, so that the last one ends with the row.
        nuint overlap = ((count - 1) % lanes) + 1;
        Vector256<TLane> some = Vector256.Create(TLane.CreateTruncating((int)overlap * step)), all = Vector256.Create(TLane.CreateTruncating((int)lanes * step));
        for (; rows > 0; rows--)
        {
            Vector256<TLane> start = Vector256.Create(TLane.CreateTruncating(first)), next = some;
            for (nuint x = 0, after = overlap; x < count; x = after, after += lanes, next = all)
            {
                (Vector256<TLane> leftAt, Vector256<TLane> rightAt) = GradientLanes.Twice(ScatterLanes.Load256<TIndex, TLane>(ref index, x) - start);
                (Vector256<T> leftValues, Vector256<T> rightValues) = GradientLanes.Twice(ScatterLanes.Put<T, TScatter>(Vector256.LoadUnsafe(ref value, x)));
                start += next;
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

            value = ref Unsafe.Add(ref value, columns);
            index = ref Unsafe.Add(ref index, columns);
            line = ref Unsafe.Add(ref line, 2 * length);
            below = ref Unsafe.Add(ref below, 2 * length);
            first += 2 * height;
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

    /// <summary>One line after the other: stores past the caches gather as long as they go to the same line of the caches.</summary>
    private static bool Elements(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int start)
    {
        int rows = row.Height.Window, length = row.Shape.Width, down = row.Steps.Height, right = row.Steps.Width, found = 0;
        for (int number = 0; number < rows; number++, start += down)
        {
            for (int x = 0, left = start; x < columns; x++, left += 2 * right)
            {
                T put = T.Zero;
                TScatter.Put(Unsafe.Add(ref value, x), ref put);
                int at = int.CreateTruncating(Unsafe.Add(ref index, x));
                int isFirst = ScatterLanes.Equal(at, left), isSecond = ScatterLanes.Equal(at, left + right);
                T first = ScatterLanes.Kept(put, isFirst), second = ScatterLanes.Kept(put, isSecond);
                found -= isFirst + isSecond;
                ref T pair = ref Unsafe.Add(ref lines, 2 * x);
                if (typeof(TStore) == typeof(AlignedStore))
                {
                    AlignedStore.StorePair(first, second, ref pair);
                }
                else
                {
                    pair = first;
                    Unsafe.Add(ref pair, 1) = second;
                }
            }

            lines = ref Unsafe.Add(ref lines, length);
        }

        return found == columns;
    }
}
