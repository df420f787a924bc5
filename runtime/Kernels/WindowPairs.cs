using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>
/// Windows two columns wide and two apart: a vector of values becomes two vectors of every input row, in which the elements that indices name alternate with
/// zeros.
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
        int lanes = Vector256<T>.Count;
        nint length = row.Shape.Width;
        TLane right = TLane.CreateTruncating(row.Steps.Width), down = TLane.CreateTruncating(row.Steps.Height);
        Vector256<TLane> along = IndexLanes.Along256<TLane>(first, 2 * row.Steps.Width);
        Vector256<TLane> missed = Vector256<TLane>.Zero;

        // The second vector overlaps the first, so that the last one ends with the row.
        for (int x = 0, after = ((columns - 1) % lanes) + 1; x < columns; x = after, after += lanes)
        {
            Vector256<T> values = ScatterLanes.Put<T, TScatter>(Vector256.LoadUnsafe(ref value, (nuint)x));
            Vector256<TLane> at = ScatterLanes.Load256<TIndex, TLane>(ref index, (nuint)x) - along - Vector256.Create(TLane.CreateTruncating(2 * x * row.Steps.Width));
            Vector256<TLane> found = Vector256<TLane>.Zero, left = Vector256<TLane>.Zero;
            ref T line = ref Unsafe.Add(ref lines, 2 * x);
            for (int number = 0; number < row.Height.Window; number++)
            {
                Vector256<TLane> isLeft = Vector256.Equals(at, left), isRight = Vector256.Equals(at, left + Vector256.Create(right));
                GradientLanes.StorePairs<T, TStore>(values & isLeft.As<TLane, T>(), values & isRight.As<TLane, T>(), ref line, 0);
                found |= isLeft | isRight;
                left += Vector256.Create(down);
                line = ref Unsafe.Add(ref line, length);
            }

            missed |= ~found;
        }

        return missed == Vector256<TLane>.Zero;
    }

    private static bool Vectors128<TLane>(ref T value, ref TIndex index, ref T lines, int columns, in WindowRow<T, TIndex> row, int first)
        where TLane : unmanaged, INumber<TLane>
    {
        int lanes = Vector128<T>.Count;
        nint length = row.Shape.Width;
        TLane right = TLane.CreateTruncating(row.Steps.Width), down = TLane.CreateTruncating(row.Steps.Height);
        Vector128<TLane> along = IndexLanes.Along128<TLane>(first, 2 * row.Steps.Width);
        Vector128<TLane> missed = Vector128<TLane>.Zero;
        for (int x = 0, after = ((columns - 1) % lanes) + 1; x < columns; x = after, after += lanes)
        {
            Vector128<T> values = ScatterLanes.Put<T, TScatter>(Vector128.LoadUnsafe(ref value, (nuint)x));
            Vector128<TLane> at = ScatterLanes.Load128<TIndex, TLane>(ref index, (nuint)x) - along - Vector128.Create(TLane.CreateTruncating(2 * x * row.Steps.Width));
            Vector128<TLane> found = Vector128<TLane>.Zero, left = Vector128<TLane>.Zero;
            ref T line = ref Unsafe.Add(ref lines, 2 * x);
            for (int number = 0; number < row.Height.Window; number++)
            {
                Vector128<TLane> isLeft = Vector128.Equals(at, left), isRight = Vector128.Equals(at, left + Vector128.Create(right));
                GradientLanes.StorePairs<T, TStore>(values & isLeft.As<TLane, T>(), values & isRight.As<TLane, T>(), ref line, 0);
                found |= isLeft | isRight;
                left += Vector128.Create(down);
                line = ref Unsafe.Add(ref line, length);
            }

            missed |= ~found;
        }

        return missed == Vector128<TLane>.Zero;
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
