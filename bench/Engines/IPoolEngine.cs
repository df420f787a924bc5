using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>Something that pools: generated kernels or one of the alternatives.</summary>
internal interface IPoolEngine
{
    /// <summary>The name in tables.</summary>
    string Name { get; }

    /// <summary>Whether the engine knows the configuration of a workload.</summary>
    bool CanRun(Workload workload) => true;

    /// <summary>Makes everything ready, so that a run only computes.</summary>
    PreparedPool Prepare(Workload workload, PoolBuffers buffers);
}
