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

    /// <summary>The numbers that kernels get wrong: NaN of either sign and several payloads, infinities, zeros, subnormals.</summary>
    public static ReadOnlySpan<T> Specials<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? MemoryMarshal.Cast<float, T>(Singles) : MemoryMarshal.Cast<double, T>(Doubles);

    public static T[] Make<T>(Data data, int seed, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(seed);
        T[] elements = new T[length];
        for (int i = 0; i < length; i++)
            elements[i] = Element<T>(data, random);
        return elements;
    }

    private static T Element<T>(Data data, Random random)
        where T : unmanaged, IFloatingPointIeee754<T> => data switch
    {
        Data.Integers => T.CreateChecked(random.Next(-9, 10)),
        Data.Spread => T.CreateChecked((random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-12, 13))),
        Data.Negative => T.CreateChecked(-1 - random.Next(1000)),
        Data.Special when random.Next(10) == 0 => Specials<T>()[random.Next(Specials<T>().Length)],
        Data.Special => T.CreateChecked(random.Next(-4, 5)),
        Data.Subnormal => T.Epsilon * T.CreateChecked(random.Next(-5000, 5001)),
        Data.Large => MaxValue<T>() / T.CreateChecked(random.Next(1, 5)) * T.CreateChecked(random.Next(2) == 0 ? -1 : 1),
        _ => throw new ArgumentOutOfRangeException(nameof(data)),
    };

    private static T MaxValue<T>()
        where T : IFloatingPointIeee754<T> => T.BitDecrement(T.PositiveInfinity);
}
