using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Kernels over <see cref="Half"/>: those of the recordings of PyTorch, then maxima, minima, sums and averages of every other plan.</summary>
[PoolKernel<Half>(2, 1, Average, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel<Half>(2, 2, Average)]
[PoolKernel<Half>(2, 2, Average, Layout = ChannelsLast)]
[PoolKernel<Half>(2, 3, Average, CeilMode = true)]
[PoolKernel<Half>(3, 2, Average, Padding = 1, CountIncludePad = true)]
[PoolKernel<Half>(3, 2, Average, Padding = 1, CountIncludePad = true, Layout = ChannelsLast)]
[PoolKernel<Half>(3, 3, 3, 1, Average, PaddingLeft = 1, PaddingRight = 1, CountIncludePad = true)]
[PoolKernel<Half>(2, 2, Max)]
[PoolKernel<Half>(2, 2, Max, Layout = ChannelsLast)]
[PoolKernel<Half>(2, 2, Max, Padding = 1)]
[PoolKernel<Half>(2, 2, Max, Padding = 1, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel<Half>(2, 4, Max, Layout = ChannelsLast)]
[PoolKernel<Half>(3, 2, Max, Padding = 1)]
[PoolKernel<Half>(3, 2, Max, Padding = 1, Layout = ChannelsLast)]
[PoolKernel<Half>(3, 3, Max, Padding = 1, CeilMode = true)]
[PoolKernel<Half>(3, 4, 2, 4, Max, CeilMode = true)]
[PoolKernel<Half>(3, 1, Max, Padding = 1)]
[PoolKernel<Half>(7, 1, Max, Padding = 3)]
[PoolKernel<Half>(7, 1, Max, Padding = 3, Layout = ChannelsLast)]
[PoolKernel<Half>(2, 2, Min)]
[PoolKernel<Half>(3, 2, Min, Padding = 1)]
[PoolKernel<Half>(3, 1, Min, PaddingTop = 1, PaddingRight = 2, Layout = ChannelsLast)]
[PoolKernel<Half>(3, 2, Max, Padding = 1, Channels = 3, Height = 13, Width = 37)]
[PoolKernel<Half>(3, 1, Average, Padding = 1, CountIncludePad = false)]
[PoolKernel<Half>(7, 7, Average)]
[PoolKernel<Half>(2, 2, Average, DivisorOverride = -3, Channels = 3, Layout = ChannelsLast)]
[PoolKernel<Half>(3, 1, Average, Padding = 1, CountIncludePad = true, AllowReassociation = true)]
[PoolKernel<Half>(3, 2, Sum, Padding = 1)]
[PoolKernel<Half>(2, 1, Sum, Layout = ChannelsLast)]
public static partial class HalfPools;
