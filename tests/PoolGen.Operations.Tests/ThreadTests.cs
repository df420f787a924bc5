using PoolGen.Operations.Tests.Blocks;
using PoolGen.Operations.Tests.Gradients;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests;

/// <summary>Every operation gives the same bits on several threads, with kernels and with the generic loops.</summary>
public sealed class ThreadTests
{
    private static readonly PoolShape Shape = new(2, 24, 64, 65);

    private static readonly IReadOnlyList<PoolKernel> Kernels = [.. IndexPools.Kernels, .. GradientPools.Kernels, .. BlockPools.Kernels];

    private static readonly PoolDispatcher[] OneThread = [new(Kernels), new([])];

    private static readonly PoolDispatcher[] Threads = [.. OneThread.Select(pool => new PoolDispatcher(pool.Kernels) { MaxDegreeOfParallelism = 3 })];

    [Theory]
    [InlineData(PoolLayout.ChannelsFirst, PoolIndexing.Plane)]
    [InlineData(PoolLayout.ChannelsLast, PoolIndexing.Plane)]
    [InlineData(PoolLayout.ChannelsFirst, PoolIndexing.Tensor)]
    public void Indices_unpooling_and_their_gradient(PoolLayout layout, PoolIndexing indexing)
    {
        PoolConfig config = PoolConfig.Max(2, layout: layout);
        float[] input = Inputs.Make<float>(Data.Special, 1, Shape.Length);
        int outputs = config.OutputShape(Shape).Length;
        AreRangesOf(config);
        Agree(pool =>
        {
            float[] output = new float[outputs], unpooled = new float[Shape.Length], gradient = new float[Shape.Length];
            int[] indices = new int[outputs];
            pool.RunWithIndices(config, Shape, input, output.AsSpan(), indices.AsSpan(), indexing);
            pool.Unpool(config, Shape, output, (ReadOnlySpan<int>)indices, unpooled.AsSpan(), indexing);
            pool.RunBackward(config, Shape, output, (ReadOnlySpan<int>)indices, gradient.AsSpan(), indexing);
            return [output, [.. indices.Select(index => (float)index)], unpooled, gradient];
        });
    }

    [Theory]
    [InlineData(PoolLayout.ChannelsFirst)]
    [InlineData(PoolLayout.ChannelsLast)]
    public void Gradients_of_averages_and_norms(PoolLayout layout)
    {
        PoolConfig average = PoolConfig.Average(3, stride: 2, padding: 1, layout: layout), norm = PoolConfig.Lp(3, norm: 2, stride: 2, layout: layout);
        float[] input = Inputs.Make<float>(Data.Integers, 2, Shape.Length), gradient = Inputs.Make<float>(Data.Special, 3, average.OutputShape(Shape).Length);
        AreRangesOf(average);
        Agree(pool =>
        {
            float[] found = new float[Shape.Length], normed = new float[norm.OutputShape(Shape).Length], ofNorm = new float[Shape.Length];
            pool.RunBackward<float>(average, Shape, gradient, found);
            pool.Run<float>(norm, Shape, input, normed);
            pool.RunBackward<float>(norm, Shape, input, normed, gradient, ofNorm);
            return [found, normed, ofNorm];
        });
    }

    [Theory]
    [InlineData(PoolLayout.ChannelsFirst)]
    [InlineData(PoolLayout.ChannelsLast)]
    public void Maxima_beside_averages(PoolLayout layout)
    {
        PoolConfig config = PoolConfig.Average(3, stride: 2, padding: 1, countIncludePad: false, layout: layout);
        float[] input = Inputs.Make<float>(Data.Special, 4, Shape.Length);
        AreRangesOf(config);
        Agree(pool =>
        {
            float[] maximum = new float[config.OutputShape(Shape).Length], mean = new float[maximum.Length];
            pool.RunMaxAndAverage(config, Shape, input, maximum.AsSpan(), mean.AsSpan());
            return [maximum, mean];
        }, maxima: 1);
    }

    [Fact]
    public void An_index_out_of_its_range_is_refused_before_any_thread_writes()
    {
        PoolConfig config = PoolConfig.Max(2);
        float[] values = new float[config.OutputShape(Shape).Length], target = new float[Shape.Length];
        int[] indices = new int[values.Length];
        indices[^1] = 64 * 65;
        Array.Fill(target, 77);
        foreach (PoolDispatcher pool in Threads)
        {
            ArgumentException refused = Assert.Throws<ArgumentException>(() => pool.RunBackward(config, Shape, values, (ReadOnlySpan<int>)indices, target.AsSpan()));
            Assert.Contains($"The index 4160 at position {indices.Length - 1} is out of range", refused.Message, StringComparison.Ordinal);
            Assert.All(target, element => Assert.Equal(77, element));
        }
    }

    /// <summary>There must be work for several threads.</summary>
    private static void AreRangesOf(PoolConfig config) => Assert.Equal(3, RowRanges.Of(config.Layout, Shape, config.OutputShape(Shape), sizeof(float), 3).Count);

    /// <param name="run">What is computed.</param>
    /// <param name="maxima">How many of the results are maxima, whose zeros have any sign.</param>
    private static void Agree(Func<PoolDispatcher, float[][]> run, int maxima = 0)
    {
        float[][] expected = run(OneThread[0]);
        foreach (PoolDispatcher pool in (PoolDispatcher[])[OneThread[1], .. Threads])
        {
            float[][] actual = run(pool);
            for (int result = 0; result < expected.Length; result++)
                Assert.Equal(-1, Same.FirstDifference<float>(expected[result], actual[result], anyZero: result < maxima));
        }
    }
}
