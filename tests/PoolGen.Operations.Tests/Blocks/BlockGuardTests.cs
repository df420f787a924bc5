using Xunit;

namespace PoolGen.Operations.Tests.Blocks;

/// <summary>What pyramids, and maxima beside averages, refuse, in which words, before anything is written.</summary>
public sealed class BlockGuardTests
{
    private static readonly PoolShape Shape = new(1, 2, 4, 4);
    private static readonly PoolDispatcher Pool = new(BlockPools.Kernels);

    [Theory]
    [InlineData(new int[0], "A pyramid has no window; it must have one at least")]
    [InlineData(new[] { 4 }, "A window of the pyramid is 4; it must be an odd number from 3 to 4095")]
    [InlineData(new[] { 1, 3 }, "A window of the pyramid is 1; it must be an odd number from 3 to 4095")]
    [InlineData(new[] { 5, 4097 }, "A window of the pyramid is 4097; it must be an odd number from 3 to 4095")]
    [InlineData(new[] { 9, 5 }, "The window 5 of the pyramid follows 9; windows must ascend")]
    public void Windows_that_make_no_pyramid_are_refused(int[] windows, string message)
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => PoolPyramid.Max(windows));
        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
        Assert.Equal("Windows", thrown.ParamName);
    }

    [Fact]
    public void A_layout_that_does_not_exist_is_refused() =>
        Assert.Equal("Layout", Assert.Throws<ArgumentException>(() => PoolPyramid.Max([3], (PoolLayout)7)).ParamName);

    [Theory]
    [InlineData(31, 96, "input", "The input has 31 elements; the shape 1×2×4×4 needs 32")]
    [InlineData(32, 95, "output", "The output has 95 elements; the shape 1×6×4×4 needs 96")]
    public void Spans_of_a_pyramid_that_are_too_short_are_refused(int inputs, int outputs, string argument, string message)
    {
        float[] output = new float[outputs];
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            () => Pool.RunPyramid(PoolPyramid.Max([5, 9, 13]), Shape, new float[inputs], output.AsSpan()));
        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
        Assert.Equal(argument, thrown.ParamName);
        Assert.All(output, element => Assert.Equal(0, element));
    }

    [Fact]
    public void A_pyramid_over_its_own_input_is_refused()
    {
        float[] both = new float[128];
        Assert.Equal("output", Assert.Throws<ArgumentException>(() => Pool.RunPyramid(PoolPyramid.Max([5, 9, 13]), Shape, both.AsSpan(0, 32), both.AsSpan(31))).ParamName);
        Pool.RunPyramid(PoolPyramid.Max([5, 9, 13]), Shape, both.AsSpan(0, 32), both.AsSpan(32));
    }

    [Fact]
    public void A_pyramid_that_no_span_can_hold_is_refused()
    {
        PoolPyramid pyramid = PoolPyramid.Max([3, 5], includeInput: true);
        Assert.Equal("shape", Assert.Throws<ArgumentException>(() => pyramid.OutputShape(new PoolShape(1, 1 << 30, 1, 1))).ParamName);
        Assert.Throws<ArgumentException>(() => pyramid.OutputShape(default));
    }

    [Theory]
    [InlineData(31, 2, 2, "input")]
    [InlineData(32, 1, 2, "maximum")]
    [InlineData(32, 2, 1, "average")]
    public void Spans_of_maxima_and_averages_that_are_too_short_are_refused(int inputs, int maxima, int averages, string argument)
    {
        float[] maximum = new float[maxima], average = new float[averages];
        foreach (PoolDispatcher pool in (PoolDispatcher[])[Pool, new([])])
        {
            ArgumentException thrown = Assert.Throws<ArgumentException>(
                () => pool.RunMaxAndAverage(PoolConfig.Average(3, 2), Shape, new float[inputs], maximum.AsSpan(), average.AsSpan()));
            Assert.Equal(argument, thrown.ParamName);
        }

        Assert.All(maximum.Concat(average), element => Assert.Equal(0, element));
    }

    [Theory]
    [InlineData(0, 40, "maximum")]
    [InlineData(40, 0, "average")]
    [InlineData(40, 41, "average")]
    public void Maxima_and_averages_must_not_share_memory(int maximum, int average, string argument)
    {
        float[] all = new float[64];
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            () => Pool.RunMaxAndAverage(PoolConfig.Average(3, 2), Shape, all.AsSpan(0, 32), all.AsSpan(maximum, 2), all.AsSpan(average, 2)));
        Assert.Equal(argument, thrown.ParamName);
    }

    [Fact]
    public void Maxima_and_averages_need_the_configuration_of_an_average()
    {
        float[] some = new float[40];
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            () => Pool.RunMaxAndAverage(PoolConfig.Max(3, 2), Shape, some, new float[2].AsSpan(), new float[2].AsSpan()));
        Assert.Equal("config", thrown.ParamName);
        Assert.Throws<ArgumentException>(() => Pool.RunMaxAndAverage(PoolConfig.Average(2), Shape, new short[32], new short[8].AsSpan(), new short[8].AsSpan()));
    }

    [Fact]
    public void A_kernel_of_a_fixed_shape_refuses_others()
    {
        PoolPyramidKernel<float> kernel = BlockPools.Kernels.OfType<PoolPyramidKernel<float>>().First(candidate => candidate.FixedShape.Width == 20);
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => kernel.Run(new float[32], new float[128], Shape));
        Assert.StartsWith("The channels of the shape is 2; this kernel was generated for 6", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_pyramids_are_equal_and_have_one_name()
    {
        PoolPyramid pyramid = PoolPyramid.Max([5, 9, 13], includeInput: true);
        Assert.Equal(pyramid, PoolPyramid.Max([5, 9, 13], includeInput: true));
        Assert.Equal(pyramid.GetHashCode(), PoolPyramid.Max([5, 9, 13], includeInput: true).GetHashCode());
        Assert.NotEqual(pyramid, PoolPyramid.Max([5, 9, 13]));
        Assert.NotEqual(pyramid, PoolPyramid.Max([5, 9], includeInput: true));
        Assert.NotEqual(pyramid, PoolPyramid.Max([5, 9, 13], PoolLayout.ChannelsLast, includeInput: true));
        Assert.Equal("MaxPyramid5And9And13WithInput", pyramid.ToString());
        Assert.Equal("MaxPyramid3ChannelsLast", PoolPyramid.Max([3], PoolLayout.ChannelsLast).ToString());
        Assert.Equal(new PoolShape(2, 12, 1, 5, 6), pyramid.OutputShape(new PoolShape(2, 3, 5, 6)));
    }

    [Fact]
    public void Pools_of_the_same_windows_are_told_apart()
    {
        string[] names = [.. BlockPools.Kernels.Select(kernel => kernel.Name)];
        Assert.Contains("MaxPyramid5And9And13WithInput_6x20x20", names);
        Assert.Contains("MaxAverage3x3S2P1", names);
        Assert.Equal(PoolOperation.Pyramid, BlockPools.Kernels[0].Operation);
        Assert.DoesNotContain("Pyramid", Pool.Explain<float>(PoolConfig.Max(13, 1, 6), Shape), StringComparison.Ordinal);
    }
}
