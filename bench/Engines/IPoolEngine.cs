using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>Something that pools: generated kernels or one of the alternatives.</summary>
internal interface IPoolEngine
{
    /// <summary>The name in tables.</summary>
    string Name { get; }

    /// <summary>The version of the library behind it; empty where there is none but this project's.</summary>
    string Version => "";

    /// <summary>Whether the results must be those of the fallback, bit for bit; others may sum in another order.</summary>
    bool IsExact => false;

    /// <summary>The order in which the engine takes the axes of a workload's buffers.</summary>
    PoolLayout Layout(Workload workload) => workload.Config.Layout;

    /// <summary>Whether the engine knows the configuration and the elements of a workload.</summary>
    bool CanRun(Workload workload) => true;

    /// <summary>Makes everything ready, so that a run only computes.</summary>
    PreparedPool Prepare(Workload workload, PoolBuffers buffers);
}
