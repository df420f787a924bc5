using System.Numerics;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>What a dispatcher chooses among the given kernels, on as many threads as it may use; without kernels, the generic fallback.</summary>
internal sealed class DispatcherEngine(string name, IReadOnlyList<PoolKernel> kernels, int threads) : ElementEngine
{
    private readonly PoolDispatcher dispatcher = new(kernels) { MaxDegreeOfParallelism = threads };
    private readonly TimeSpan longestWarmup = kernels.Count > 0 ? KernelEngine.KernelWarmup : PreparedPool.SharedWarmup;

    public override string Name => name;

    protected override PreparedPool Prepare<T>(Workload workload, PoolBuffers buffers) => new Prepared<T>(dispatcher, workload, buffers, longestWarmup);

    private sealed class Prepared<T>(PoolDispatcher dispatcher, Workload workload, PoolBuffers buffers, TimeSpan longestWarmup) : PreparedPool
        where T : unmanaged, INumber<T>
    {
        public override TimeSpan LongestWarmup => longestWarmup;

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                dispatcher.Run(workload.Config, workload.Shape, (ReadOnlySpan<T>)buffers.Input.Of<T>(), buffers.Output.Of<T>());
        }
    }
}
