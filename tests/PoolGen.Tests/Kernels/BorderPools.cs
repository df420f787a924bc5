using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Padding that differs from side to side or is as large as a window allows, dilation, ceil mode, and every divisor.</summary>
[PoolKernel(2, 1, Max, PaddingBottom = 1, PaddingRight = 1)]
[PoolKernel(2, 2, Max, Padding = 1)]
[PoolKernel(3, 1, Max, Padding = 2)]
[PoolKernel(3, 2, Max, PaddingTop = 2, PaddingRight = 1)]
[PoolKernel(3, 3, Max, PaddingLeft = 2, PaddingBottom = 2, CeilMode = true)]
[PoolKernel(5, 2, Max, PaddingTop = 4, PaddingBottom = 3, PaddingLeft = 1, PaddingRight = 4)]
[PoolKernel(5, 4, Max, Padding = 4, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel(13, 3, Max, Padding = 12)]
[PoolKernel(3, 1, Max, Padding = 2, Dilation = 2)]
[PoolKernel(3, 2, Max, Padding = 4, Dilation = 2, CeilMode = true)]
[PoolKernel(2, 1, Max, Padding = 3, Dilation = 4)]
[PoolKernel(3, 4, 2, 1, Max, PaddingLeft = 3, PaddingRight = 2, DilationHeight = 3, DilationWidth = 2, Layout = ChannelsLast)]
[PoolKernel(4, 3, Max, CeilMode = true)]
[PoolKernel(2, 4, Max, CeilMode = true)]
[PoolKernel(2, 2, Average, Padding = 1, CountIncludePad = true)]
[PoolKernel(3, 1, Average, Padding = 2, CountIncludePad = true)]
[PoolKernel(3, 1, Average, Padding = 2, CountIncludePad = false)]
[PoolKernel(3, 2, Average, PaddingTop = 1, PaddingLeft = 2, CountIncludePad = true, CeilMode = true)]
[PoolKernel(3, 2, Average, PaddingBottom = 2, PaddingRight = 1, CountIncludePad = false, CeilMode = true)]
[PoolKernel(5, 3, Average, PaddingTop = 4, PaddingBottom = 3, PaddingLeft = 1, PaddingRight = 4, CountIncludePad = true, Layout = ChannelsLast)]
[PoolKernel(5, 2, Average, Padding = 4, CountIncludePad = false)]
[PoolKernel(7, 4, Average, Padding = 6, CountIncludePad = true, CeilMode = true)]
[PoolKernel(3, 1, Average, Dilation = 2)]
[PoolKernel(3, 2, Average, Padding = 3, Dilation = 2, CountIncludePad = true, CeilMode = true)]
[PoolKernel(3, 2, Average, Padding = 2, Dilation = 2, CountIncludePad = false, Layout = ChannelsLast)]
[PoolKernel(2, 3, 1, 2, Average, PaddingLeft = 3, DilationHeight = 2, DilationWidth = 3, CountIncludePad = true)]
[PoolKernel(2, 2, Average, DivisorOverride = 3)]
[PoolKernel(3, 2, Average, Padding = 1, DivisorOverride = -5, CeilMode = true)]
[PoolKernel(3, 1, Average, Padding = 1, DivisorOverride = 8, Layout = ChannelsLast)]
[PoolKernel(3, 1, Average, Padding = 1, DivisorOverride = -2147483648, Layout = ChannelsLast)]
public static partial class BorderPools;
