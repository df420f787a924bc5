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
        if (ScatterLanes.Have<T>() && Avx2.IsSupported && columns >= Vector256<T>.Count)
            return Unsafe.SizeOf<T>() == sizeof(int) ? Vectors256<int>(ref value, ref index, ref lines, columns, row, first) : Vectors256<long>(ref value, ref index, ref lines, columns, row, first);
        if (ScatterLanes.Have<T>() && Vector128.IsHardwareAccelerated && columns >= Vector128<T>.Count)
            return Unsafe.SizeOf<T>() == sizeof(int) ? Vectors128<int>(ref value, ref index, ref lines, columns, row, first) : Vectors128<long>(ref value, ref index, ref lines, columns, row, first);
        return Elements(ref value, ref index, ref lines, columns, row, first);
    }

    private static bool Vectors256<TLane>(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int first)
        where TLane : unmanaged, INumber<TLane>
    {
        int lanes = Vector256<T>.Count, step = 2 * row.Steps.Width, rows = row.Height.Window, vectors = 0;
        nuint length = (nuint)row.Shape.Width;
        Vector256<TLane> left = IndexLanes.Along256<TLane>(0, row.Steps.Width), right = IndexLanes.Along256<TLane>(lanes * row.Steps.Width, row.Steps.Width);
        Vector256<TLane> down = Vector256.Create(TLane.CreateTruncating(row.Steps.Height)), hits = Vector256<TLane>.Zero;

        // The second vector overlaps the first, so that the last one ends with the row.
        for (int x = 0, after = ((columns - 1) % lanes) + 1; x < columns; x = after, after += lanes, vectors++)
        {
            Vector256<TLane> at = ScatterLanes.Load256<TIndex, TLane>(ref index, (nuint)x) - Vector256.Create(TLane.CreateTruncating(first + (x * step)));
            (Vector256<T> leftValues, Vector256<T> rightValues) = GradientLanes.Twice(ScatterLanes.Put<T, TScatter>(Vector256.LoadUnsafe(ref value, (nuint)x)));
            (Vector256<TLane> leftAt, Vector256<TLane> rightAt) = GradientLanes.Twice(at);
            ref T line = ref Unsafe.Add(ref lines, 2 * x);
            Vector256<TLane> leftIndex = left, rightIndex = right;
            for (int number = 0; number < rows; number++)
            {
                Vector256<TLane> isLeft = Vector256.Equals(leftAt, leftIndex), isRight = Vector256.Equals(rightAt, rightIndex);
                TStore.Store(leftValues & isLeft.As<TLane, T>(), ref line, 0);
                TStore.Store(rightValues & isRight.As<TLane, T>(), ref line, (nuint)lanes);
                hits += isLeft + isRight;
                leftIndex += down;
                rightIndex += down;
                line = ref Unsafe.Add(ref line, length);
            }
        }

        // Each value has one hit, minus one, where its index is inside of its window.
        return Vector256.Sum(hits) == TLane.CreateTruncating(-vectors * lanes);
    }

    private static bool Vectors128<TLane>(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int first)
        where TLane : unmanaged, INumber<TLane>
    {
        int lanes = Vector128<T>.Count, step = 2 * row.Steps.Width, rows = row.Height.Window, vectors = 0;
        nuint length = (nuint)row.Shape.Width;
        Vector128<TLane> left = IndexLanes.Along128<TLane>(0, row.Steps.Width), right = IndexLanes.Along128<TLane>(lanes * row.Steps.Width, row.Steps.Width);
        Vector128<TLane> down = Vector128.Create(TLane.CreateTruncating(row.Steps.Height)), hits = Vector128<TLane>.Zero;

        // The second vector overlaps the first, so that the last one ends with the row.
        for (int x = 0, after = ((columns - 1) % lanes) + 1; x < columns; x = after, after += lanes, vectors++)
        {
            Vector128<TLane> at = ScatterLanes.Load128<TIndex, TLane>(ref index, (nuint)x) - Vector128.Create(TLane.CreateTruncating(first + (x * step)));
            (Vector128<T> leftValues, Vector128<T> rightValues) = GradientLanes.Twice(ScatterLanes.Put<T, TScatter>(Vector128.LoadUnsafe(ref value, (nuint)x)));
            (Vector128<TLane> leftAt, Vector128<TLane> rightAt) = GradientLanes.Twice(at);
            ref T line = ref Unsafe.Add(ref lines, 2 * x);
            Vector128<TLane> leftIndex = left, rightIndex = right;
            for (int number = 0; number < rows; number++)
            {
                Vector128<TLane> isLeft = Vector128.Equals(leftAt, leftIndex), isRight = Vector128.Equals(rightAt, rightIndex);
                (leftValues & isLeft.As<TLane, T>()).StoreUnsafe(ref line);
                (rightValues & isRight.As<TLane, T>()).StoreUnsafe(ref line, (nuint)lanes);
                hits += isLeft + isRight;
                leftIndex += down;
                rightIndex += down;
                line = ref Unsafe.Add(ref line, length);
            }
        }

        // Each value has one hit, minus one, where its index is inside of its window.
        return Vector128.Sum(hits) == TLane.CreateTruncating(-vectors * lanes);
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
