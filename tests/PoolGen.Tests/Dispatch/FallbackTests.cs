using System.Numerics;
using CsCheck;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Dispatch;

/// <summary>The generic loops against the oracle, and against results worked out by hand where the oracle does not reach.</summary>
public sealed class FallbackTests
{
    [Fact]
    public void Every_float_configuration_agrees_with_the_oracle() => Agree<float>();

    [Fact]
    public void Every_double_configuration_agrees_with_the_oracle() => Agree<double>();

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

            int difference = Same.FirstDifference<float>(expected, output, anyZero: config.Mode == PoolMode.Max);
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
    public void An_average_of_whole_numbers_is_refused_before_anything_is_written()
    {
        int[] output = [77];
        Exception refusal = Assert.Throws<NotSupportedException>(
            () => PoolDispatcher.Default.Run(PoolConfig.Average(2), new(1, 1, 2, 2), [1, 2, 3, 4], output.AsSpan()));

        Assert.Contains("Int32", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([77], output);
        Assert.Throws<NotSupportedException>(() => Run<BigInteger>(PoolConfig.Average(2), new(1, 1, 2, 2), [1, 2, 3, 4]));
    }

    private static void Agree<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Gen.Select(RandomPools.Config, RandomPools.Shape, Gen.Enum<Data>(), Gen.Int[0, 1000]).Sample(
            (config, shape, data, seed) =>
            {
                if (!Oracle.Accepts(config, shape))
                    return;
                T[] input = Inputs.Make<T>(data, seed, shape.Length);
                T[] expected = Oracle.Pool<T>(config, shape, input);
                T[] output = Run(config, shape, input);
                int difference = Same.FirstDifference<T>(expected, output, anyZero: config.Mode == PoolMode.Max);
                Assert.True(difference < 0, $"{config} {shape} {data} seed {seed} at {difference}");
            },
            iter: 1000);

    private static T[] Run<T>(PoolConfig config, PoolShape shape, T[] input)
        where T : INumber<T>
    {
        PoolShape pooled = config.OutputShape(shape);
        T[] output = new T[pooled.Length];
        PoolFallback.Rows<T>(config, input, output, shape, 0, pooled.Rows(config.Layout));
        return output;
    }
}
