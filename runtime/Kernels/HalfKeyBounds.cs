using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Bounds of halves in the order of <see cref="HalfKeys"/>, given by their bits; a NaN stays NaN. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HalfKeyBounds
{
    /// <summary>The key, or that of the bound where the key is below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short AtLeast<TOrder>(short key, short lowest)
        where TOrder : struct, IHalfOrder => IsNaN<TOrder>(key) || key > Key<TOrder>(lowest) ? key : Key<TOrder>(lowest);

    /// <inheritdoc cref="AtLeast{TOrder}(short, short)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> AtLeast<TOrder>(Vector128<short> keys, short lowest)
        where TOrder : struct, IHalfOrder =>
        Vector128.ConditionalSelect(AreNaN<TOrder>(keys), keys, Vector128.Max(keys, Vector128.Create(Key<TOrder>(lowest))));

    /// <inheritdoc cref="AtLeast{TOrder}(short, short)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> AtLeast<TOrder>(Vector256<short> keys, short lowest)
        where TOrder : struct, IHalfOrder =>
        Vector256.ConditionalSelect(AreNaN<TOrder>(keys), keys, Vector256.Max(keys, Vector256.Create(Key<TOrder>(lowest))));

    /// <summary>The key, or that of the bound where the key is above it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short AtMost<TOrder>(short key, short largest)
        where TOrder : struct, IHalfOrder => IsNaN<TOrder>(key) || key < Key<TOrder>(largest) ? key : Key<TOrder>(largest);

    /// <inheritdoc cref="AtMost{TOrder}(short, short)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> AtMost<TOrder>(Vector128<short> keys, short largest)
        where TOrder : struct, IHalfOrder =>
        Vector128.ConditionalSelect(AreNaN<TOrder>(keys), keys, Vector128.Min(keys, Vector128.Create(Key<TOrder>(largest))));

    /// <inheritdoc cref="AtMost{TOrder}(short, short)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> AtMost<TOrder>(Vector256<short> keys, short largest)
        where TOrder : struct, IHalfOrder =>
        Vector256.ConditionalSelect(AreNaN<TOrder>(keys), keys, Vector256.Min(keys, Vector256.Create(Key<TOrder>(largest))));

    private static short Key<TOrder>(short bits)
        where TOrder : struct, IHalfOrder
    {
        int magnitude = bits & short.MaxValue;
        return (short)((bits < 0 ? -magnitude : magnitude) + TOrder.Bias);
    }

    private static bool IsNaN<TOrder>(short key)
        where TOrder : struct, IHalfOrder => System.Math.Abs((int)(short)(key - TOrder.Bias)) > HalfKeys.PositiveInfinity;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> AreNaN<TOrder>(Vector128<short> keys)
        where TOrder : struct, IHalfOrder =>
        Vector128.GreaterThan(Vector128.Abs(keys - Vector128.Create(TOrder.Bias)), Vector128.Create(HalfKeys.PositiveInfinity));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> AreNaN<TOrder>(Vector256<short> keys)
        where TOrder : struct, IHalfOrder =>
        Vector256.GreaterThan(Vector256.Abs(keys - Vector256.Create(TOrder.Bias)), Vector256.Create(HalfKeys.PositiveInfinity));
}
