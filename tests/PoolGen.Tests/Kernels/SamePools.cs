using static PoolGen.PoolAutoPadding;
using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Padding that follows from the size: one variant or several, strides above the window, dilation, fixed and open axes.</summary>
[PoolKernel(2, 2, Max, AutoPadding = SameUpper)]
[PoolKernel(3, 2, Max, AutoPadding = SameUpper)]
[PoolKernel(3, 2, Max, AutoPadding = SameLower)]
[PoolKernel(3, 2, Max, AutoPadding = SameUpper, Layout = ChannelsLast)]
[PoolKernel(3, 2, Max, AutoPadding = SameUpper, Channels = 3, Height = 9, Width = 21)]
[PoolKernel(3, 2, Max, AutoPadding = SameUpper, Width = 18)]
[PoolKernel(2, 5, Max, AutoPadding = SameUpper)]
[PoolKernel(3, 2, Max, AutoPadding = SameLower, Dilation = 2)]
[PoolKernel(PoolRank.Line, 4, 3, Max, AutoPadding = SameUpper)]
[PoolKernel(PoolRank.Volume, 3, 2, Max, AutoPadding = SameUpper)]
[PoolKernel(5, 7, 4, 5, Max, AutoPadding = SameUpper)]
[PoolKernel(2, 2, Average, AutoPadding = SameUpper, CountIncludePad = false)]
[PoolKernel(3, 2, Average, AutoPadding = SameLower, CountIncludePad = true)]
[PoolKernel(3, 2, Average, AutoPadding = SameUpper, CountIncludePad = false, Layout = ChannelsLast)]
[PoolKernel(PoolRank.Volume, 2, 2, Average, AutoPadding = SameLower, CountIncludePad = false, Layout = ChannelsLast)]
[PoolKernel<byte>(3, 2, Average, AutoPadding = SameUpper, CountIncludePad = false, Rounding = PoolRounding.HalfEven)]
[PoolKernel<System.Half>(3, 2, Min, AutoPadding = SameUpper)]
public static partial class SamePools;
