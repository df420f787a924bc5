using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Kernels with fixed axes: each axis alone, pairs, all of them, and planes narrower than a vector.</summary>
[PoolKernel(2, 2, Max, Channels = 3)]
[PoolKernel(2, 2, Max, Height = 6)]
[PoolKernel(2, 2, Max, Width = 37)]
[PoolKernel(2, 2, Max, Batch = 2)]
[PoolKernel(4, 4, Max, Height = 13, Width = 27)]
[PoolKernel(3, 2, Max, Padding = 1, Width = 29)]
[PoolKernel(3, 2, Max, Padding = 1, Height = 9, Width = 8)]
[PoolKernel(3, 1, Max, Padding = 1, Channels = 5, Height = 7, Width = 7)]
[PoolKernel(3, 2, Max, CeilMode = true, Channels = 2, Height = 20, Width = 33)]
[PoolKernel(3, 2, Max, Padding = 1, Batch = 3, Channels = 2, Height = 1, Width = 1)]
[PoolKernel(3, 2, Max, Padding = 1, Channels = 4, Height = 4, Width = 4)]
[PoolKernel(5, 1, Max, Padding = 2, Channels = 3, Height = 13, Width = 13)]
[PoolKernel(13, 1, Max, Padding = 6, Height = 13, Width = 13)]
[PoolKernel(2, 2, Max, Channels = 3, Layout = ChannelsLast)]
[PoolKernel(2, 2, Max, Channels = 1, Layout = ChannelsLast)]
[PoolKernel(3, 2, Max, Padding = 1, Channels = 19, Layout = ChannelsLast)]
[PoolKernel(3, 2, Max, Padding = 1, Channels = 32, Height = 9, Width = 10, Layout = ChannelsLast)]
[PoolKernel(3, 1, Max, Padding = 1, Height = 4, Width = 4, Layout = ChannelsLast)]
[PoolKernel(5, 2, Max, Padding = 4, Width = 3, Layout = ChannelsLast)]
[PoolKernel(2, 2, Average, Channels = 4, Height = 14, Width = 14)]
[PoolKernel(2, 2, Average, Width = 5)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = true, Channels = 3, Height = 17, Width = 17)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = false, Height = 8, Width = 8)]
[PoolKernel(7, 7, Average, Height = 7, Width = 7)]
[PoolKernel(7, 7, Average, Channels = 21, Height = 7, Width = 7)]
[PoolKernel(13, 13, Average, Channels = 10, Height = 13, Width = 13)]
[PoolKernel(5, 5, Average, Height = 8, Width = 9)]
[PoolKernel(4, 6, 4, 6, Average, Height = 4, Width = 6)]
[PoolKernel(3, 2, Average, Padding = 1, CountIncludePad = true, Batch = 2, Channels = 3, Height = 4, Width = 4)]
[PoolKernel(2, 2, Average, Channels = 33, Layout = ChannelsLast)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = false, Channels = 17, Height = 5, Width = 6, Layout = ChannelsLast)]
[PoolKernel(7, 7, Average, Channels = 40, Height = 7, Width = 7, Layout = ChannelsLast)]
public static partial class FixedPools;
