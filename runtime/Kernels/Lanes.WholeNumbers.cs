using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>What whole numbers need: additions that wrap around whatever the project of the kernel says, and selections of columns by the size of elements.</summary>
public static partial class Lanes
{
    // Within each 128-bit half: the bytes of the even elements, then those of the odd ones.
    private static Vector128<byte> EvenBytesFirst
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15);
    }

    private static Vector128<byte> EvenPairsFirst
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)0, 1, 4, 5, 8, 9, 12, 13, 2, 3, 6, 7, 10, 11, 14, 15);
    }

    /// <summary>The sum, wrapped around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add<T>(T left, T right)
        where T : INumber<T> => left + right;

    /// <inheritdoc cref="Add{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add<T>(Vector128<T> left, Vector128<T> right) => left + right;

    /// <inheritdoc cref="Add{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Add<T>(Vector256<T> left, Vector256<T> right) => left + right;

    /// <inheritdoc cref="Even(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Even<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged => Unsafe.SizeOf<T>() switch
    {
        1 => Vector128.Narrow(left.AsUInt16(), right.AsUInt16()).As<byte, T>(),
        2 => Vector128.Narrow(left.AsInt32(), right.AsInt32()).As<short, T>(),
        4 => Even(left.AsSingle(), right.AsSingle()).As<float, T>(),
        _ => Even(left.AsDouble(), right.AsDouble()).As<double, T>(),
    };

    /// <inheritdoc cref="Odd(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Odd<T>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged => Unsafe.SizeOf<T>() switch
    {
        1 => Vector128.Narrow(left.AsUInt16() >>> 8, right.AsUInt16() >>> 8).As<byte, T>(),
        2 => Vector128.Narrow(left.AsInt32() >>> 16, right.AsInt32() >>> 16).As<short, T>(),
        4 => Odd(left.AsSingle(), right.AsSingle()).As<float, T>(),
        _ => Odd(left.AsDouble(), right.AsDouble()).As<double, T>(),
    };

    /// <summary>Elements 0, 2, 4, … of both vectors, in the order from which <see cref="InOrder{T}(Vector256{T})"/> makes theirs: those of one and two bytes stand in it already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Even<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged => Unsafe.SizeOf<T>() switch
    {
        1 or 2 => Avx2.UnpackLow(EvenFirst<T>(LowerHalves(left, right)), EvenFirst<T>(UpperHalves(left, right))).As<ulong, T>(),
        4 => Even(left.AsSingle(), right.AsSingle()).As<float, T>(),
        _ => Even(left.AsDouble(), right.AsDouble()).As<double, T>(),
    };

    /// <summary>Elements 1, 3, 5, … of both vectors, in the order from which <see cref="InOrder{T}(Vector256{T})"/> makes theirs: those of one and two bytes stand in it already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Odd<T>(Vector256<T> left, Vector256<T> right)
        where T : unmanaged => Unsafe.SizeOf<T>() switch
    {
        1 or 2 => Avx2.UnpackHigh(EvenFirst<T>(LowerHalves(left, right)), EvenFirst<T>(UpperHalves(left, right))).As<ulong, T>(),
        4 => Odd(left.AsSingle(), right.AsSingle()).As<float, T>(),
        _ => Odd(left.AsDouble(), right.AsDouble()).As<double, T>(),
    };

    /// <summary>Puts what even and odd selections left in halves into order; nothing is left to do for one and two bytes, of which lanes then move by one in two instructions instead of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InOrder<T>(Vector256<T> selected)
        where T : unmanaged => Unsafe.SizeOf<T>() <= 2 ? selected : Avx2.Permute4x64(selected.AsUInt64(), 0b11_01_10_00).As<ulong, T>();

    /// <inheritdoc cref="Turn(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Turn<T>(Vector128<T> selected)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == 8)
            return Turn(selected.AsDouble()).As<double, T>();
        if (Unsafe.SizeOf<T>() == 4)
            return Turn(selected.AsSingle()).As<float, T>();

        // Each half moves up by an element and takes in the last of the other.
        Vector128<ulong> halves = selected.AsUInt64(), swapped = Vector128.Create(halves.GetUpper(), halves.GetLower());
        int bits = 8 * Unsafe.SizeOf<T>();
        return ((halves << bits) | (swapped >>> (64 - bits))).As<ulong, T>();
    }

    /// <inheritdoc cref="Turn(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Turn<T>(Vector256<T> selected)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == 8)
            return Turn(selected.AsDouble()).As<double, T>();
        if (Unsafe.SizeOf<T>() == 4)
            return Turn(selected.AsSingle()).As<float, T>();

        Vector256<byte> lanes = selected.AsByte(), swapped = Avx2.Permute2x128(lanes, lanes, 0x01);
        return (Unsafe.SizeOf<T>() == 1 ? Avx2.AlignRight(lanes, swapped, 15) : Avx2.AlignRight(lanes, swapped, 14)).As<byte, T>();
    }

    /// <inheritdoc cref="First(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> First<T>(Vector128<T> lanes, Vector128<T> first)
        where T : unmanaged => Vector128.ConditionalSelect(Vector128.CreateScalar((ulong)Mask<T>()).As<ulong, T>(), first, lanes);

    /// <inheritdoc cref="First(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> First<T>(Vector256<T> lanes, Vector256<T> first)
        where T : unmanaged => Avx2.BlendVariable(lanes.AsByte(), first.AsByte(), Vector256.CreateScalar(Mask<T>()).AsByte()).As<byte, T>();

    /// <inheritdoc cref="Last(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Last<T>(Vector128<T> lanes, Vector128<T> last)
        where T : unmanaged => Vector128.ConditionalSelect(Vector128.Create(0UL, LastMask<T>()).As<ulong, T>(), last, lanes);

    /// <inheritdoc cref="Last(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Last<T>(Vector256<T> lanes, Vector256<T> last)
        where T : unmanaged => Vector256.ConditionalSelect(Vector256.Create(0UL, 0UL, 0UL, LastMask<T>()).As<ulong, T>(), last, lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LowerHalves<T>(Vector256<T> left, Vector256<T> right) => Avx2.Permute2x128(left.AsByte(), right.AsByte(), 0x20);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> UpperHalves<T>(Vector256<T> left, Vector256<T> right) => Avx2.Permute2x128(left.AsByte(), right.AsByte(), 0x31);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> EvenFirst<T>(Vector256<byte> elements)
    {
        Vector128<byte> order = Unsafe.SizeOf<T>() == 1 ? EvenBytesFirst : EvenPairsFirst;
        return Avx2.Shuffle(elements, Vector256.Create(order, order)).AsUInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask<T>() => ulong.MaxValue >> (64 - (8 * Unsafe.SizeOf<T>()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LastMask<T>() => ulong.MaxValue << (64 - (8 * Unsafe.SizeOf<T>()));
}
