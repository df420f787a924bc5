using System.Numerics;
using CsCheck;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Dispatch;

/// <summary>The generic loops against the oracle, and against results worked out by hand where the oracle does not reach.</summary>
public sealed class FallbackTests
{
    public static TheoryData<string> ElementNames => [.. ElementTypes.All.Select(ElementTypes.NameOf)];

    [Theory]
    [MemberData(nameof(ElementNames))]
    public void Every_configuration_agrees_with_the_oracle(string element) =>
        ElementTypes.Visit(ElementTypes.ByName(element), new Agreement());

    [Fact]
    public void Any_range_of_rows_is_computed_and_nothing_else() =>
        Gen.Select(RandomPools.Config, RandomPools.Shape, Gen.Int[0, 1000]).Sample((config, shape, seed) =>
        {
            if (!Oracle.Accepts(config, shape))
                return;
            float[] input = Inputs.Make<float>(Data.Special, seed, shape.Length);
            float[] whole = Oracle.Pool<float>(config, shape, input);
            float[] expected = [.. Enumerable.Repeat(77f, whole.Length)], output = [.. expected];
            int rowLength = Oracle.OutputShape(config, shape).Width * (config.Layout == PoolLayout.ChannelsLast ? shape.Channels : 1);
            int rows = whole.Length / rowLength;
            int first = new Random(seed).Next(rows + 1), end = new Random(seed + 1).Next(first, rows + 1);
            Range computed = (first * rowLength)..(end * rowLength);
            whole.AsSpan(computed).CopyTo(expected.AsSpan(computed));

            PoolFallback.Rows<float>(config, input, output, shape, first, end);

            int difference = Same.FirstDifference<float>(expected, output, anyZero: Same.IgnoresZeroSign(config.Mode));
            Assert.True(difference < 0, $"{config} {shape} rows {first}..{end} at {difference}");
        });

    [Fact]
    public void Whole_numbers_have_a_maximum()
    {
        Assert.Equal([5], Run<int>(PoolConfig.Max(2), new(1, 1, 2, 2), [-7, 5, int.MinValue, 2]));
        Assert.Equal([sbyte.MinValue], Run<sbyte>(PoolConfig.Max(2), new(1, 1, 2, 2), [-128, -128, -128, -128]));
        Assert.Equal([200], Run<byte>(PoolConfig.Max(2), new(1, 1, 2, 2), [0, 200, 100, 1]));
        Assert.Equal([new BigInteger(9)], Run<BigInteger>(PoolConfig.Max(2), new(1, 1, 2, 2), [1, 9, 3, -4]));
        Assert.Equal([3.5m], Run<decimal>(PoolConfig.Max(2), new(1, 1, 2, 2), [1, 3.5m, 3, -4]));
    }

    [Fact]
    public void Whole_numbers_in_every_lane_have_a_maximum() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3], RandomPools.Shape, Gen.Int[0, 1000]).Sample((window, stride, shape, seed) =>
        {
            foreach (PoolLayout layout in Enum.GetValues<PoolLayout>())
            {
                PoolConfig config = PoolConfig.Max(window, stride, window - 1, layout: layout);
                Random random = new(seed);
                short[] input = [.. Enumerable.Range(0, shape.Length).Select(_ => (short)random.Next(short.MinValue, 20))];
                short[] output = Run(config, shape, input);
                double[] expected = Oracle.Pool<double>(config, shape, Array.ConvertAll(input, number => (double)number));
                Assert.Equal(expected, Array.ConvertAll(output, number => (double)number));
            }
        });

    [Fact]
    public void Averages_of_halves_are_summed_in_float_and_rounded_once()
    {
        Half[] input = [(Half)2048, (Half)1, (Half)1, (Half)1];
        Assert.Equal([(Half)513], Run(PoolConfig.Average(2), new(1, 1, 2, 2), input));
        Assert.Equal([(Half)60000], Run(PoolConfig.Average(2), new(1, 1, 2, 2), Enumerable.Repeat((Half)60000, 4).ToArray()));
    }

    [Theory]
    [InlineData(PoolLayout.ChannelsFirst)]
    [InlineData(PoolLayout.ChannelsLast)]
    public void An_average_is_never_minus_zero(PoolLayout layout)
    {
        // 17 channels and columns: vector body and scalar tail. Minus zeros, a zero by a negative divisor, and an underflow.
        PoolShape shape = new(1, 17, 2, 17);
        float[] zeros = Enumerable.Repeat(-0f, shape.Length).ToArray();
        float[] plusZeros = new float[shape.Length];
        float[] tiny = Enumerable.Repeat(-float.Epsilon, shape.Length).ToArray();
        float[][] averages =
        [
            Run(PoolConfig.Average(1, 1, layout: layout), shape, zeros),
            Run(PoolConfig.Average(2, 1, layout: layout), shape, zeros),
            Run(PoolConfig.Average(2, 1, divisorOverride: -2, layout: layout), shape, plusZeros),
            Run(PoolConfig.Average(1, 1, divisorOverride: 9, layout: layout), shape, tiny),
        ];

        Assert.All(averages, average => Assert.All(average, number => Assert.Equal(0, BitConverter.SingleToInt32Bits(number))));

        // A quotient that float still holds and half does not.
        Half[] halves = [.. Enumerable.Repeat(-Half.Epsilon, shape.Length)];
        Half[] rounded = Run(PoolConfig.Average(1, 1, divisorOverride: 9, layout: layout), shape, halves);
        Assert.All(rounded, number => Assert.Equal(0, BitConverter.HalfToInt16Bits(number)));
    }

    [Fact]
    public void An_average_of_whole_numbers_without_rounding_is_refused_before_anything_is_written()
    {
        int[] output = [77];
        PoolConfig config = PoolConfig.Average(2);
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            "config", () => PoolDispatcher.Default.Run(config, new(1, 1, 2, 2), [1, 2, 3, 4], output.AsSpan()));

        Assert.StartsWith("The average of whole numbers states no Rounding; it must be HalfEven, HalfAwayFromZero or Truncate", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([77], output);
        Assert.Throws<ArgumentException>(() => PoolDispatcher.Default.Find<int>(config, new(1, 1, 2, 2)));
        Assert.Throws<ArgumentException>(() => PoolDispatcher.Default.Explain<byte>(config, new(1, 1, 2, 2)));
        Assert.Throws<ArgumentException>(() => Run<BigInteger>(config, new(1, 1, 2, 2), [1, 2, 3, 4]));
    }

    [Theory]
    [InlineData(PoolRounding.HalfEven, 4, 2, 2, -2, -2)]
    [InlineData(PoolRounding.HalfAwayFromZero, 4, 3, 2, -3, -2)]
    [InlineData(PoolRounding.Truncate, 3, 2, 2, -2, -2)]
    public void Averages_of_whole_numbers_round_as_they_say(PoolRounding rounding, int of14, int of10, int of9, int ofMinus10, int ofMinus9)
    {
        PoolConfig config = PoolConfig.Average(2, rounding: rounding);
        int[] sums = [14, 10, 9, -10, -9];
        int[] input = [.. sums.SelectMany(sum => new[] { sum, 0, 0, 0 })];
        Assert.Equal([of14, of10, of9, ofMinus10, ofMinus9], Run(config, new(1, 5, 2, 2), input));
        Assert.Equal([of14, of10, of9, ofMinus10, ofMinus9], Array.ConvertAll(Run(config, new(1, 5, 2, 2), Array.ConvertAll(input, number => new BigInteger(number))), number => (int)number));
        Assert.Equal([of14, of10, of9, ofMinus10, ofMinus9], Array.ConvertAll(Run(config, new(1, 5, 2, 2), Array.ConvertAll(input, number => (Int128)number)), number => (int)number));
    }

    [Fact]
    public void Sums_of_whole_numbers_wrap_around_and_averages_never_overflow()
    {
        PoolShape shape = new(1, 1, 2, 2);
        Assert.Equal([unchecked((byte)(4 * 200))], Run<byte>(PoolConfig.Sum(2), shape, [200, 200, 200, 200]));
        Assert.Equal([-4], Run(PoolConfig.Sum(2), shape, [int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue]));
        Assert.Equal([long.MaxValue], Run(PoolConfig.Average(2, rounding: PoolRounding.Truncate), shape, [long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue]));
        Assert.Equal([uint.MaxValue], Run(PoolConfig.Average(2, rounding: PoolRounding.HalfEven), shape, [uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue]));
    }

    [Fact]
    public void Rounding_has_no_effect_on_elements_with_fractions()
    {
        PoolConfig config = PoolConfig.Average(2, rounding: PoolRounding.Truncate);
        Assert.Equal([2.5f], Run<float>(config, new(1, 1, 2, 2), [1, 2, 3, 4]));
        Assert.Equal("Average2x2S2", PoolDispatcher.Default.Find<float>(config, new(1, 1, 2, 2)).Name);
    }

    private sealed class Agreement : IElementVisitor<bool>
    {
        public bool Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Agree<T>();
            return true;
        }
    }

    private static void Agree<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        Gen.Select(RandomPools.Config, RandomPools.Shape, Gen.Enum<Data>(), Gen.Int[0, 1000]).Sample(
            (config, shape, data, seed) =>
            {
                if (!Oracle.Accepts(config, shape) || !RandomPools.Fits(config, typeof(T)))
                    return;
                T[] input = Inputs.Make<T>(data, seed, shape.Length);
                T[] expected = Oracle.Pool<T>(config, shape, input);
                T[] output = Run(config, shape, input);
                int difference = Same.FirstDifference<T>(expected, output, anyZero: Same.IgnoresZeroSign(config.Mode));
                Assert.True(difference < 0, $"{config} {shape} {data} seed {seed} at {difference}");
            },
            iter: 500);

    private static T[] Run<T>(PoolConfig config, PoolShape shape, T[] input)
        where T : INumber<T>
    {
        PoolShape pooled = config.OutputShape(shape);
        T[] output = new T[pooled.Length];
        PoolFallback.Rows<T>(config, input, output, shape, 0, pooled.Rows(config.Layout));
        return output;
    }
}
