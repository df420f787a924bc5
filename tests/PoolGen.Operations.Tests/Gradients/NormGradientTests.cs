using PoolGen.Tests;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests.Gradients;

/// <summary>Gradients of norms.</summary>
public sealed class NormGradientTests
{
    private static readonly PoolDispatcher Loops = new([]);

    [Theory]
    [InlineData(1f)]
    [InlineData(1.5f)]
    [InlineData(2f)]
    [InlineData(3f)]
    [InlineData(10f)]
    [InlineData(float.PositiveInfinity)]
    public void A_gradient_is_what_differences_of_the_forward_pass_say(float norm)
    {
        Random random = new(4);
        for (int round = 0; round < 40; round++)
        {
            PoolConfig config = Norm(GradientCheck.RandomConfig(random), norm);
            PoolShape shape = new(1, 2, random.Next(1, 3), random.Next(2, 6), random.Next(2, 7));
            if (!Oracle.Accepts(config, shape))
                continue;

            // Whole numbers apart from one another and from 0, so that no largest magnitude changes hands.
            double[] input = [.. Enumerable.Range(0, shape.Length).OrderBy(_ => random.Next()).Select(place => (place + 1.0) * (random.Next(2) == 0 ? 1 : -1))];
            double[] weights = Inputs.Make<double>(Data.Integers, round, config.OutputShape(shape).Length);
            double[] gradient = Gradient(config, shape, input, weights);
            const double Step = 1e-5;
            for (int at = 0; at < input.Length; at++)
            {
                double difference = (Weighted(config, shape, input, weights, at, Step) - Weighted(config, shape, input, weights, at, -Step)) / (2 * Step);
                Assert.True(Math.Abs(difference - gradient[at]) < 1e-5, $"{config} {shape} at {at}: {difference} and {gradient[at]}");
            }
        }
    }

    [Fact]
    public void The_sides_of_a_triangle_are_the_gradient_of_the_longest()
    {
        PoolConfig config = PoolConfig.Lp(2, 2f);
        Assert.Equal([0.6, 0.0, 0.8, -0.0], Gradient(config, new(1, 1, 2, 2), [3, 0, 4, 0], [1]));
        Assert.Equal([0.0, 0.0, 0.0, 0.0], Gradient(config, new(1, 1, 2, 2), [0, 0, 0, 0], [1]));
    }

    [Fact]
    public void Elements_with_the_largest_magnitude_take_equal_parts() =>
        Assert.Equal([3.0, 0.0, -3.0, 0.0], Gradient(PoolConfig.Lp(2, float.PositiveInfinity), new(1, 1, 2, 2), [5, 4, -5, 0], [6]));

    [Fact]
    public void A_magnitude_whose_power_overflows_has_a_gradient()
    {
        float[] input = [1e30f, 0, 0, 0], gradient = new float[4];
        Loops.RunBackward<float>(PoolConfig.Lp(2, 2f), new(1, 1, 2, 2), input, [1e30f], [1], gradient);
        Assert.Equal([1f, 0, 0, 0], gradient);
    }

    [Fact]
    public void A_NaN_in_a_window_gives_all_of_it_NaN() =>
        Assert.All(Gradient(PoolConfig.Lp(2, 2f), new(1, 1, 2, 2), [1, double.NaN, 0, 4], [1]), value => Assert.True(double.IsNaN(value)));

    [Fact]
    public void Generated_methods_compute_the_same()
    {
        PoolShape shape = new(2, 3, 9, 11);
        float[] input = Inputs.Make<float>(Data.Spread, 1, shape.Length), first = new float[shape.Length], second = new float[shape.Length];
        PoolConfig config = PoolConfig.Lp(3, 2f, stride: 2, padding: 1);
        float[] output = new float[config.OutputShape(shape).Length], weights = Inputs.Make<float>(Data.Spread, 2, output.Length);
        NormPools.Norm(input, output, shape);
        Loops.RunBackward<float>(config, shape, input, output, weights, first);
        NormPools.NormBackward(input, output, weights, second, shape);
        GradientCheck.Equal<float>("a generated method", first, second);
        Array.Clear(second);
        new PoolDispatcher(NormPools.Kernels).RunBackward<float>(config, shape, input, output, weights, second);
        GradientCheck.Equal<float>("the dispatcher", first, second);
        Array.Clear(second);
        PoolNormGradientKernel<float> kernel = NormPools.Kernels.OfType<PoolNormGradientKernel<float>>().Single();
        for (int row = 0; row < shape.Rows(PoolLayout.ChannelsFirst); row++)
            kernel.RunRows(input, output, weights, second, shape, row, row + 1);
        GradientCheck.Equal<float>("rows one by one", first, second);
    }

    [Fact]
    public void A_call_without_what_it_needs_is_refused()
    {
        PoolShape shape = new(1, 1, 4, 4);
        float[] many = new float[16], few = new float[3], target = new float[16];
        ArgumentException without = Assert.Throws<ArgumentException>(() => Loops.RunBackward<float>(PoolConfig.Lp(2, 2f), shape, many, target));
        Assert.Contains("has no input and no output of the forward pass", without.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Loops.RunBackward<float>(PoolConfig.Average(2), shape, many, many, many, target));
        Assert.Throws<ArgumentException>("output", () => Loops.RunBackward<float>(PoolConfig.Lp(2, 2f), shape, many, few, many, target));
        Assert.Throws<ArgumentException>("inputGradient", () => Loops.RunBackward<float>(PoolConfig.Lp(2, 2f), shape, target, many, many, target));
    }

    private static PoolConfig Norm(PoolConfig config, float norm) => PoolConfig.Create(
        PoolMode.Lp, config.Depth, config.Height, config.Width, new PoolOptions { Layout = config.Layout, CeilMode = config.CeilMode, Norm = norm });

    private static double[] Gradient(PoolConfig config, PoolShape shape, double[] input, double[] weights)
    {
        double[] output = new double[weights.Length], gradient = new double[shape.Length];
        Loops.Run<double>(config, shape, input, output);
        Loops.RunBackward<double>(config, shape, input, output, weights, gradient);
        return gradient;
    }

    private static double Weighted(PoolConfig config, PoolShape shape, double[] input, double[] weights, int at, double step)
    {
        double[] moved = [.. input], output = new double[weights.Length];
        moved[at] += step;
        Loops.Run<double>(config, shape, moved, output);
        return output.Zip(weights, (value, weight) => value * weight).Sum();
    }
}

/// <summary>A norm with its gradient.</summary>
[PoolKernel(3, 2, PoolMode.Lp, Norm = 2, Padding = 1, Backward = true, Name = "Norm")]
internal static partial class NormPools;
