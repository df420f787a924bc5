using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Operations.Tests.Gradients;

/// <summary>Kernels of every way to compute a gradient.</summary>
[PoolKernel(2, 2, Average, Backward = true)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = true, Backward = true)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = false, Backward = true)]
[PoolKernel(3, 2, Average, Padding = 1, CountIncludePad = true, Backward = true)]
[PoolKernel(3, 2, Average, CeilMode = true, Backward = true)]
[PoolKernel(3, 3, Average, Backward = true)]
[PoolKernel(2, 3, Average, CeilMode = true, Backward = true)]
[PoolKernel(7, 1, Average, Backward = true)]
[PoolKernel(5, 2, Average, AutoPadding = PoolAutoPadding.SameUpper, CountIncludePad = false, Backward = true)]
[PoolKernel(3, 2, Average, PaddingTop = 2, PaddingRight = 1, CountIncludePad = true, DivisorOverride = -7, Backward = true)]
[PoolKernel(2, 3, 1, 2, Sum, PaddingLeft = 2, PaddingBottom = 1, Backward = true)]
[PoolKernel(4, 1, Sum, Padding = 3, Backward = true)]
[PoolKernel(PoolRank.Line, 3, 2, Average, Padding = 1, CountIncludePad = false, Backward = true)]
[PoolKernel(PoolRank.Volume, 2, 2, Average, Backward = true)]
[PoolKernel(PoolRank.Volume, 3, 2, Average, Padding = 1, CountIncludePad = false, Backward = true)]
[PoolKernel(3, 1, Average, Dilation = 2, Backward = true)]
[PoolKernel(2, 2, Average, Layout = ChannelsLast, Backward = true)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = false, Layout = ChannelsLast, Backward = true)]
[PoolKernel(2, 2, Average, Layout = ChannelsLast, Channels = 1, Backward = true)]
[PoolKernel<double>(2, 2, Average, Backward = true)]
[PoolKernel<double>(3, 2, Average, Padding = 1, CountIncludePad = false, Backward = true)]
[PoolKernel<double>(3, 1, Sum, Padding = 1, Backward = true)]
[PoolKernel<Half>(2, 2, Average, Backward = true)]
[PoolKernel<Half>(3, 1, Average, Padding = 1, CountIncludePad = true, Backward = true)]
[PoolKernel(3, 2, 3, 2, Average, Backward = true)]
[PoolKernel(PoolRank.Line, 2, 2, Average, Backward = true)]
[PoolKernel<double>(3, 2, 3, 2, Sum, Backward = true)]
[AdaptivePoolKernel(3, 4, Average, Backward = true)]
[GlobalPoolKernel(Average, Layout = ChannelsLast, Backward = true)]
internal static partial class GradientPools;
