using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Kernels over <see cref="double"/>, where a vector holds half as many elements.</summary>
[PoolKernel<double>(2, 1, Max)]
[PoolKernel<double>(2, 3, Max)]
[PoolKernel<double>(3, 1, Max, Padding = 1)]
[PoolKernel<double>(3, 2, Max, CeilMode = true)]
[PoolKernel<double>(3, 2, Max, PaddingTop = 2, PaddingRight = 1)]
[PoolKernel<double>(5, 1, Max, Padding = 2)]
[PoolKernel<double>(13, 1, Max, Padding = 6)]
[PoolKernel<double>(1, 4, 1, 4, Max)]
[PoolKernel<double>(3, 2, Max, Padding = 2, Dilation = 2)]
[PoolKernel<double>(3, 1, Max, Padding = 1, Layout = ChannelsLast)]
[PoolKernel<double>(5, 3, Max, Padding = 4, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel<double>(3, 2, Max, Padding = 1, Channels = 3, Height = 13, Width = 13)]
[PoolKernel<double>(2, 2, Max, Channels = 5, Layout = ChannelsLast)]
[PoolKernel<double>(2, 2, Average, CeilMode = true)]
[PoolKernel<double>(3, 1, Average, Padding = 1, CountIncludePad = false)]
[PoolKernel<double>(4, 4, Average)]
[PoolKernel<double>(7, 7, Average, Height = 7, Width = 7)]
[PoolKernel<double>(3, 2, Average, PaddingTop = 1, PaddingLeft = 2, CountIncludePad = true, CeilMode = true)]
[PoolKernel<double>(3, 1, Average, Padding = 1, DivisorOverride = -7, Layout = ChannelsLast)]
[PoolKernel<double>(3, 2, Average, Padding = 2, Dilation = 2, CountIncludePad = false, Layout = ChannelsLast)]
[PoolKernel<double>(3, 1, Average, Padding = 1, CountIncludePad = true, AllowReassociation = true)]
[PoolKernel<double>(2, 2, Average, Channels = 4, Height = 7, Width = 7, Layout = ChannelsLast)]
[PoolKernel<double>(5, 4, 5, 4, Average, Height = 7, Width = 6)]
public static partial class DoublePools;
