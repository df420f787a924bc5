using System.Globalization;
using System.Numerics;

namespace PoolGen.Tests.Support;

/// <summary>
/// "The same" as the contract has it: equal bits, or both NaN, or, for a maximum, both zero. No tolerance; only averages that may be
/// reassociated have the error bound of summation.
/// </summary>
internal static class Same
{
    /// <summary>Whether the mode leaves the sign of a zero open.</summary>
    public static bool IgnoresZeroSign(PoolMode mode) => mode is PoolMode.Max or PoolMode.Min;

    /// <summary>Where two results first differ, or -1.</summary>
    /// <param name="anyZero">Whether -0 and +0 count as the same.</param>
    public static int FirstDifference<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, bool anyZero)
        where T : INumber<T>
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!Equal(expected[i], actual[i], anyZero))
                return i;
        }

        return -1;
    }

    /// <summary>Where an average in another order leaves what the order of a sum can change, or -1.</summary>
    /// <param name="magnitude">The average of the absolute values.</param>
    /// <param name="taps">The most taps of a window.</param>
    public static int FirstBeyondOrder<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, ReadOnlySpan<T> magnitude, int taps)
        where T : INumber<T>
    {
        if (ElementTypes.AreWhole<T>())
            return FirstDifference(expected, actual, anyZero: false);

        // Two orders of n numbers are each within (n - 1) half units of sum |x|, and separate divisions add one unit each.
        T unit = T.CreateChecked(Unit<T>()), smallest = T.CreateTruncating(Inputs.Epsilon<T>());
        for (int i = 0; i < expected.Length; i++)
        {
            T bound = (T.CreateChecked(taps + 2) * unit * T.Abs(magnitude[i])) + (smallest * T.CreateChecked(taps + 2));
            bool near = T.IsFinite(expected[i]) && T.IsFinite(actual[i]) && T.Abs(expected[i] - actual[i]) <= bound && !IsMinusZero(actual[i]);
            if (!near && !Equal(expected[i], actual[i], anyZero: false))
                return i;
        }

        return -1;
    }

    /// <summary>A number with its bits, so that zeros and NaNs can be told apart.</summary>
    public static string Text<T>(T value) => value switch
    {
        float f => $"{f.ToString("R", CultureInfo.InvariantCulture)} (0x{BitConverter.SingleToUInt32Bits(f):X8})",
        double d => $"{d.ToString("R", CultureInfo.InvariantCulture)} (0x{BitConverter.DoubleToUInt64Bits(d):X16})",
        Half h => $"{h.ToString("R", CultureInfo.InvariantCulture)} (0x{BitConverter.HalfToUInt16Bits(h):X4})",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    /// <summary>The distance of 1 from the next number.</summary>
    private static double Unit<T>() => Math.ScaleB(1, typeof(T) == typeof(float) ? -23 : typeof(T) == typeof(double) ? -52 : -10);

    // Numbers that compare equal have equal bits, but for zeros.
    private static bool Equal<T>(T expected, T actual, bool anyZero)
        where T : INumber<T> =>
        expected == actual
            ? anyZero || T.IsNegative(expected) == T.IsNegative(actual)
            : T.IsNaN(expected) && T.IsNaN(actual);

    private static bool IsMinusZero<T>(T value)
        where T : INumber<T> => T.IsZero(value) && T.IsNegative(value);
}
