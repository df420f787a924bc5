using System.Numerics;
using PoolGen.Tests;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests.Gradients;

/// <summary>Gradients of sums and averages by the generic loops and by generated kernels.</summary>
[Trait("Category", "kernels")]
public sealed class GradientTests
{
    private static readonly PoolDispatcher Loops = new([]);

    private static IEnumerable<PoolKernel> Gradients => GradientPools.Kernels.Where(kernel => kernel.Operation == PoolOperation.Backward);

    [Fact]
    public void The_generic_loops_agree_with_the_oracle()
    {
        Random random = new(1);
        for (int round = 0; round < 400; round++)
        {
            PoolConfig config = GradientCheck.RandomConfig(random);
            PoolShape shape = GradientCheck.RandomShape(random);
            if (!Oracle.Accepts(config, shape))
                continue;
            GradientCheck.Same<float>(config, shape, round, (from, to, _) => Loops.RunBackward(config, shape, from, to));
            GradientCheck.Same<double>(config, shape, round, (from, to, _) => Loops.RunBackward(config, shape, from, to));
            GradientCheck.Same<Half>(config, shape, round, (from, to, _) => Loops.RunBackward(config, shape, from, to));
        }
    }

    [Fact]
    public void Every_attribute_has_a_kernel_for_the_gradient() => Assert.Equal(GradientPools.Kernels.Count / 2, Gradients.Count());

    [Fact]
    public void Generated_kernels_agree_with_the_oracle()
    {
        foreach (PoolKernel kernel in Gradients)
            ElementTypes.Visit(kernel.ElementType, new Agreement(kernel, new AtOnce()));
    }

    [Fact]
    public void Any_range_of_rows_is_that_part_of_the_gradient()
    {
        foreach (PoolKernel kernel in Gradients)
            ElementTypes.Visit(kernel.ElementType, new Agreement(kernel, new InRanges()));
    }

    [Fact]
    public void The_dispatcher_takes_the_kernel()
    {
        PoolDispatcher pool = new(GradientPools.Kernels);
        PoolShape shape = new(2, 3, 8, 10);
        PoolConfig config = PoolConfig.Average(2);
        GradientCheck.Same<float>(config, shape, 3, (from, to, _) => pool.RunBackward(config, shape, from, to));
    }

    [Fact]
    public void Wide_and_large_gradients_agree_with_the_loops()
    {
        // Rows wider than a block, planes of several blocks, and gradients that are stored past the caches.
        (PoolConfig Config, PoolShape Shape)[] cases =
        [
            (PoolConfig.Average(3, 1, 1), new(1, 1, 40, 3000)),
            (PoolConfig.Average(3, 2, 1), new(1, 2, 131, 1999)),
            (PoolConfig.Average(2), new(1, 65, 224, 224)),
            (PoolConfig.Average(3, 1, 1), new(1, 50, 224, 224)),
            (PoolConfig.Average(3, 2, 1), new(1, 17, 501, 333)),
        ];
        PoolDispatcher pool = new(GradientPools.Kernels);
        foreach ((PoolConfig config, PoolShape shape) in cases)
        {
            float[] outputGradient = Inputs.Make<float>(Data.Spread, 5, config.OutputShape(shape).Length);
            float[] expected = new float[shape.Length], actual = new float[shape.Length];
            Loops.RunBackward<float>(config, shape, outputGradient, expected);
            pool.RunBackward<float>(config, shape, outputGradient, actual);
            GradientCheck.Equal<float>($"{config} {shape}", expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(OperationKernelTests.Starts), MemberType = typeof(OperationKernelTests))]
    public void Large_gradients_agree_wherever_they_start(int start)
    {
        PoolDispatcher pool = new(GradientPools.Kernels);
        foreach (PoolShape shape in new PoolShape[] { new(1, 65, 224, 168), new(1, 65, 225, 164) })
        {
            PoolConfig config = PoolConfig.Average(2);
            float[] outputGradient = Inputs.Make<float>(Data.Spread, 5, config.OutputShape(shape).Length), expected = new float[shape.Length];
            Loops.RunBackward<float>(config, shape, outputGradient, expected);
            PlacedTarget target = new(shape.Length, start);

            pool.RunBackward<float>(config, shape, outputGradient, target.Span);

            Assert.Null(target.Fault(expected));
        }
    }

    [Fact]
    public void A_gradient_is_what_differences_of_the_forward_pass_say()
    {
        Random random = new(7);
        for (int round = 0; round < 60; round++)
        {
            PoolConfig config = GradientCheck.RandomConfig(random);
            PoolShape shape = new(1, 2, random.Next(1, 4), random.Next(2, 7), random.Next(2, 8));
            if (!Oracle.Accepts(config, shape) || config.DivisorOverride is int.MaxValue or int.MinValue)
                continue;
            double[] input = Inputs.Make<double>(Data.Integers, round, shape.Length);
            double[] weights = Inputs.Make<double>(Data.Integers, round + 1000, config.OutputShape(shape).Length);
            double[] gradient = new double[shape.Length];
            Loops.RunBackward<double>(config, shape, weights, gradient);
            for (int at = 0; at < input.Length; at++)
            {
                double above = Weighted(config, shape, input, weights, at, 0.5), below = Weighted(config, shape, input, weights, at, -0.5);
                Assert.True(Math.Abs(above - below - gradient[at]) < 1e-9, $"{config} {shape} at {at}: {above - below} and {gradient[at]}");
            }
        }
    }

    private static double Weighted(PoolConfig config, PoolShape shape, double[] input, double[] weights, int at, double step)
    {
        double[] moved = [.. input], output = new double[weights.Length];
        moved[at] += step;
        Loops.Run<double>(config, shape, moved, output);
        return output.Zip(weights, (value, weight) => value * weight).Sum();
    }

    private interface IRun
    {
        void Run<T>(PoolGradientKernel<T> kernel, ReadOnlySpan<T> from, Span<T> to, PoolShape shape);
    }

    private sealed class AtOnce : IRun
    {
        public void Run<T>(PoolGradientKernel<T> kernel, ReadOnlySpan<T> from, Span<T> to, PoolShape shape) => kernel.Run(from, to, shape);
    }

    private sealed class InRanges : IRun
    {
        public void Run<T>(PoolGradientKernel<T> kernel, ReadOnlySpan<T> from, Span<T> to, PoolShape shape)
        {
            int rows = shape.Rows(kernel.Config.Layout);
            Random random = new(rows);
            for (int row = 0; row < rows;)
            {
                int end = Math.Min(rows, row + random.Next(1, 8));
                kernel.RunRows(from, to, shape, row, end);
                row = end;
            }
        }
    }

    /// <summary>Rows of more windows than scratch memory takes at once, and one that is not whole.</summary>
    private static readonly PoolShape Long = new(1, 3, 5, 4101);

    private sealed record Agreement(PoolKernel Kernel, IRun Way) : IElementVisitor<bool>
    {
        public bool Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Random random = new(2);
            PoolGradientKernel<T> gradient = (PoolGradientKernel<T>)Kernel;
            for (int round = 0; round < 40; round++)
            {
                PoolShape shape = round == 0 ? Long : GradientCheck.RandomShape(random);
                if (Kernel.FixedShape.Channels is int channels)
                    shape = new(shape.Batch, channels, shape.Depth, shape.Height, shape.Width);
                if (Oracle.Accepts(Kernel.Config, shape))
                    GradientCheck.Same<T>(Kernel.Config, shape, round, (from, to, size) => Way.Run(gradient, from, to, size));
            }

            return true;
        }
    }
}
