using System.Numerics;
using CsCheck;
using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;
using Xunit;

namespace PoolGen.Generator.Tests.Plan;

/// <summary>Networks are data, so they are run here, on rows of whole numbers, against the definition.</summary>
public class WindowNetworkTests
{
    private const int Longest = 300;
    private const int Iterations = 2000;

    private static readonly Gen<(int Window, int Dilation, int Stride, int Seed)> Windows =
        Gen.Select(Gen.Int[1, Longest], Gen.Int[1, 5], Gen.Int[1, 6], Gen.Int[0, 1_000_000]);

    [Fact]
    public void The_passes_of_a_maximum_give_the_maximum() => Windows.Sample(
        window => Assert.Equal(
            Definition(window, Math.Max),
            Run(WindowNetwork.Cheapest(window.Window, window.Dilation, window.Stride, idempotent: true), window, Math.Max)),
        iter: Iterations);

    [Fact]
    public void The_passes_of_a_sum_give_the_sum() => Windows.Sample(
        window => Assert.Equal(
            Definition(window, Sum),
            Run(WindowNetwork.Cheapest(window.Window, window.Dilation, window.Stride, idempotent: false), window, Sum)),
        iter: Iterations);

    [Fact]
    public void No_pass_reads_beyond_the_window() => Windows.Sample(
        window =>
        {
            foreach (bool idempotent in new[] { true, false })
            {
                WindowNetwork network = WindowNetwork.Cheapest(window.Window, window.Dilation, window.Stride, idempotent);
                Assert.All(network.Passes, pass => Assert.True(pass[0] == 0 && pass.SequenceEqual(pass.Order())));
                Assert.Equal((window.Window - 1) * window.Dilation, Enumerable.Range(0, network.Passes.Count).Sum(network.Reach));
            }
        },
        iter: Iterations);

    [Fact]
    public void No_network_combines_more_than_the_definition() => Windows.Sample(
        window =>
        {
            foreach (bool idempotent in new[] { true, false })
            {
                WindowNetwork network = WindowNetwork.Cheapest(window.Window, window.Dilation, window.Stride, idempotent);
                Assert.InRange(network.Combinations, 0, window.Window - 1);
                Assert.InRange(network.PerOutput(window.Stride).Combinations, 0L, window.Window - 1);
            }
        },
        iter: Iterations);

    [Fact]
    public void A_maximum_takes_as_many_steps_as_doubling_and_no_more()
    {
        for (int window = 1; window <= Longest; window++)
            Assert.Equal(BitOperations.Log2((uint)(2 * window) - 1), WindowNetwork.Cheapest(window, 1, 1, idempotent: true).Steps);
    }

    /// <summary>A step is what its name says: each pass of a maximum is that many doublings of its input, the last of them as far as needed.</summary>
    [Fact]
    public void Each_pass_of_a_maximum_is_its_steps_one_after_the_other() => Windows.Sample(
        window =>
        {
            WindowNetwork network = WindowNetwork.Cheapest(window.Window, window.Dilation, window.Stride, idempotent: true);
            int[] row = Row(window);
            int steps = 0;
            for (int pass = 0, reach = window.Dilation; pass < network.Passes.Count; pass++)
            {
                int end = reach + network.Reach(pass);
                while (reach < end)
                {
                    int distance = Math.Min(reach, end - reach);
                    row = Combine(row, [0, distance], Math.Max);
                    reach += distance;
                    steps++;
                }
            }

            Assert.Equal(network.Steps, steps);
            Assert.Equal(Definition(window, Math.Max), row.Where((_, index) => index % window.Stride == 0));
        },
        iter: Iterations);

    [Theory]
    [InlineData(13, 5)]
    [InlineData(64, 7)]
    [InlineData(128, 8)]
    public void Wide_maxima_share_nearly_everything(int window, int combinations) =>
        Assert.Equal(combinations, WindowNetwork.Cheapest(window, 1, 1, idempotent: true).Combinations);

    [Theory]
    [InlineData(8, 4)]
    [InlineData(9, 4)]
    [InlineData(16, 5)]
    [InlineData(128, 8)]
    [InlineData(13, 12)]
    public void Sums_share_where_parts_of_one_size_fill_the_window(int window, int combinations) =>
        Assert.Equal(combinations, WindowNetwork.Cheapest(window, 1, 1, idempotent: false).Combinations);

    [Fact]
    public void Operations_per_output_count_every_element_between_two_outputs()
    {
        WindowNetwork network = new(new([new([0, 1]), new([0, 2, 3])]));

        Assert.Equal(new OperationCount(Loads: 5, Combinations: 3, Stores: 2), network.PerOutput(1));
        Assert.Equal(new OperationCount(Loads: 9, Combinations: 5, Stores: 4), network.PerOutput(3));
        Assert.Equal(3, network.Steps);
    }

    private static int Sum(int left, int right) => left + right;

    private static int[] Row((int Window, int Dilation, int Stride, int Seed) window)
    {
        Random random = new(window.Seed);
        return [.. Enumerable.Range(0, ((window.Window - 1) * window.Dilation) + 1 + (3 * window.Stride)).Select(_ => random.Next(1_000_000))];
    }

    private static IEnumerable<int> Definition((int Window, int Dilation, int Stride, int Seed) window, Func<int, int, int> combine)
    {
        int[] row = Row(window);
        return Enumerable.Range(0, 4).Select(output =>
            Enumerable.Range(0, window.Window).Select(tap => row[(output * window.Stride) + (tap * window.Dilation)]).Aggregate(combine));
    }

    private static IEnumerable<int> Run(WindowNetwork network, (int Window, int Dilation, int Stride, int Seed) window, Func<int, int, int> combine)
    {
        int[] row = Row(window);
        foreach (EquatableArray<int> pass in network.Passes)
            row = Combine(row, pass, combine);
        return row.Where((_, index) => index % window.Stride == 0);
    }

    /// <summary>One pass over a row; what would need more than there is falls away at the end.</summary>
    private static int[] Combine(int[] row, IReadOnlyList<int> offsets, Func<int, int, int> combine) =>
        [.. Enumerable.Range(0, row.Length - offsets[^1]).Select(x => offsets.Select(offset => row[x + offset]).Aggregate(combine))];
}
