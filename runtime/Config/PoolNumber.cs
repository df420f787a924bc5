using System.Globalization;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>The bits and the text of numbers with a fraction, the same on every runtime that a compiler runs on.</summary>
internal static class PoolNumber
{
    /// <summary>The bits of a number.</summary>
    public static int Bits(float value) => new Union { Value = value }.Bits;

    /// <summary>The number with some bits.</summary>
    public static float OfBits(int bits) => new Union { Bits = bits }.Value;

    /// <summary>The shortest text that stands for this number and no other.</summary>
    public static string Text(float value)
    {
        string text = value.ToString("G7", CultureInfo.InvariantCulture);
        for (int digits = 8; digits <= 9 && float.Parse(text, CultureInfo.InvariantCulture) != value; digits++)
            text = value.ToString(digits == 8 ? "G8" : "G9", CultureInfo.InvariantCulture);
        return text;
    }

    /// <summary>The shortest text that stands for this number and no other.</summary>
    public static string Text(double value)
    {
        string text = value.ToString("G15", CultureInfo.InvariantCulture);
        for (int digits = 16; digits <= 17 && double.Parse(text, CultureInfo.InvariantCulture) != value; digits++)
            text = value.ToString(digits == 16 ? "G16" : "G17", CultureInfo.InvariantCulture);
        return text;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Union
    {
        [FieldOffset(0)]
        public float Value;

        [FieldOffset(0)]
        public int Bits;
    }
}
