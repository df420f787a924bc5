using Xunit;

namespace PoolGen.Tests.Vocabulary;

/// <summary>Names, defaults and arguments of <see cref="Torch"/>.</summary>
public sealed class TorchTests
{
    [Fact]
    public void Defaults_are_PyTorchs()
    {
        Assert.Equal(PoolConfig.Max(3, rank: PoolRank.Line), Torch.MaxPool1d(3));
        Assert.Equal(PoolConfig.Max(3), Torch.MaxPool2d(3));
        Assert.Equal(PoolConfig.Max(3, rank: PoolRank.Volume), Torch.MaxPool3d(3));
        Assert.Equal(PoolConfig.Average(3, 2, 1, rank: PoolRank.Line), Torch.AvgPool1d(3, 2, 1));
        Assert.Equal(PoolConfig.Average(3, 2, 1), Torch.AvgPool2d(3, 2, 1));
        Assert.True(Torch.AvgPool2d(3, 2, 1).CountIncludePad);
        Assert.Equal(PoolConfig.Average(3, 2, 1, rank: PoolRank.Volume), Torch.AvgPool3d(3, 2, 1));
        Assert.Equal(PoolConfig.Lp(3, 2, rank: PoolRank.Line), Torch.LPPool1d(2, 3));
        Assert.Equal(PoolConfig.Lp(3, 2), Torch.LPPool2d(2, 3));
        Assert.Equal(PoolConfig.Lp(3, 2, rank: PoolRank.Volume), Torch.LPPool3d(2, 3));
    }

    [Fact]
    public void Arguments_have_PyTorchs_names()
    {
        Assert.Equal(PoolConfig.Max(3, 2, 1, 1, ceilMode: true), Torch.MaxPool2d(kernelSize: 3, stride: 2, padding: 1, dilation: 1, ceilMode: true));
        Assert.Equal(
            PoolConfig.Average(2, countIncludePad: false, divisorOverride: 5, ceilMode: true, layout: PoolLayout.ChannelsLast),
            Torch.AvgPool2d(kernelSize: 2, ceilMode: true, countIncludePad: false, divisorOverride: 5, layout: PoolLayout.ChannelsLast));
        Assert.Equal(PoolRounding.Truncate, Torch.AvgPool3d(2, rounding: PoolRounding.Truncate).Rounding);
        Assert.Equal(PoolConfig.Lp(3, 3, 2, ceilMode: true), Torch.LPPool2d(normType: 3, kernelSize: 3, stride: 2, ceilMode: true));
    }

    [Fact]
    public void Every_argument_may_have_a_number_per_axis()
    {
        PoolConfig plane = Torch.MaxPool2d((3, 5), stride: (1, 2), padding: (0, 2), dilation: (2, 1));
        Assert.Equal((new PoolAxis(3, 1) { Dilation = 2 }, new PoolAxis(5, 2) { PaddingBefore = 2, PaddingAfter = 2 }), (plane.Height, plane.Width));

        PoolConfig volume = Torch.AvgPool3d((2, 3, 4), (1, 2, 3), (1, 0, 2));
        Assert.Equal(new PoolAxis(2, 1) { PaddingBefore = 1, PaddingAfter = 1 }, volume.Depth);
        Assert.Equal((new PoolAxis(3, 2), new PoolAxis(4, 3) { PaddingBefore = 2, PaddingAfter = 2 }), (volume.Height, volume.Width));
    }

    [Fact]
    public void Adaptive_sizes_may_be_left_to_the_input()
    {
        Assert.Equal(PoolConfig.Adaptive(PoolMode.Max, 5, 7), Torch.AdaptiveMaxPool2d((5, 7)));
        Assert.Equal(PoolConfig.Adaptive(PoolMode.Max, 5, 5), Torch.AdaptiveMaxPool2d(5));
        Assert.Equal(PoolConfig.Adaptive(PoolMode.Average, null, 7), Torch.AdaptiveAvgPool2d((null, 7)));
        Assert.Equal(PoolConfig.Adaptive(PoolMode.Average, null, 4), Torch.AdaptiveAvgPool1d(4));
        Assert.Equal(PoolConfig.Adaptive(PoolMode.Max, 3, null, 2), Torch.AdaptiveMaxPool3d((3, null, 2)));
        Assert.Equal(PoolConfig.Global(PoolMode.Average), Torch.AdaptiveAvgPool3d(1));
    }

    [Fact]
    public void What_only_configurations_limit_is_refused_in_their_words()
    {
        Assert.StartsWith("The height of the window is 5000; it must be from 1 to 4096", Assert.Throws<ArgumentException>(() => Torch.MaxPool2d(5000)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The outputs along the height are 0; they must be from 1 to 4096", Assert.Throws<ArgumentException>(() => Torch.AdaptiveAvgPool2d(0)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("padding", 2, 2, 2, 1)]
    [InlineData("padding", 3, 1, 2, 2)]
    [InlineData("padding", 2, 2, -1, 1)]
    [InlineData("kernelSize", 0, 1, 0, 1)]
    [InlineData("stride", 2, 0, 0, 1)]
    [InlineData("stride", 2, -1, 0, 1)]
    [InlineData("dilation", 2, 1, 0, 0)]
    public void A_refusal_names_the_argument(string argument, int kernelSize, int stride, int padding, int dilation)
    {
        Assert.Throws<ArgumentException>(argument, () => Torch.MaxPool1d(kernelSize, stride, padding, dilation));
        Assert.Throws<ArgumentException>(argument, () => Torch.MaxPool2d(kernelSize, stride, padding, dilation));
        Assert.Throws<ArgumentException>(argument, () => Torch.MaxPool3d(kernelSize, stride, padding, dilation));
    }

    [Fact]
    public void A_divisor_of_zero_is_refused() => Assert.Throws<ArgumentException>("divisorOverride", () => Torch.AvgPool3d(2, divisorOverride: 0));
}
