using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// The powers and the root of a norm, <c>(sum |x|^p)^(1/p)</c>, with the same bits in lanes and in scalar code: small whole powers are a
/// fixed chain of multiplications, others are taken lane by lane. A NaN stays NaN, and no result is -0. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Norms
{
    /// <summary>A small whole power of the absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T WholePower<T>(T tap, int power)
        where T : INumber<T>
    {
        T one = T.Abs(tap), two = one * one;
        return power switch
        {
            1 => one,
            2 => two,
            3 => two * one,
            4 => two * two,
            5 => two * two * one,
            6 => two * two * two,
            7 => two * two * two * one,
            _ => two * two * two * two,
        };
    }

    /// <inheritdoc cref="WholePower{T}(T, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> WholePower<T>(Vector128<T> taps, int power)
    {
        Vector128<T> one = Vector128.Abs(taps), two = one * one;
        return power switch
        {
            1 => one,
            2 => two,
            3 => two * one,
            4 => two * two,
            5 => two * two * one,
            6 => two * two * two,
            7 => two * two * two * one,
            _ => two * two * two * two,
        };
    }

    /// <inheritdoc cref="WholePower{T}(T, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> WholePower<T>(Vector256<T> taps, int power)
    {
        Vector256<T> one = Vector256.Abs(taps), two = one * one;
        return power switch
        {
            1 => one,
            2 => two,
            3 => two * one,
            4 => two * two,
            5 => two * two * one,
            6 => two * two * two,
            7 => two * two * two * one,
            _ => two * two * two * two,
        };
    }

    /// <summary>Any power of the absolute value.</summary>
    public static float Power(float tap, float power) => MathF.Pow(MathF.Abs(tap), power);

    /// <inheritdoc cref="Power(float, float)"/>
    public static double Power(double tap, float power) => Math.Pow(Math.Abs(tap), power);

    /// <inheritdoc cref="Power(float, float)"/>
    public static Vector128<float> Power(Vector128<float> taps, float power) =>
        Vector128.Create(Power(taps[0], power), Power(taps[1], power), Power(taps[2], power), Power(taps[3], power));

    /// <inheritdoc cref="Power(float, float)"/>
    public static Vector128<double> Power(Vector128<double> taps, float power) => Vector128.Create(Power(taps[0], power), Power(taps[1], power));

    /// <inheritdoc cref="Power(float, float)"/>
    public static Vector256<float> Power(Vector256<float> taps, float power) =>
        Vector256.Create(Power(taps.GetLower(), power), Power(taps.GetUpper(), power));

    /// <inheritdoc cref="Power(float, float)"/>
    public static Vector256<double> Power(Vector256<double> taps, float power) =>
        Vector256.Create(Power(taps.GetLower(), power), Power(taps.GetUpper(), power));

    /// <summary>The root of a sum of powers, taken in double precision and rounded once.</summary>
    public static float Root(float sum, float power) => (float)Root((double)sum, power);

    /// <summary>The root of a sum of powers.</summary>
    public static double Root(double sum, float power) => power == 3 ? CubeRoot(sum) : Math.Pow(sum, 1.0 / power);

    /// <inheritdoc cref="Root(float, float)"/>
    public static Vector128<float> Root(Vector128<float> sums, float power) =>
        Vector128.Create(Root(sums[0], power), Root(sums[1], power), Root(sums[2], power), Root(sums[3], power));

    /// <inheritdoc cref="Root(double, float)"/>
    public static Vector128<double> Root(Vector128<double> sums, float power) => Vector128.Create(Root(sums[0], power), Root(sums[1], power));

    /// <inheritdoc cref="Root(float, float)"/>
    public static Vector256<float> Root(Vector256<float> sums, float power) =>
        Vector256.Create(Root(sums.GetLower(), power), Root(sums.GetUpper(), power));

    /// <inheritdoc cref="Root(double, float)"/>
    public static Vector256<double> Root(Vector256<double> sums, float power) =>
        Vector256.Create(Root(sums.GetLower(), power), Root(sums.GetUpper(), power));

    // The cube roots of mathematical libraries differ in their last bit. One step of Newton's iteration from such a root, with the
    // remainder sum - root^3 taken exactly, gives the nearest number on every processor.
    private static double CubeRoot(double sum)
    {
        // Below it the errors of the products are no numbers any more.
        const double Least = 1e-250;
        double root = Math.Cbrt(sum);
        if (!(sum > Least) || double.IsInfinity(sum))
            return root;

        double square = root * root, cube = square * root;
        double squareError = Math.FusedMultiplyAdd(root, root, -square), cubeError = Math.FusedMultiplyAdd(square, root, -cube);
        double remainder = sum - cube - (cubeError + squareError * root);
        return root + remainder / (3 * square);
    }

    /// <summary>The power that generated code takes in registers, for any number.</summary>
    internal static T PowerOf<T>(T tap, float power)
        where T : INumber<T>
    {
        if (PoolNorm.Multiplies(power))
            return WholePower(tap, (int)power);
        return typeof(T) == typeof(float)
            ? T.CreateChecked(Power(float.CreateChecked(tap), power))
            : T.CreateChecked(Power(double.CreateChecked(tap), power));
    }

    /// <summary>The root that generated code takes in registers, for any number.</summary>
    internal static T RootOf<T>(T sum, float power)
        where T : INumber<T>
    {
        if (power == 1)
            return sum;
        if (typeof(T) == typeof(float))
            return T.CreateChecked(power == 2 ? MathF.Sqrt(float.CreateChecked(sum)) : Root(float.CreateChecked(sum), power));
        double wide = double.CreateChecked(sum);
        return T.CreateChecked(power == 2 ? Math.Sqrt(wide) : Root(wide, power));
    }
}
