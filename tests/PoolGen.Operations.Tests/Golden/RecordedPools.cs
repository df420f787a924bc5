using static PoolGen.PoolIndexing;
using static PoolGen.PoolMode;

namespace PoolGen.Operations.Tests.Golden;

/// <summary>Kernels of configurations that recordings have; other cases go to the generic loops.</summary>
[PoolKernel(2, 2, Max, Indices = Plane, IndexType = typeof(long), Unpool = true, Backward = true)]
[PoolKernel(3, 2, Max, Padding = 1, Indices = Plane, IndexType = typeof(long), Backward = true)]
[PoolKernel(3, 1, Max, Padding = 1, Indices = Plane, IndexType = typeof(long), Backward = true)]
[PoolKernel(2, 2, Max, Indices = Plane, IndexType = typeof(long), Layout = PoolLayout.ChannelsLast, Unpool = true, Backward = true)]
[PoolKernel(3, 2, Max, Padding = 1, Indices = Plane, IndexType = typeof(long), Layout = PoolLayout.ChannelsLast, Backward = true)]
[PoolKernel(3, 2, Max, Padding = 1, Indices = ChannelsLast, IndexType = typeof(long), Layout = PoolLayout.ChannelsLast)]
[PoolKernel(2, 2, Max, Indices = ChannelsLast, IndexType = typeof(long), Layout = PoolLayout.ChannelsLast)]
internal static partial class RecordedPools;
