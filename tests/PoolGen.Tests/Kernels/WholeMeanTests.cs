using System.Numerics;
using System.Runtime.Intrinsics;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>Vectors of rounded quotients against whole-number arithmetic, where floating point is closest to being wrong.</summary>
[Trait("Category", "kernels")]
public sealed class WholeMeanTests
{
    private const int MostInInt = (1 << 23) - 1;
    private const long MostInLong = (1L << 51) - 1;

    [Fact]
    public void Halves_go_to_even() => Check<RoundHalfEven>((below, twice, divisor, _) => twice > divisor || (twice == divisor && !below.IsEven));

    [Fact]
    public void Halves_go_away_from_zero() => Check<RoundHalfAwayFromZero>((_, twice, divisor, negative) => twice > divisor || (twice == divisor && !negative));

    [Fact]
    public void Fractions_are_cut_off() => Check<RoundTowardZero>((_, twice, _, negative) => negative && twice > 0);

    private static void Check<TRounding>(Func<BigInteger, BigInteger, BigInteger, bool, bool> movesUp)
        where TRounding : struct, IRounding
    {
        Random random = new(3);
        foreach (int divisor in new[] { 1, 2, 3, 4, 5, 7, 9, 25, 49, 121, 4096, 65537, (1 << 23) + 1, int.MaxValue, -1, -2, -3, -9, int.MinValue })
        {
            for (int times = 0; times < 2000; times++)
            {
                // At a multiple of the divisor, half way to the next, and one beside either, at any size.
                long most = times % 2 == 0 ? MostInInt : MostInLong;
                long near = (random.NextInt64(-most, most) / divisor * divisor) + (times % 3 == 0 ? divisor / 2 : 0) + random.Next(-1, 2);
                long sum = Math.Clamp(near, -most, most);
                BigInteger expected = Expected(sum, divisor, movesUp);
                Assert.Equal(expected, WholeMean.Of<TRounding, long>(sum, divisor));
                Assert.Equal(expected, Lane<long>(WholeMean.Of<TRounding>(Vector128.Create(sum), Vector128.Create((long)divisor))));
                if (Vector256.IsHardwareAccelerated)
                    Assert.Equal(expected, Lane<long>(WholeMean.Of<TRounding>(Vector256.Create(sum), Vector256.Create((long)divisor))));
                if (most != MostInInt)
                    continue;
                Assert.Equal(expected, WholeMean.Of<TRounding>((int)sum, divisor));
                Assert.Equal(expected, Lane<int>(WholeMean.Of<TRounding>(Vector128.Create((int)sum), Vector128.Create(divisor))));
                if (Vector256.IsHardwareAccelerated)
                    Assert.Equal(expected, Lane<int>(WholeMean.Of<TRounding>(Vector256.Create((int)sum), Vector256.Create(divisor))));
            }
        }
    }

    private static BigInteger Lane<T>(Vector128<T> lanes)
        where T : INumber<T> => BigInteger.CreateChecked(lanes[1]);

    private static BigInteger Lane<T>(Vector256<T> lanes)
        where T : INumber<T> => BigInteger.CreateChecked(lanes[2]);

    private static BigInteger Expected(BigInteger sum, BigInteger divisor, Func<BigInteger, BigInteger, BigInteger, bool, bool> movesUp)
    {
        if (divisor < 0)
            (sum, divisor) = (-sum, -divisor);
        BigInteger rest = ((sum % divisor) + divisor) % divisor, below = (sum - rest) / divisor;
        return movesUp(below, 2 * rest, divisor, sum < 0) ? below + 1 : below;
    }
}
