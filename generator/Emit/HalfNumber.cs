using System;

namespace PoolGen.Generator.Emit;

/// <summary>Halves for a compiler whose runtime has none: numbers are rounded to the nearest, ties to even.</summary>
internal static class HalfNumber
{
    /// <summary>Ten bits behind the first one.</summary>
    private const int Steps = 1 << 10;

    private const int SmallestExponent = -14;

    private const int Infinity = 0x7C00;

    /// <summary>From here on a number is nearer to infinity than to the largest half.</summary>
    private const double FirstInfinite = 65520;

    /// <summary>The bits of the nearest half.</summary>
    public static short Bits(double value)
    {
        int sign = value < 0 ? 0x8000 : 0;
        double magnitude = Math.Abs(value);
        if (magnitude >= FirstInfinite)
            return unchecked((short)(sign | Infinity));
        int exponent = Exponent(magnitude);
        int steps = (int)Math.Round(magnitude / Unit(exponent), MidpointRounding.ToEven);
        return unchecked((short)(sign | (((exponent - SmallestExponent) * Steps) + steps)));
    }

    /// <summary>The nearest half.</summary>
    public static float Rounded(double value)
    {
        double magnitude = Math.Abs(value);
        if (magnitude >= FirstInfinite)
            return value < 0 ? float.NegativeInfinity : float.PositiveInfinity;
        double unit = Unit(Exponent(magnitude));
        return (float)(Math.Sign(value) * unit * Math.Round(magnitude / unit, MidpointRounding.ToEven));
    }

    private static int Exponent(double magnitude) =>
        Math.Max(SmallestExponent, (int)((BitConverter.DoubleToInt64Bits(magnitude) >> 52) & 0x7FF) - 1023);

    private static double Unit(int exponent) => Math.Pow(2, exponent - 10);
}
