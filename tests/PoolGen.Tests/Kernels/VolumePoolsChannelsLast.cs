using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;
using static PoolGen.PoolRank;

namespace PoolGen.Tests.Kernels;

/// <summary>Windows over depth, height and width in channels last: the same options, and channels that do not fill a vector.</summary>
[PoolKernel(Volume, 2, 2, Max, Layout = ChannelsLast)]
[PoolKernel(1, 3, 3, 2, 2, 2, Max, PaddingTop = 1, PaddingBottom = 1, PaddingLeft = 1, PaddingRight = 1, Layout = ChannelsLast)]
[PoolKernel(2, 2, 2, 2, 2, 2, Max, PaddingTop = 1, PaddingBottom = 1, PaddingLeft = 1, PaddingRight = 1, Layout = ChannelsLast)]
[PoolKernel(Volume, 3, 1, Max, Padding = 1, Layout = ChannelsLast)]
[PoolKernel(Volume, 3, 2, Max, Padding = 2, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel(3, 4, 3, 2, 2, 2, Max, PaddingFront = 2, PaddingBottom = 2, PaddingLeft = 1, Layout = ChannelsLast)]
[PoolKernel(7, 1, 1, 1, 1, 1, Max, PaddingFront = 3, PaddingBack = 3, Layout = ChannelsLast)]
[PoolKernel(2, 3, 2, 1, 2, 3, Max, PaddingFront = 2, PaddingRight = 1, DilationDepth = 3, DilationHeight = 2, Layout = ChannelsLast)]
[PoolKernel(Volume, 2, 2, Max, Channels = 19, Depth = 4, Height = 6, Width = 6, Layout = ChannelsLast)]
[PoolKernel(Volume, 3, 2, Max, Padding = 1, Channels = 1, Layout = ChannelsLast)]
[PoolKernel(Volume, 3, 2, Max, Padding = 1, Channels = 3, Layout = ChannelsLast)]
[PoolKernel<double>(Volume, 3, 1, Max, Padding = 1, Layout = ChannelsLast)]
[PoolKernel<double>(Volume, 2, 2, Max, Channels = 5, Layout = ChannelsLast)]
[PoolKernel(Volume, 3, 1, Average, Padding = 1, CountIncludePad = true, Layout = ChannelsLast)]
[PoolKernel(Volume, 3, 1, Average, Padding = 1, CountIncludePad = false, Layout = ChannelsLast)]
[PoolKernel(Volume, 4, 3, Average, PaddingFront = 3, PaddingBottom = 2, PaddingLeft = 1, CountIncludePad = true, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel(3, 2, 2, 2, 1, 1, Average, PaddingFront = 2, PaddingBack = 2, DilationDepth = 2, CountIncludePad = true, Layout = ChannelsLast)]
[PoolKernel(Volume, 2, 2, Average, Padding = 1, DivisorOverride = 3, Layout = ChannelsLast)]
[PoolKernel(Volume, 2, 1, Average, AllowReassociation = true, Layout = ChannelsLast)]
[PoolKernel(Volume, 2, 2, Average, Channels = 1, Depth = 4, Layout = ChannelsLast)]
[PoolKernel(Volume, 3, 2, Average, Padding = 1, CountIncludePad = false, Channels = 3, Layout = ChannelsLast)]
[PoolKernel<double>(Volume, 3, 2, Average, Padding = 1, CountIncludePad = false, CeilMode = true, Layout = ChannelsLast)]
public static partial class VolumePoolsChannelsLast;
