using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Halves as floats in registers: exact when they are read, rounded to the nearest half with ties to even when they are written, and
/// never −0 then. .NET has no vectors of halves, so both ways work on bits. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HalfLanes
{
    private const int Sign = 0x8000;
    private const int Magnitude = 0x7FFF;
    private const int Infinity = 0x7C00;

    // The exponents of the two types are 112 apart; a half has 10 bits of mantissa, a float 23.
    private const int MantissaShift = 13;
    private const float ExponentRatio = 5192296858534827628530496329220096f;
    private const int SingleMagnitude = 0x7FFFFFFF;
    private const int SingleInfinity = 0x7F800000;

    // From 65520 on a float is nearer to infinity than to the largest half; below 2^-14 a half is subnormal.
    private const int FirstInfinite = 0x477FF000;
    private const int FirstNormal = 0x38800000;

    /// <summary>The half with the bits at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Load(ref short source, nuint offset) => (float)BitConverter.Int16BitsToHalf(Unsafe.Add(ref source, offset));

    /// <summary>Four neighbouring halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load128(ref short source, nuint offset) => Widen(Wide.Load128<ushort, int>(ref Unsafe.As<short, ushort>(ref source), offset));

    /// <summary>Eight neighbouring halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load256(ref short source, nuint offset) => Widen(Wide.Load256<ushort, int>(ref Unsafe.As<short, ushort>(ref source), offset));

    /// <summary>Writes a half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float value, ref short target, nuint offset) =>
        Unsafe.Add(ref target, offset) = BitConverter.HalfToInt16Bits((Half)value + Half.Zero);

    /// <summary>Writes four neighbouring halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store128(Vector128<float> values, ref short target, nuint offset) => Wide.Store128(Narrow(values), ref target, offset);

    /// <summary>Writes eight neighbouring halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store256(Vector256<float> values, ref short target, nuint offset) => Wide.Store256(Narrow(values), ref target, offset);

    /// <summary>Writes a half that was read as one: its zero keeps its sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreExact(float value, ref short target, nuint offset) => Unsafe.Add(ref target, offset) = BitConverter.HalfToInt16Bits((Half)value);

    /// <summary>Writes four neighbouring halves that were read as such: their zeros keep their signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreExact128(Vector128<float> values, ref short target, nuint offset) =>
        Wide.Store128(Narrow(values) | ((values.AsInt32() >>> 16) & Vector128.Create(Sign)), ref target, offset);

    /// <summary>Writes eight neighbouring halves that were read as such: their zeros keep their signs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreExact256(Vector256<float> values, ref short target, nuint offset) =>
        Wide.Store256(Narrow(values) | ((values.AsInt32() >>> 16) & Vector256.Create(Sign)), ref target, offset);

    /// <summary>The halves whose bits stand in the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Widen(Vector128<int> bits)
    {
        Vector128<int> magnitude = bits & Vector128.Create(Magnitude);
        Vector128<int> scaled = ((magnitude << MantissaShift).AsSingle() * Vector128.Create(ExponentRatio)).AsInt32();
        Vector128<int> notFinite = Vector128.GreaterThan(magnitude, Vector128.Create(Infinity - 1)) & Vector128.Create(SingleInfinity);
        return (scaled | notFinite | ((bits & Vector128.Create(Sign)) << 16)).AsSingle();
    }

    /// <inheritdoc cref="Widen(Vector128{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Widen(Vector256<int> bits)
    {
        Vector256<int> magnitude = bits & Vector256.Create(Magnitude);
        Vector256<int> scaled = ((magnitude << MantissaShift).AsSingle() * Vector256.Create(ExponentRatio)).AsInt32();
        Vector256<int> notFinite = Vector256.GreaterThan(magnitude, Vector256.Create(Infinity - 1)) & Vector256.Create(SingleInfinity);
        return (scaled | notFinite | ((bits & Vector256.Create(Sign)) << 16)).AsSingle();
    }

    /// <summary>The bits of the nearest halves, +0 for both zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<int> Narrow(Vector128<float> values)
    {
        Vector128<int> magnitude = values.AsInt32() & Vector128.Create(SingleMagnitude);

        // Half of the last bit that stays, less one where that bit is even, carries into it; the exponent moves along.
        Vector128<int> odd = (magnitude >> MantissaShift) & Vector128<int>.One;
        Vector128<int> normal = (magnitude + odd + Vector128.Create(0xFFF - FirstNormal + (1 << 23))) >> MantissaShift;

        // Added to a half, a small number is rounded to multiples of the smallest half, which are then the last bits.
        Vector128<float> half = Vector128.Create(0.5f);
        Vector128<int> subnormal = (magnitude.AsSingle() + half).AsInt32() - half.AsInt32();
        Vector128<int> finite = Vector128.ConditionalSelect(Vector128.LessThan(magnitude, Vector128.Create(FirstNormal)), subnormal, normal);
        Vector128<int> special = Vector128.Create(Infinity) | (Vector128.GreaterThan(magnitude, Vector128.Create(SingleInfinity)) & Vector128.Create(0x200));
        Vector128<int> bits = Vector128.ConditionalSelect(Vector128.LessThan(magnitude, Vector128.Create(FirstInfinite)), finite, special);
        Vector128<int> sign = (values.AsInt32() >>> 16) & Vector128.Create(Sign);
        return bits | Vector128.AndNot(sign, Vector128.Equals(bits, Vector128<int>.Zero));
    }

    /// <inheritdoc cref="Narrow(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Narrow(Vector256<float> values)
    {
        Vector256<int> magnitude = values.AsInt32() & Vector256.Create(SingleMagnitude);
        Vector256<int> odd = (magnitude >> MantissaShift) & Vector256<int>.One;
        Vector256<int> normal = (magnitude + odd + Vector256.Create(0xFFF - FirstNormal + (1 << 23))) >> MantissaShift;
        Vector256<float> half = Vector256.Create(0.5f);
        Vector256<int> subnormal = (magnitude.AsSingle() + half).AsInt32() - half.AsInt32();
        Vector256<int> finite = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(FirstNormal)), subnormal, normal);
        Vector256<int> special = Vector256.Create(Infinity) | (Vector256.GreaterThan(magnitude, Vector256.Create(SingleInfinity)) & Vector256.Create(0x200));
        Vector256<int> bits = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(FirstInfinite)), finite, special);
        Vector256<int> sign = (values.AsInt32() >>> 16) & Vector256.Create(Sign);
        return bits | Vector256.AndNot(sign, Vector256.Equals(bits, Vector256<int>.Zero));
    }
}
