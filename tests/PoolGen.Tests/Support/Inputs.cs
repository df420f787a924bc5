using System.Numerics;
using System.Runtime.InteropServices;

namespace PoolGen.Tests.Support;

/// <summary>Makes test inputs; the same seed gives the same elements everywhere.</summary>
internal static class Inputs
{
    // Two payloads and both signs: a kernel that tests for one NaN by its bits would miss the others.
    private static readonly float[] Singles =
    [
        BitConverter.UInt32BitsToSingle(0x7FC00000), BitConverter.UInt32BitsToSingle(0xFFC00000), BitConverter.UInt32BitsToSingle(0x7FC12345),
        BitConverter.UInt32BitsToSingle(0xFFFABCDE), float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, -float.Epsilon,
        BitConverter.UInt32BitsToSingle(0x007FFFFF), BitConverter.UInt32BitsToSingle(0x807FFFFF),
    ];

    private static readonly double[] Doubles =
    [
        BitConverter.UInt64BitsToDouble(0x7FF8000000000000), BitConverter.UInt64BitsToDouble(0xFFF8000000000000), BitConverter.UInt64BitsToDouble(0x7FF8000012345678),
        BitConverter.UInt64BitsToDouble(0xFFFABCDEABCDEABC), double.PositiveInfinity, double.NegativeInfinity, 0d, -0d, double.Epsilon, -double.Epsilon,
        BitConverter.UInt64BitsToDouble(0x000FFFFFFFFFFFFF), BitConverter.UInt64BitsToDouble(0x800FFFFFFFFFFFFF),
    ];

    private static readonly Half[] Halves =
    [
        BitConverter.UInt16BitsToHalf(0x7E00), BitConverter.UInt16BitsToHalf(0xFE00), BitConverter.UInt16BitsToHalf(0x7C01),
        BitConverter.UInt16BitsToHalf(0xFFFF), Half.PositiveInfinity, Half.NegativeInfinity, Half.Zero, Half.NegativeZero, Half.Epsilon, -Half.Epsilon,
        Half.MaxValue, Half.MinValue, BitConverter.UInt16BitsToHalf(0x03FF), BitConverter.UInt16BitsToHalf(0x83FF),
    ];

    /// <summary>The numbers that kernels get wrong: NaN of either sign and several payloads, infinities, zeros, subnormals; the ends of whole numbers.</summary>
    public static ReadOnlySpan<T> Specials<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        if (typeof(T) == typeof(float))
            return MemoryMarshal.Cast<float, T>(Singles);
        if (typeof(T) == typeof(double))
            return MemoryMarshal.Cast<double, T>(Doubles);
        if (typeof(T) == typeof(Half))
            return MemoryMarshal.Cast<Half, T>(Halves);
        return new[] { T.MinValue, T.MaxValue, T.Zero, T.One, T.MinValue + T.One, T.MaxValue - T.One, T.CreateTruncating(-1), T.MaxValue / (T.One + T.One) };
    }

    public static T[] Make<T>(Data data, int seed, int length)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        Random random = new(seed);
        T[] elements = new T[length];
        for (int i = 0; i < length; i++)
            elements[i] = ElementTypes.AreWhole<T>() ? Whole<T>(data, random) : Element<T>(data, random);
        return elements;
    }

    /// <summary>The smallest number above 0.</summary>
    public static double Epsilon<T>() => typeof(T) == typeof(float) ? float.Epsilon : typeof(T) == typeof(double) ? double.Epsilon : (double)Half.Epsilon;

    private static T Element<T>(Data data, Random random)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> => data switch
    {
        Data.Integers => T.CreateChecked(random.Next(-9, 10)),
        Data.Spread => T.CreateChecked((random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-12, 13))),
        Data.Negative => T.CreateChecked(-1 - random.Next(1000)),
        Data.Special when random.Next(10) == 0 => Specials<T>()[random.Next(Specials<T>().Length)],
        Data.Special => T.CreateChecked(random.Next(-4, 5)),
        Data.Subnormal => T.CreateChecked(Epsilon<T>() * random.Next(-5000, 5001)),
        Data.Large => T.MaxValue / T.CreateChecked(random.Next(1, 5)) * T.CreateChecked(random.Next(2) == 0 ? -1 : 1),
        _ => throw new ArgumentOutOfRangeException(nameof(data)),
    };

    /// <summary>The same kinds for whole numbers, which have no spread and no subnormals: any bits, and hardly anything but zeros.</summary>
    private static T Whole<T>(Data data, Random random)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> => data switch
    {
        Data.Integers => T.CreateTruncating(random.Next(-9, 10)),
        Data.Spread => T.CreateTruncating(random.NextInt64(long.MinValue, long.MaxValue)),
        Data.Negative => T.MinValue + T.CreateChecked(random.Next(20)),
        Data.Special when random.Next(10) == 0 => Specials<T>()[random.Next(Specials<T>().Length)],
        Data.Special => T.CreateTruncating(random.Next(-4, 5)),
        Data.Subnormal => T.CreateTruncating(random.Next(8) == 0 ? random.Next(-1, 2) : 0),
        Data.Large => (random.Next(2) == 0 ? T.MinValue : T.MaxValue) / T.CreateChecked(random.Next(1, 5)),
        _ => throw new ArgumentOutOfRangeException(nameof(data)),
    };
}
