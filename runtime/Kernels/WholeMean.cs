using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Quotients of whole numbers, rounded exactly. Vectors divide in floating point: where a sum has no more bits than the mantissa less one,
/// the quotient is further from the next whole number than division can be off, so cutting it off gives the exact whole part; the remainder
/// then is exact as well and says how to round. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WholeMean
{
    /// <summary>A sum below this in absolute value divides exactly in <see cref="float"/>.</summary>
    internal const int MostInSingle = 1 << 23;

    // Added to a whole number below 2^51 in absolute value, it leaves that number in the low bits of the mantissa.
    private const double Shift = 6755399441055744.0;

    /// <summary>The rounded quotient of any sum.</summary>
    public static T Of<TRounding, T>(T sum, T divisor)
        where TRounding : struct, IRounding
        where T : IBinaryInteger<T>
    {
        T quotient = sum / divisor;
        if (!TRounding.IsNearest)
            return quotient;
        T rest = T.Abs(sum - (quotient * divisor)), missing = T.Abs(divisor) - rest;
        bool moves = TRounding.IsEven ? rest > missing || (rest == missing && T.IsOddInteger(quotient)) : rest >= missing;
        if (!moves)
            return quotient;
        return T.IsNegative(sum) == T.IsNegative(divisor) ? quotient + T.One : quotient - T.One;
    }

    /// <summary>The rounded quotient of a sum below 2²³ in absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of<TRounding>(int sum, int divisor)
        where TRounding : struct, IRounding => (int)Of<TRounding, long>(sum, divisor);

    /// <summary>The rounded quotient of a sum below 2⁵¹ in absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of<TRounding>(long sum, long divisor)
        where TRounding : struct, IRounding => Of<TRounding, long>(sum, divisor);

    /// <summary>The rounded quotients of sums below 2²³ in absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Of<TRounding>(Vector128<int> sum, Vector128<int> divisor)
        where TRounding : struct, IRounding
    {
        Vector128<float> dividend = Vector128.ConvertToSingle(sum), by = Vector128.ConvertToSingle(divisor);
        Vector128<float> whole = Vector128.Truncate(dividend / by);
        Vector128<int> quotient = Vector128.ConvertToInt32Native(whole);
        if (!TRounding.IsNearest)
            return quotient;
        Vector128<float> rest = Vector128.Abs(dividend - (whole * by)), missing = Vector128.Abs(by) - rest;
        Vector128<int> odd = Vector128<int>.Zero - (quotient & Vector128<int>.One);
        Vector128<int> moves = TRounding.IsEven
            ? Vector128.GreaterThan(rest, missing).AsInt32() | (Vector128.Equals(rest, missing).AsInt32() & odd)
            : Vector128.GreaterThanOrEqual(rest, missing).AsInt32();
        return quotient + (moves & (Vector128<int>.One | ((sum ^ divisor) >> 31)));
    }

    /// <summary>The rounded quotients of sums below 2²³ in absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Of<TRounding>(Vector256<int> sum, Vector256<int> divisor)
        where TRounding : struct, IRounding
    {
        Vector256<float> dividend = Vector256.ConvertToSingle(sum), by = Vector256.ConvertToSingle(divisor);
        Vector256<float> whole = Vector256.Truncate(dividend / by);
        Vector256<int> quotient = Vector256.ConvertToInt32Native(whole);
        if (!TRounding.IsNearest)
            return quotient;
        Vector256<float> rest = Vector256.Abs(dividend - (whole * by)), missing = Vector256.Abs(by) - rest;
        Vector256<int> odd = Vector256<int>.Zero - (quotient & Vector256<int>.One);
        Vector256<int> moves = TRounding.IsEven
            ? Vector256.GreaterThan(rest, missing).AsInt32() | (Vector256.Equals(rest, missing).AsInt32() & odd)
            : Vector256.GreaterThanOrEqual(rest, missing).AsInt32();
        return quotient + (moves & (Vector256<int>.One | ((sum ^ divisor) >> 31)));
    }

    /// <summary>The rounded quotients of sums below 2⁵¹ in absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Of<TRounding>(Vector128<long> sum, Vector128<long> divisor)
        where TRounding : struct, IRounding
    {
        Vector128<double> shift = Vector128.Create(Shift);
        Vector128<double> dividend = (sum + shift.AsInt64()).AsDouble() - shift, by = (divisor + shift.AsInt64()).AsDouble() - shift;
        Vector128<double> whole = Vector128.Truncate(dividend / by);
        Vector128<long> quotient = (whole + shift).AsInt64() - shift.AsInt64();
        if (!TRounding.IsNearest)
            return quotient;
        Vector128<double> rest = Vector128.Abs(dividend - (whole * by)), missing = Vector128.Abs(by) - rest;
        Vector128<long> odd = Vector128<long>.Zero - (quotient & Vector128<long>.One);
        Vector128<long> moves = TRounding.IsEven
            ? Vector128.GreaterThan(rest, missing).AsInt64() | (Vector128.Equals(rest, missing).AsInt64() & odd)
            : Vector128.GreaterThanOrEqual(rest, missing).AsInt64();
        Vector128<long> opposite = Vector128.LessThan(sum ^ divisor, Vector128<long>.Zero);
        return quotient + (moves & (Vector128<long>.One | opposite));
    }

    /// <summary>The rounded quotients of sums below 2⁵¹ in absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Of<TRounding>(Vector256<long> sum, Vector256<long> divisor)
        where TRounding : struct, IRounding
    {
        Vector256<double> shift = Vector256.Create(Shift);
        Vector256<double> dividend = (sum + shift.AsInt64()).AsDouble() - shift, by = (divisor + shift.AsInt64()).AsDouble() - shift;
        Vector256<double> whole = Vector256.Truncate(dividend / by);
        Vector256<long> quotient = (whole + shift).AsInt64() - shift.AsInt64();
        if (!TRounding.IsNearest)
            return quotient;
        Vector256<double> rest = Vector256.Abs(dividend - (whole * by)), missing = Vector256.Abs(by) - rest;
        Vector256<long> odd = Vector256<long>.Zero - (quotient & Vector256<long>.One);
        Vector256<long> moves = TRounding.IsEven
            ? Vector256.GreaterThan(rest, missing).AsInt64() | (Vector256.Equals(rest, missing).AsInt64() & odd)
            : Vector256.GreaterThanOrEqual(rest, missing).AsInt64();
        Vector256<long> opposite = Vector256.LessThan(sum ^ divisor, Vector256<long>.Zero);
        return quotient + (moves & (Vector256<long>.One | opposite));
    }
}
