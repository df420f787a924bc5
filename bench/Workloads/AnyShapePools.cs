using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Bench.Workloads;

/// <summary>A kernel of any shape for the configuration of every workload.</summary>
[PoolKernel(2, 2, Average)]
[PoolKernel(2, 2, Max, Layout = ChannelsLast)]
[PoolKernel(3, 2, Max)]
[PoolKernel(2, 2, Max)]
[PoolKernel(3, 2, Max, CeilMode = true)]
[PoolKernel(3, 1, Max, Padding = 1)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = true)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = false)]
[PoolKernel(3, 2, Max, Padding = 1)]
[PoolKernel(3, 2, Max, Padding = 1, Layout = ChannelsLast)]
[PoolKernel(7, 7, Average)]
[PoolKernel(2, 2, Average, CeilMode = true)]
[PoolKernel(13, 13, Average)]
[PoolKernel(19, 19, Average)]
[PoolKernel(112, 112, Average)]
[PoolKernel(56, 56, Average)]
[PoolKernel(28, 28, Average)]
[PoolKernel(14, 14, Average)]
[PoolKernel(3, 2, Average, Padding = 1, CountIncludePad = true)]
[PoolKernel(5, 1, Max, Padding = 2)]
[PoolKernel(9, 1, Max, Padding = 4)]
[PoolKernel(13, 1, Max, Padding = 6)]
[PoolKernel(2, 1, Max, PaddingBottom = 1, PaddingRight = 1)]
[PoolKernel(1, 4, 1, 4, Max)]
[PoolKernel(1, 3, 1, 1, Max, PaddingLeft = 1, PaddingRight = 1)]
[PoolKernel(1, 128, 1, 1, Max, PaddingLeft = 63, PaddingRight = 64)]
[PoolKernel(1, 4, 1, 4, Average)]
[PoolKernel(1, 8, 1, 8, Average)]
public static partial class AnyShapePools;
