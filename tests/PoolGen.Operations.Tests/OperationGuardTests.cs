using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests;

/// <summary>Arguments that do not fit are refused before anything is written, with what was found and what was needed.</summary>
public sealed class OperationGuardTests
{
    private static readonly PoolConfig Config = PoolConfig.Max(2);
    private static readonly PoolShape Shape = new(1, 2, 4, 6);
    private static readonly PoolDispatcher Kernels = new(IndexPools.Kernels);
    private static readonly PoolDispatcher Fallback = new([]);

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public void Short_spans_are_refused(bool kernels)
    {
        PoolDispatcher pool = kernels ? Kernels : Fallback;
        float[] map = new float[48], pooled = new float[12];
        int[] indices = new int[12];
        Assert.StartsWith("The input has 47 elements; the shape 1×2×4×6 needs 48", Message(() => pool.RunWithIndices(Config, Shape, map.AsSpan(1), pooled.AsSpan(), indices.AsSpan())));
        Assert.StartsWith("The output has 11 elements; the shape 1×2×2×3 needs 12", Message(() => pool.RunWithIndices(Config, Shape, map, pooled.AsSpan(1), indices.AsSpan())));
        Assert.StartsWith("The indices has 11 elements; the shape 1×2×2×3 needs 12", Message(() => pool.RunWithIndices(Config, Shape, map, pooled.AsSpan(), indices.AsSpan(1))));
        Assert.StartsWith("The output has 47 elements; the shape 1×2×4×6 needs 48", Message(() => pool.Unpool<float, int>(Config, Shape, pooled, indices, map.AsSpan(1))));
        Assert.StartsWith("The outputGradient has 11 elements", Message(() => pool.RunBackward<float, int>(Config, Shape, pooled.AsSpan(1), indices, map)));
        Assert.StartsWith("The indices has 11 elements", Message(() => pool.RunBackward<float, int>(Config, Shape, pooled, indices.AsSpan(1), map)));
        Assert.All(pooled, value => Assert.Equal(0, value));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void An_index_out_of_its_range_is_named_and_nothing_is_written(bool kernels)
    {
        PoolDispatcher pool = kernels ? Kernels : Fallback;
        foreach ((int bad, int at) in new[] { (24, 0), (-1, 11), (int.MaxValue, 5), (int.MinValue, 8) })
        {
            float[] target = new float[48];
            Array.Fill(target, 7);
            int[] indices = new int[12];
            indices[at] = bad;
            string expected = FormattableString.Invariant($"The index {bad} at position {at} is out of range; it must be from 0 to 23");
            Assert.StartsWith(expected, Message(() => pool.Unpool<float, int>(Config, Shape, new float[12], indices, target)));
            Assert.StartsWith(expected, Message(() => pool.RunBackward<float, int>(Config, Shape, new float[12], indices, target)));
            Assert.All(target, value => Assert.Equal(7, value));
            long[] wide = [.. indices.Select(index => index == bad ? bad * 4294967296L : index)];
            Assert.StartsWith("The index ", Message(() => pool.RunBackward<float, long>(Config, Shape, new float[12], wide, target)));
        }

        // Through the batch the range is larger.
        pool.Unpool<float, int>(Config, Shape, new float[12], Enumerable.Repeat(47, 12).ToArray(), new float[48], PoolIndexing.Tensor);
    }

    [Fact]
    public void Spans_that_share_memory_are_refused()
    {
        float[] map = new float[100];
        int[] indices = new int[100];
        Assert.Contains("overlaps", Message(() => Kernels.RunWithIndices(Config, Shape, map.AsSpan(0, 48), map.AsSpan(47), indices.AsSpan())));
        Assert.StartsWith("The span indices overlaps output: it starts 44 bytes after", Message(() => Kernels.RunWithIndices(
            Config, Shape, new float[48], map.AsSpan(0, 12), System.Runtime.InteropServices.MemoryMarshal.Cast<float, int>(map.AsSpan(11)))));
        Assert.StartsWith("The span output overlaps indices", Message(() => Kernels.Unpool<float, int>(
            Config, Shape, map, indices, System.Runtime.InteropServices.MemoryMarshal.Cast<int, float>(indices.AsSpan()))));
        Assert.StartsWith("The span inputGradient overlaps outputGradient", Message(() => Kernels.RunBackward<float, int>(Config, Shape, map, indices, map)));
        Kernels.RunWithIndices(Config, Shape, map.AsSpan(0, 48), map.AsSpan(48), indices.AsSpan());
    }

    [Fact]
    public void What_is_not_possible_is_refused_in_the_words_of_the_compiler_error()
    {
        Assert.StartsWith("Indices are asked of Average, which keeps no element of a window; they are those of Max and Min", Message(() =>
            Kernels.RunWithIndices(PoolConfig.Average(2), Shape, new float[48], new float[12].AsSpan(), new int[12].AsSpan())));
        Assert.StartsWith("The index convention is 9; it must be a member of PoolIndexing", Message(() =>
            Kernels.RunWithIndices(Config, Shape, new float[48], new float[12].AsSpan(), new int[12].AsSpan(), (PoolIndexing)9)));
        Assert.StartsWith("The index type is Int16; it must be int or long", Message(() =>
            Kernels.RunWithIndices(Config, Shape, new float[48], new float[12].AsSpan(), new short[12].AsSpan())));
        Assert.StartsWith("The backward pass of Max has no indices; it needs those of the forward pass", Message(() =>
            Kernels.RunBackward(Config, Shape, new float[12], new float[48].AsSpan())));
    }

    [Fact]
    public void The_unpooled_shape_is_that_of_PyTorch()
    {
        Assert.Equal(new PoolShape(2, 3, 7, 9), PoolConfig.Max(3, 2).UnpooledShape(new PoolShape(2, 3, 3, 4)));
        Assert.Equal(new PoolShape(1, 1, 5, 7), PoolConfig.Max(3, 2, padding: 1).UnpooledShape(new PoolShape(1, 1, 3, 4)));
        Assert.Equal(new PoolShape(1, 1, 3, 5, 7), PoolConfig.Max(3, 2, padding: 1, rank: PoolRank.Volume).UnpooledShape(new PoolShape(1, 1, 2, 3, 4)));
        Assert.Throws<ArgumentException>(() => PoolConfig.Max(1, 1).UnpooledShape(new PoolShape(1, int.MaxValue, 1, 1)).Length == 0 ? 0 : throw new ArgumentException("fits"));
        Assert.Throws<ArgumentException>(() => PoolConfig.Max(2, autoPadding: PoolAutoPadding.SameUpper).UnpooledShape(Shape));
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        float[] map = new float[48], pooled = new float[12];
        long[] indices = new long[12];
        Assert.Equal(0, Allocation.Of(() =>
        {
            IndexPools.Max2x2S2WithIndicesLong(map, pooled, indices, Shape);
            IndexPools.Max2x2S2UnpoolLong(pooled, indices, map, Shape);
            IndexPools.Max2x2S2BackwardLong(pooled, indices, map, Shape);
            Kernels.RunWithIndices(Config, Shape, map, pooled.AsSpan(), indices.AsSpan());
            Fallback.RunBackward<float, long>(Config, Shape, pooled, indices, map);
        }));
    }

    private static string Message(Action call) => Assert.ThrowsAny<ArgumentException>(call).Message;
}
