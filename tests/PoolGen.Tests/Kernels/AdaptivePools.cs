using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;
using static PoolGen.PoolRounding;

namespace PoolGen.Tests.Kernels;

/// <summary>Kernels of adaptive and global pooling: one to three axes, fixed and free sizes, every kind of element in registers.</summary>
[AdaptivePoolKernel(6, 6, Average)]
[AdaptivePoolKernel(6, 6, Max)]
[AdaptivePoolKernel(7, 5, Average, Layout = ChannelsLast)]
[AdaptivePoolKernel(3, 4, Max, Layout = ChannelsLast)]
[AdaptivePoolKernel(4, 4, Average, Channels = 5, Height = 14, Width = 14)]
[AdaptivePoolKernel(6, 6, Average, Height = 60, Width = 60)]
[AdaptivePoolKernel(4, 3, Min, Height = 4, Width = 7)]
[AdaptivePoolKernel(2, 2, Sum, Channels = 40, Width = 9, Layout = ChannelsLast)]
[AdaptivePoolKernel(4, Max)]
[AdaptivePoolKernel(3, Average, Layout = ChannelsLast)]
[AdaptivePoolKernel(5, Average, Width = 12)]
[AdaptivePoolKernel(2, 3, 4, Average)]
[AdaptivePoolKernel(3, 1, 2, Max)]
[AdaptivePoolKernel(2, 3, 2, Average, Layout = ChannelsLast)]
[AdaptivePoolKernel(1, 2, 2, Average, Depth = 3, Height = 5, Width = 6)]
[GlobalPoolKernel(Average)]
[GlobalPoolKernel(Max)]
[GlobalPoolKernel(Average, Layout = ChannelsLast)]
[GlobalPoolKernel(Average, Height = 7, Width = 7)]
[AdaptivePoolKernel<double>(5, 7, Average)]
[AdaptivePoolKernel<Half>(3, 3, Average)]
[AdaptivePoolKernel<Half>(3, 3, Max)]
[AdaptivePoolKernel<byte>(3, 5, Average, Rounding = HalfEven)]
[AdaptivePoolKernel<int>(2, 3, Average, Height = 5, Width = 9, Rounding = HalfAwayFromZero, Layout = ChannelsLast)]
[GlobalPoolKernel<sbyte>(Max, Layout = ChannelsLast)]
[GlobalPoolKernel(Lp, Norm = 2)]
[AdaptivePoolKernel(2, 3, Lp, Norm = 3, Layout = ChannelsLast)]
public static partial class AdaptivePools;
