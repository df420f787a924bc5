using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Lanes of what writes where indices say: values, and indices in lanes as wide as those.</summary>
internal static class ScatterLanes
{
    /// <summary>Whether there are vectors of the elements whose lanes hold an index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Have<T>() => Vector128<T>.IsSupported && Unsafe.SizeOf<T>() is sizeof(int) or sizeof(long);

    /// <summary>What a value becomes in an element that was zero: a sum with it has no −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Put<T, TScatter>(Vector128<T> values) =>
        typeof(TScatter) == typeof(AddingScatter) && Lanes.MayBeNaN<T>() ? values + Vector128<T>.Zero : values;

    /// <inheritdoc cref="Put{T, TScatter}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Put<T, TScatter>(Vector256<T> values) =>
        typeof(TScatter) == typeof(AddingScatter) && Lanes.MayBeNaN<T>() ? values + Vector256<T>.Zero : values;

    /// <summary>All bits where two numbers are equal, and none where they are not. Which window has its maximum where is not to be foreseen, and the compiler may turn a choice into a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Equal(int left, int right)
    {
        int differ = left ^ right;
        return ~((differ | -differ) >> 31);
    }

    /// <summary>Those bits of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Kept<T>(T value, int bits)
        where T : unmanaged, INumber<T>
    {
        if (Unsafe.SizeOf<T>() == sizeof(int))
            return Unsafe.BitCast<int, T>(Unsafe.BitCast<T, int>(value) & bits);
        if (Unsafe.SizeOf<T>() == sizeof(long))
            return Unsafe.BitCast<long, T>(Unsafe.BitCast<T, long>(value) & bits);
        return bits == 0 ? T.Zero : value;
    }

    /// <summary>Neighbouring indices, which were found to be in their range and so fit 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TLane> Load128<TIndex, TLane>(ref TIndex source, nuint offset)
        where TIndex : unmanaged
        where TLane : unmanaged
    {
        if (Unsafe.SizeOf<TIndex>() == Unsafe.SizeOf<TLane>())
            return Vector128.LoadUnsafe(ref source, offset).As<TIndex, TLane>();
        if (Unsafe.SizeOf<TLane>() == sizeof(int))
        {
            ref long wide = ref Unsafe.As<TIndex, long>(ref source);
            return Vector128.Narrow(Vector128.LoadUnsafe(ref wide, offset), Vector128.LoadUnsafe(ref wide, offset + 2)).As<int, TLane>();
        }

        return Wide.Load128<TIndex, TLane>(ref source, offset);
    }

    /// <inheritdoc cref="Load128{TIndex, TLane}(ref TIndex, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TLane> Load256<TIndex, TLane>(ref TIndex source, nuint offset)
        where TIndex : unmanaged
        where TLane : unmanaged
    {
        if (Unsafe.SizeOf<TIndex>() == Unsafe.SizeOf<TLane>())
            return Vector256.LoadUnsafe(ref source, offset).As<TIndex, TLane>();
        if (Unsafe.SizeOf<TLane>() == sizeof(int))
        {
            ref long wide = ref Unsafe.As<TIndex, long>(ref source);
            return Vector256.Narrow(Vector256.LoadUnsafe(ref wide, offset), Vector256.LoadUnsafe(ref wide, offset + 4)).As<int, TLane>();
        }

        return Wide.Load256<TIndex, TLane>(ref source, offset);
    }
}
