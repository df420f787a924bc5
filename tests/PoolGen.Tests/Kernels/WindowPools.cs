using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Windows from 1 to 13, square, flat and tall, with strides below, at and above the window.</summary>
[PoolKernel(1, 2, Max)]
[PoolKernel(1, 3, Max, Layout = ChannelsLast)]
[PoolKernel(2, 4, Max)]
[PoolKernel(4, 1, Max)]
[PoolKernel(4, 2, Max)]
[PoolKernel(4, 4, Max)]
[PoolKernel(5, 2, Max)]
[PoolKernel(6, 1, Max)]
[PoolKernel(6, 3, Max)]
[PoolKernel(7, 1, Max, Padding = 3)]
[PoolKernel(7, 3, Max)]
[PoolKernel(7, 7, Max, Layout = ChannelsLast)]
[PoolKernel(13, 2, Max)]
[PoolKernel(13, 13, Max)]
[PoolKernel(1, 4, 1, 4, Max)]
[PoolKernel(1, 7, 1, 1, Max)]
[PoolKernel(1, 13, 1, 2, Max)]
[PoolKernel(7, 1, 1, 1, Max)]
[PoolKernel(4, 1, 4, 1, Max)]
[PoolKernel(2, 13, 3, 1, Max, Layout = ChannelsLast)]
[PoolKernel(1, 3, Average)]
[PoolKernel(4, 4, Average)]
[PoolKernel(4, 3, Average, Layout = ChannelsLast)]
[PoolKernel(6, 1, Average)]
[PoolKernel(7, 7, Average)]
[PoolKernel(13, 1, Average)]
[PoolKernel(13, 13, Average, Layout = ChannelsLast)]
[PoolKernel(1, 3, 1, 1, Average)]
[PoolKernel(1, 4, 1, 4, Average)]
[PoolKernel(5, 1, 1, 1, Average)]
[PoolKernel(5, 1, 3, 1, Average, Layout = ChannelsLast)]
public static partial class WindowPools;
