using static PoolGen.PoolMode;

namespace PoolGen.Bench.Operations;

/// <summary>The kernels of the operations that are timed.</summary>
[PoolKernel(2, 2, Max)]
[PoolKernel(2, 2, Max, Indices = PoolIndexing.Plane, Backward = true, Unpool = true)]
[PoolKernel(2, 2, Max, Indices = PoolIndexing.Plane, IndexType = typeof(long))]
[PoolKernel(3, 2, Max, Padding = 1)]
[PoolKernel(3, 2, Max, Padding = 1, Indices = PoolIndexing.Plane)]
[PoolKernel(2, 2, Average, Backward = true)]
[PoolKernel(3, 1, Max, Padding = 1)]
[PoolKernel(3, 1, Max, Padding = 1, Indices = PoolIndexing.Plane)]
[PoolKernel(5, 1, Max, Padding = 2)]
[PoolKernel(9, 1, Max, Padding = 4)]
[PoolKernel(13, 1, Max, Padding = 6)]
[PoolKernel(5, 1, Max, Padding = 2, Layout = PoolLayout.ChannelsLast)]
[PoolKernel(9, 1, Max, Padding = 4, Layout = PoolLayout.ChannelsLast)]
[PoolKernel(13, 1, Max, Padding = 6, Layout = PoolLayout.ChannelsLast)]
[PyramidPoolKernel(5, 9, 13)]
[PyramidPoolKernel(5, 9, 13, Layout = PoolLayout.ChannelsLast)]
[PoolKernel(2, 2, Max, Layout = PoolLayout.ChannelsLast)]
[PoolKernel(2, 2, Average, Layout = PoolLayout.ChannelsLast)]
[MaxAveragePoolKernel(2, 2)]
[MaxAveragePoolKernel(2, 2, Layout = PoolLayout.ChannelsLast)]
public static partial class OperationPools;
