using static PoolGen.PoolIndexing;
using static PoolGen.PoolMode;

namespace PoolGen.Operations.Tests;

/// <summary>Kernels with indices and what goes with them: every skeleton, element type, rank, layout and convention at least once.</summary>
[PoolKernel(2, 2, Max, Indices = Plane, Unpool = true, Backward = true)]
[PoolKernel(2, 2, Max, Indices = Plane, IndexType = typeof(long), Unpool = true, Backward = true)]
[PoolKernel(3, 2, Max, Padding = 1, Indices = Plane, IndexType = typeof(long), Backward = true)]
[PoolKernel(3, 1, Max, Padding = 1, Indices = Tensor)]
[PoolKernel(3, 2, Min, CeilMode = true, Indices = TensorColumnMajor, IndexType = typeof(long), Unpool = true, Backward = true)]
[PoolKernel(3, 3, Max, Indices = ChannelsLast, Unpool = true)]
[PoolKernel(2, 1, Max, Dilation = 2, Padding = 1, Indices = ChannelsLastWithBatch, Backward = true)]
[PoolKernel(5, 2, Max, Padding = 2, Indices = Plane)]
[PoolKernel(7, 1, Max, Padding = 3, Indices = Plane, Backward = true)]
[PoolKernel(PoolRank.Line, 3, 2, Max, Padding = 1, Indices = Plane, IndexType = typeof(long), Backward = true)]
[PoolKernel(PoolRank.Volume, 2, 2, Max, Indices = Plane, IndexType = typeof(long), Unpool = true, Backward = true)]
[PoolKernel(PoolRank.Volume, 3, 2, Max, Padding = 1, Indices = Tensor, Backward = true)]
[PoolKernel(PoolRank.Volume, 2, 1, Max, Padding = 1, Dilation = 2, Indices = TensorColumnMajor)]
[PoolKernel(3, 2, Max, AutoPadding = PoolAutoPadding.SameUpper, Indices = ChannelsLast, Layout = PoolLayout.ChannelsLast, IndexType = typeof(long), Backward = true)]
[PoolKernel(2, 2, Max, Indices = Plane, Layout = PoolLayout.ChannelsLast, Unpool = true, Backward = true)]
[PoolKernel(2, 2, Max, Indices = Plane, Layout = PoolLayout.ChannelsLast, IndexType = typeof(long), Unpool = true, Backward = true)]
[PoolKernel(3, 2, Max, Padding = 1, Indices = ChannelsLastWithBatch, Layout = PoolLayout.ChannelsLast, Backward = true)]
[PoolKernel(3, 1, Min, PaddingTop = 1, PaddingRight = 2, Dilation = 2, Indices = Tensor, Layout = PoolLayout.ChannelsLast, IndexType = typeof(long))]
[PoolKernel(PoolRank.Volume, 2, 2, Max, Padding = 1, Indices = Plane, Layout = PoolLayout.ChannelsLast, Backward = true)]
[PoolKernel(2, 2, Max, Indices = Plane, Channels = 3, Height = 18, Width = 34, Unpool = true, Backward = true)]
[PoolKernel(3, 2, Max, Padding = 1, Indices = ChannelsLast, Layout = PoolLayout.ChannelsLast, Channels = 20)]
[PoolKernel(3, 2, Max, Padding = 1, Indices = Plane, Channels = 2, Height = 23, Width = 38)]
[PoolKernel(3, 2, Min, AutoPadding = PoolAutoPadding.SameUpper, Indices = Plane)]
[PoolKernel(3, 2, Max, AutoPadding = PoolAutoPadding.SameLower, CeilMode = true, Indices = TensorColumnMajor)]
[PoolKernel(5, 1, Max, Padding = 2, Indices = Plane, IndexType = typeof(long))]
[PoolKernel(2, 1, Max, Padding = 1, Indices = Plane)]
[PoolKernel(3, 1, Max, Padding = 1, Indices = Plane, Width = 38)]
[PoolKernel(4, 2, Max, PaddingTop = 2, PaddingLeft = 1, PaddingRight = 2, Indices = Plane)]
[PoolKernel<double>(5, 1, Min, Padding = 2, Indices = Plane)]
[PoolKernel<double>(5, 1, Max, Indices = Plane)]
[PoolKernel(5, 2, Min, Indices = Plane)]
[PoolKernel<int>(3, 1, Max, Padding = 1, Indices = Plane)]
[PoolKernel<long>(5, 2, Max, Padding = 2, Indices = ChannelsLast)]
[PoolKernel<double>(3, 2, Max, Padding = 1, Indices = Plane, Backward = true)]
[PoolKernel<double>(2, 2, Min, Indices = Plane, IndexType = typeof(long), Unpool = true, Backward = true)]
[PoolKernel<System.Half>(3, 2, Max, Padding = 1, Indices = Plane, Backward = true)]
[PoolKernel<System.Half>(2, 2, Min, Indices = Plane, IndexType = typeof(long), Layout = PoolLayout.ChannelsLast, Unpool = true, Backward = true)]
[PoolKernel<sbyte>(2, 2, Max, Indices = Plane, IndexType = typeof(long), Unpool = true, Backward = true)]
[PoolKernel<byte>(3, 1, Min, Padding = 1, Indices = Plane)]
[PoolKernel<short>(3, 2, Max, Padding = 1, Indices = Tensor, IndexType = typeof(long))]
[PoolKernel<ushort>(2, 2, Max, Indices = Plane, Layout = PoolLayout.ChannelsLast, Unpool = true)]
[PoolKernel<int>(3, 2, Min, Padding = 1, Indices = Plane, IndexType = typeof(long), Backward = true)]
[PoolKernel<long>(2, 2, Max, Indices = Plane, Unpool = true, Backward = true)]
[PoolKernel<long>(3, 2, Max, Padding = 1, Indices = Plane, IndexType = typeof(long), Layout = PoolLayout.ChannelsLast)]
[PoolKernel(3, 2, 3, 2, Max, Indices = Plane, Unpool = true, Backward = true)]
[PoolKernel<double>(3, 2, 3, 2, Min, Indices = Plane, IndexType = typeof(long), Unpool = true, Backward = true)]
[PoolKernel(PoolRank.Line, 2, 2, Max, Indices = Plane, Unpool = true, Backward = true)]
internal static partial class IndexPools
{
    [PoolKernel(2, 2, Max)]
    public static partial void Downsample(ReadOnlySpan<float> input, Span<float> output, Span<long> places, PoolShape shape);

    [PoolKernel<double>(2, 2, Max, Indices = Tensor, Channels = 2, Height = 9, Width = 21)]
    internal static partial void Fixed(ReadOnlySpan<double> input, Span<double> output, Span<int> places);
}
