using PoolGen.Tests;
using PoolGen.Tests.GuardPages;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests.Gradients;

/// <summary>Gradients touch nothing but what they should, allocate nothing, and refuse what does not fit before they write.</summary>
[Trait("Category", "kernels")]
public sealed class GradientGuardTests
{
    private static IEnumerable<PoolGradientKernel<float>> Kernels => GradientPools.Kernels.OfType<PoolGradientKernel<float>>();

    /// <summary>Spans stand between memory that ends the process when it is touched: at its first byte, and again before its last.</summary>
    [Fact]
    public void Nothing_beside_the_spans_is_touched()
    {
        Assert.SkipUnless(GuardedMemory.IsSupported, "The system has no memory that nobody may touch");
        using GuardedMemory from = new(1 << 20), to = new(1 << 20);
        Random random = new(9);
        foreach (PoolGradientKernel<float> kernel in Kernels)
        {
            for (int round = 0; round < 25; round++)
            {
                PoolShape drawn = GradientCheck.RandomShape(random);
                PoolShape shape = new(drawn.Batch, kernel.FixedShape.Channels ?? drawn.Channels, drawn.Depth, drawn.Height, drawn.Width);
                if (!Oracle.Accepts(kernel.Config, shape))
                    continue;
                int length = kernel.Config.OutputShape(shape).Length;
                kernel.Run(from.AtStart<float>(length), to.AtStart<float>(shape.Length), shape);
                kernel.Run(from.AtEnd<float>(length), to.AtEnd<float>(shape.Length), shape);
            }
        }
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        PoolShape shape = new(2, 1, 3, 20, 33);
        float[] from = new float[4 * shape.Length], to = new float[shape.Length];
        foreach (PoolGradientKernel<float> kernel in Kernels)
            Assert.Equal((kernel.Name, 0L), (kernel.Name, Allocation.Of(() => kernel.Run(from, to, shape))));
        PoolDispatcher loops = new([]);
        PoolConfig average = PoolConfig.Average(5, 3, 2), norm = PoolConfig.Lp(3, 2f);
        Assert.Equal(0, Allocation.Of(() => loops.RunBackward<float>(average, shape, from, to)));
        Assert.Equal(0, Allocation.Of(() => loops.RunBackward<float>(norm, shape, from, from, from, to)));
    }

    [Fact]
    public void What_does_not_fit_is_refused_before_anything_is_written()
    {
        PoolShape shape = new(1, 2, 6, 8);
        float[] from = new float[24], to = [.. Enumerable.Repeat(7f, 96)];
        PoolDispatcher loops = new([]), pool = new(GradientPools.Kernels);
        foreach (PoolDispatcher dispatcher in new[] { loops, pool })
        {
            ArgumentException gradient = Assert.Throws<ArgumentException>("outputGradient", () => dispatcher.RunBackward<float>(PoolConfig.Average(2), shape, from.AsSpan(1), to));
            Assert.Contains("has 23 elements; the shape 1×2×3×4 needs 24", gradient.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>("inputGradient", () => dispatcher.RunBackward<float>(PoolConfig.Average(2), shape, from, to.AsSpan(1)));
            Assert.Throws<ArgumentException>("inputGradient", () => dispatcher.RunBackward<float>(PoolConfig.Average(2), shape, to.AsSpan(10, 24), to));
            Assert.Throws<ArgumentException>("shape", () => dispatcher.RunBackward<float>(PoolConfig.Average(7), shape, from, to));
        }

        ArgumentException whole = Assert.Throws<ArgumentException>(() => loops.RunBackward<int>(PoolConfig.Sum(2), shape, new int[24], new int[96]));
        Assert.Contains("over whole numbers", whole.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => loops.RunBackward<float>(PoolConfig.Max(2), shape, from, to));
        Assert.All(to, value => Assert.Equal(7f, value));
    }
}
