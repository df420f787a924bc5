using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>What a dispatcher chooses among the given kernels, on as many threads as it may use; without kernels, the generic fallback.</summary>
internal sealed class DispatcherEngine(string name, IReadOnlyList<PoolKernel> kernels, int threads) : IPoolEngine
{
    private readonly PoolDispatcher dispatcher = new(kernels) { MaxDegreeOfParallelism = threads };
    private readonly TimeSpan longestWarmup = kernels.Count > 0 ? KernelEngine.KernelWarmup : PreparedPool.SharedWarmup;

    public string Name => name;

    public bool IsExact => true;

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers) => new Prepared(dispatcher, workload, buffers, longestWarmup);

    private sealed class Prepared(PoolDispatcher dispatcher, Workload workload, PoolBuffers buffers, TimeSpan longestWarmup) : PreparedPool
    {
        public override TimeSpan LongestWarmup => longestWarmup;

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                dispatcher.Run(workload.Config, workload.Shape, (ReadOnlySpan<float>)buffers.Input.Span, buffers.Output.Span);
        }
    }
}
