using PoolGen.Tests;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests.Blocks;

/// <summary>Several poolings in one pass agree with the oracle, touch nothing outside their spans and do not depend on how rows are split.</summary>
[Trait("Category", "kernels")]
public sealed class BlockKernelTests
{
    private static readonly PoolDispatcher FallbackOnly = new([]);
    private static readonly PoolDispatcher Threads = new(BlockPools.Kernels) { MaxDegreeOfParallelism = 3 };

    // Below, at and above the lanes of every vector, for windows apart as well.
    private static readonly int[] Widths = [1, 3, 5, 7, 8, 9, 12, 16, 17, 20, 23, 33, 41];

    private static readonly (int Batch, int Channels, int Depth, int Height)[] Others = [(1, 1, 1, 1), (2, 3, 1, 2), (1, 9, 1, 5), (2, 2, 1, 20), (0, 2, 1, 4), (1, 35, 1, 3), (1, 2, 3, 6)];

    public static TheoryData<Data> AllData => [.. Enum.GetValues<Data>()];

    [Theory]
    [MemberData(nameof(AllData))]
    public void Kernels_agree_with_the_oracle(Data data) => Check(data, null);

    [Fact]
    public void The_generic_loops_agree_with_the_oracle() => Check(Data.Special, FallbackOnly);

    [Fact]
    public void The_dispatcher_agrees_with_the_oracle() => Check(Data.Integers, Threads);

    [Fact]
    public void Threads_change_nothing()
    {
        PoolShape shape = new(2, 96, 24, 31);
        float[] input = Inputs.Make<float>(Data.Special, 3, shape.Length);
        foreach (PoolLayout layout in Enum.GetValues<PoolLayout>())
        {
            PoolPyramid pyramid = PoolPyramid.Max([5, 9, 13], layout);
            float[] one = new float[pyramid.OutputShape(shape).Length], several = new float[one.Length], looped = new float[one.Length];
            new PoolDispatcher(BlockPools.Kernels).RunPyramid(pyramid, shape, input, one);
            Threads.RunPyramid(pyramid, shape, input, several);
            new PoolDispatcher([]) { MaxDegreeOfParallelism = 2 }.RunPyramid(pyramid, shape, input, looped);
            Assert.Equal(-1, Same.FirstDifference<float>(BlockCheck.Concatenated(pyramid, shape, input), one, anyZero: true));
            Assert.Equal(-1, Same.FirstDifference<float>(one, several, anyZero: true));
            Assert.Equal(-1, Same.FirstDifference<float>(one, looped, anyZero: true));
        }
    }

    [Fact]
    public void Methods_of_the_user_compute_the_same()
    {
        PoolShape shape = new(3, 2, 7, 7);
        float[] input = Inputs.Make<float>(Data.Integers, 5, shape.Length);
        PoolPyramid pyramid = PoolPyramid.Max([5, 9, 13], includeInput: true);
        float[] expected = BlockCheck.Concatenated(pyramid, shape, input), output = new float[expected.Length];
        BlockPools.SpatialPyramid(input, output);
        Assert.Equal(expected, output);
    }

    [Fact]
    public void Calls_do_not_allocate()
    {
        PoolShape shape = new(1, 6, 20, 20);
        float[] input = Inputs.Make<float>(Data.Integers, 7, shape.Length), output = new float[4 * shape.Length], other = new float[shape.Length];
        PoolDispatcher pool = new(BlockPools.Kernels);
        PoolPyramid[] pyramids = [PoolPyramid.Max([5, 9, 13]), PoolPyramid.Max([5, 9, 13], includeInput: true), PoolPyramid.Max([3, 5], PoolLayout.ChannelsLast, includeInput: true)];
        PoolConfig config = PoolConfig.Average(3, 2);
        Assert.Equal(0, Allocation.Of(Run));

        void Run()
        {
            foreach (PoolPyramid pyramid in pyramids)
            {
                pool.RunPyramid(pyramid, shape, input, output.AsSpan());
                FallbackOnly.RunPyramid(pyramid, shape, input, output.AsSpan());
            }

            pool.RunMaxAndAverage(config, shape, input, output.AsSpan(), other.AsSpan());
            FallbackOnly.RunMaxAndAverage(config, shape, input, output.AsSpan(), other.AsSpan());
        }
    }

    private static void Check(Data data, PoolDispatcher? by)
    {
        List<string> faults = [];
        int cases = 0;
        foreach (PoolKernel kernel in BlockPools.Kernels)
        {
            foreach (PoolShape shape in Shapes(kernel))
            {
                cases++;
                if (ElementTypes.Visit(kernel.ElementType, new BlockCheck(kernel, shape, data, cases, by)) is string fault)
                    faults.Add(fault);
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {cases}:\n{string.Join('\n', faults.Take(10))}");
        Assert.InRange(cases, 500, int.MaxValue);
    }

    private static IEnumerable<PoolShape> Shapes(PoolKernel kernel)
    {
        PoolFixedShape known = kernel.FixedShape;
        return (from width in Widths
                from other in Others
                select new PoolShape(
                    known.Batch ?? other.Batch, known.Channels ?? other.Channels, known.Depth ?? other.Depth, known.Height ?? other.Height, known.Width ?? width))
            .Distinct().Where(shape => Oracle.Accepts(kernel.Config, shape));
    }
}
