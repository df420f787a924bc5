using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Rows that are too short to be worth a call.</summary>
internal static class ShortRow
{
    /// <summary>Copies a short row without a call; the last vector overlaps the one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(ref T from, ref T to, nuint columns)
        where T : unmanaged
    {
        if (Vector256.IsHardwareAccelerated && columns >= (nuint)Vector256<T>.Count)
        {
            nuint last = columns - (nuint)Vector256<T>.Count;
            for (nuint x = 0; x < last; x += (nuint)Vector256<T>.Count)
                Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref from, x), ref to, x);
            Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref from, last), ref to, last);
        }
        else if (Vector128.IsHardwareAccelerated && columns >= (nuint)Vector128<T>.Count)
        {
            nuint last = columns - (nuint)Vector128<T>.Count;
            for (nuint x = 0; x < last; x += (nuint)Vector128<T>.Count)
                Vector128.StoreUnsafe(Vector128.LoadUnsafe(ref from, x), ref to, x);
            Vector128.StoreUnsafe(Vector128.LoadUnsafe(ref from, last), ref to, last);
        }
        else
        {
            for (nuint x = 0; x < columns; x++)
                Unsafe.Add(ref to, x) = Unsafe.Add(ref from, x);
        }
    }

    /// <summary>Fills cells with whole vectors, which may run over the end into cells that are written next, or into the spare ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FillOver<T>(ref T to, nuint count, T value)
        where T : unmanaged
    {
        if (Vector256.IsHardwareAccelerated)
        {
            for (nuint x = 0; x < count; x += (nuint)Vector256<T>.Count)
                Vector256.StoreUnsafe(Vector256.Create(value), ref to, x);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            for (nuint x = 0; x < count; x += (nuint)Vector128<T>.Count)
                Vector128.StoreUnsafe(Vector128.Create(value), ref to, x);
        }
        else
        {
            for (nuint x = 0; x < count; x++)
                Unsafe.Add(ref to, x) = value;
        }
    }
}
