using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>The loop that one writes when there is no library: over outputs, then over the taps of the window.</summary>
internal sealed class ScalarEngine : IPoolEngine
{
    public string Name => PoolEngines.ScalarLoop;

    public bool IsExact => true;

    public bool CanRun(Workload workload) => workload.Element == typeof(float) && workload.Slides;

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers) => new Prepared(workload, buffers);

    private sealed class Prepared(Workload workload, PoolBuffers buffers) : PreparedPool
    {
        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                ScalarPool.Run(workload.Config, workload.Shape, workload.OutputShape, buffers.Input.Span, buffers.Output.Span);
        }
    }
}
