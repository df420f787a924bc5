namespace PoolGen.Operations.Tests.Blocks;

/// <summary>Several poolings in one pass: pyramids, and maxima beside averages.</summary>
[PyramidPoolKernel(5, 9, 13)]
[PyramidPoolKernel(5, 9, 13, IncludeInput = true, Channels = 6, Height = 20, Width = 20)]
[PyramidPoolKernel(3, 5, IncludeInput = true, Layout = PoolLayout.ChannelsLast)]
[PyramidPoolKernel(7, Layout = PoolLayout.ChannelsLast, Height = 9)]
[PyramidPoolKernel<double>(3, 11)]
[PyramidPoolKernel<Half>(5, 9, IncludeInput = true)]
[PyramidPoolKernel<byte>(3, 7, Layout = PoolLayout.ChannelsLast)]
[PyramidPoolKernel(3, 5, 9, 17)]
[PyramidPoolKernel(5, 9, 13, Layout = PoolLayout.ChannelsLast)]
[PyramidPoolKernel<byte>(3, 5)]
[PyramidPoolKernel<double>(5, 9, IncludeInput = true, Layout = PoolLayout.ChannelsLast)]
[PyramidPoolKernel<long>(3, 5, 9)]
[MaxAveragePoolKernel(3, 2)]
[MaxAveragePoolKernel(2, 2)]
[MaxAveragePoolKernel(3, 2, Padding = 1, CountIncludePad = true)]
[MaxAveragePoolKernel(3, 1, Padding = 1, CountIncludePad = false)]
[MaxAveragePoolKernel(2, 3, 1, 2, PaddingTop = 1, PaddingRight = 2, CountIncludePad = true)]
[MaxAveragePoolKernel(3, 2, CeilMode = true, Channels = 3, Height = 17, Width = 18)]
[MaxAveragePoolKernel(5, 3, AutoPadding = PoolAutoPadding.SameUpper, CountIncludePad = false)]
[MaxAveragePoolKernel(PoolRank.Volume, 2, 1, DivisorOverride = 3)]
[MaxAveragePoolKernel(3, 2, Padding = 1, CountIncludePad = false, Layout = PoolLayout.ChannelsLast)]
[MaxAveragePoolKernel(2, 1, Dilation = 2, Layout = PoolLayout.ChannelsLast, Channels = 12)]
[MaxAveragePoolKernel<double>(3, 1)]
[MaxAveragePoolKernel<Half>(3, 2, Padding = 1, CountIncludePad = true)]
[MaxAveragePoolKernel<short>(2, 2, Rounding = PoolRounding.HalfEven)]
internal static partial class BlockPools
{
    /// <summary>YOLO's SPP under a name of its own.</summary>
    [PyramidPoolKernel(5, 9, 13, IncludeInput = true, Channels = 2, Height = 7, Width = 7)]
    public static partial void SpatialPyramid(ReadOnlySpan<float> input, Span<float> output);

    [MaxAveragePoolKernel(2, 2, Rounding = PoolRounding.Truncate)]
    public static partial void Both(ReadOnlySpan<int> input, Span<int> largest, Span<int> mean, in PoolShape shape);
}
