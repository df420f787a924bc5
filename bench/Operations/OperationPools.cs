using static PoolGen.PoolMode;

namespace PoolGen.Bench.Operations;

/// <summary>The kernels of the operations that are timed.</summary>
[PoolKernel(2, 2, Max)]
[PoolKernel(2, 2, Max, Indices = PoolIndexing.Plane, Backward = true, Unpool = true)]
[PoolKernel(2, 2, Max, Indices = PoolIndexing.Plane, IndexType = typeof(long))]
[PoolKernel(3, 2, Max, Padding = 1)]
[PoolKernel(3, 2, Max, Padding = 1, Indices = PoolIndexing.Plane)]
[PoolKernel(2, 2, Average, Backward = true)]
public static partial class OperationPools;
