using System.Numerics;

namespace PoolGen.Tests;

/// <summary>The double nearest to a cube root, found in whole numbers.</summary>
internal static class NearestCubeRoot
{
    /// <summary>The double nearest to the cube root of a number that is not negative; NaN and infinity are their own roots.</summary>
    public static double Of(double number)
    {
        if (number == 0 || !double.IsFinite(number))
            return number;
        double root = Math.Cbrt(number);
        while (IsAboveMiddle(number, root))
            root = Math.BitIncrement(root);
        while (!IsAboveMiddle(number, Math.BitDecrement(root)))
            root = Math.BitDecrement(root);
        return root;
    }

    // Whether the root is nearer to the double above.
    private static bool IsAboveMiddle(double number, double below)
    {
        (BigInteger value, int exponent) = Parts(number);
        (BigInteger low, int lowExponent) = Parts(below);

        // Middle = (2 * low + 1) * 2^(lowExponent - 1), and its cube has three times that exponent.
        BigInteger cube = BigInteger.Pow(2 * low + 1, 3);
        int shift = exponent - 3 * (lowExponent - 1);
        return shift >= 0 ? (value << shift) > cube : value > cube << -shift;
    }

    private static (BigInteger Significand, int Exponent) Parts(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        int field = (int)(bits >> 52);
        long fraction = bits & ((1L << 52) - 1);
        return field == 0 ? (fraction, -1074) : (fraction | 1L << 52, field - 1075);
    }
}
