using System.Collections.Concurrent;
using System.Numerics;
using CsCheck;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Dispatch;

/// <summary>Calls on several threads: the same numbers, every row once, small work undivided.</summary>
public sealed class ThreadTests
{
    private static readonly PoolShape Large = new(2, 9, 301, 203);

    [Theory]
    [InlineData(PoolLayout.ChannelsFirst)]
    [InlineData(PoolLayout.ChannelsLast)]
    public void Results_do_not_depend_on_the_number_of_threads(PoolLayout layout)
    {
        PoolConfig[] configs =
        [
            PoolConfig.Max(3, 2, 1, layout: layout), PoolConfig.Max(2, layout: layout), PoolConfig.Max(5, 1, 2, layout: layout),
            PoolConfig.Average(3, 1, 1, layout: layout), PoolConfig.Average(4, 3, ceilMode: true, countIncludePad: false, layout: layout),
        ];
        float[] input = Inputs.Make<float>(Data.Spread, 5, Large.Length);
        foreach (PoolConfig config in configs)
        {
            float[] one = Run(1, config, input), two = Run(2, config, input), five = Run(5, config, input);
            Assert.True(one.AsSpan().SequenceEqual(two) && one.AsSpan().SequenceEqual(five), $"{config}");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Every_row_is_computed_once(int threads)
    {
        ConcurrentBag<(int First, int End)> ranges = [];
        PoolConfig config = PoolConfig.Max(2, 1);
        PoolKernel<float> kernel = new(config, default, "ranges", (_, _, in _, first, end) => ranges.Add((first, end)));
        PoolShape pooled = config.OutputShape(Large);

        new PoolDispatcher([kernel]) { MaxDegreeOfParallelism = threads }.Run<float>(config, Large, new float[Large.Length], new float[pooled.Length]);

        (int First, int End)[] sorted = [.. ranges.Order()];
        Assert.Equal(threads, sorted.Length);
        Assert.Equal([0, .. sorted.Select(range => range.End)], [.. sorted.Select(range => range.First), pooled.Rows(config.Layout)]);
    }

    [Fact]
    public void Ranges_cover_the_rows_in_whole_units_and_of_about_the_same_length() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 20], Gen.Int[1, 40], Gen.Int[1, 90], Gen.Int[1, 9], Gen.Int[1, 70])
            .Sample((layout, batch, channels, height, element, threads) =>
            {
                PoolShape shape = new(batch, channels, height, 173);
                RowRanges ranges = RowRanges.Of((PoolLayout)layout, shape, shape, element, threads);
                int[] lengths = [.. Enumerable.Range(0, ranges.Count).Select(index => ranges.Start(index + 1) - ranges.Start(index))];

                Assert.InRange(ranges.Count, 1, threads);
                Assert.Equal((0, shape.Rows((PoolLayout)layout)), (ranges.Start(0), ranges.Start(ranges.Count)));
                Assert.True(ranges.Unit == 1 || (ranges.Unit == height && lengths.All(length => length % height == 0)));
                Assert.True(lengths.Max() <= (lengths.Sum() / ranges.Count * 9 / 8) + 1, $"{ranges}: {string.Join(' ', lengths)}");
                if (ranges.Count > 1)
                    Assert.True(2L * shape.Length * element / ranges.Count >= RowRanges.LeastBytes && lengths.Min() > 0);
            });

    [Fact]
    public void Small_work_stays_on_the_calling_thread_in_one_call()
    {
        List<(int Thread, int First, int End)> calls = [];
        PoolConfig config = PoolConfig.Max(2);
        PoolKernel<float> kernel = new(config, default, "calls", (_, _, in _, first, end) => calls.Add((Environment.CurrentManagedThreadId, first, end)));
        PoolShape small = new(1, 3, 64, 64);

        new PoolDispatcher([kernel]) { MaxDegreeOfParallelism = 8 }.Run<float>(config, small, new float[small.Length], new float[small.Length]);

        Assert.Equal([(Environment.CurrentManagedThreadId, 0, 96)], calls);
    }

    [Fact]
    public void The_exception_of_a_kernel_comes_out_as_it_was_thrown()
    {
        PoolConfig config = PoolConfig.Max(2);
        PoolKernel<float> kernel = new(config, default, "throws", (_, _, in _, _, _) => throw new InvalidOperationException("from the kernel"));
        PoolDispatcher pool = new([kernel]) { MaxDegreeOfParallelism = 4 };

        Exception thrown = Assert.Throws<InvalidOperationException>(() => pool.Run<float>(config, Large, new float[Large.Length], new float[Large.Length]));

        Assert.Equal("from the kernel", thrown.Message);
    }

    [Fact]
    public void Elements_that_hold_references_are_pooled_too()
    {
        PoolShape shape = new(1, 4, 200, 200);
        BigInteger[] input = [.. Enumerable.Range(0, shape.Length).Select(number => new BigInteger(number))];
        BigInteger[] output = new BigInteger[shape.Length / 4];

        new PoolDispatcher([]) { MaxDegreeOfParallelism = 4 }.Run<BigInteger>(PoolConfig.Max(2), shape, input, output);

        Assert.Equal([201, 203, 205], output[..3]);
        Assert.Equal(shape.Length - 1, output[^1]);
    }

    private static float[] Run(int threads, PoolConfig config, float[] input)
    {
        float[] output = new float[config.OutputShape(Large).Length];
        new PoolDispatcher([]) { MaxDegreeOfParallelism = threads }.Run<float>(config, Large, input, output);
        float[] generated = new float[output.Length];
        PoolDispatcher everyday = new(PoolDispatcher.Default.Kernels) { MaxDegreeOfParallelism = threads };
        everyday.Run<float>(config, Large, input, generated);
        return [.. output, .. generated];
    }
}
