using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>Generated kernels, called on one thread.</summary>
/// <param name="name">The name in tables.</param>
/// <param name="find">The kernel of a workload.</param>
internal sealed class KernelEngine(string name, Func<Workload, PoolKernel<float>> find) : IPoolEngine
{
    /// <summary>Generated kernels are code of their own, which no other workload warms.</summary>
    public static readonly TimeSpan KernelWarmup = TimeSpan.FromSeconds(1);

    public string Name => name;

    public bool IsExact => true;

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers) => new Prepared(find(workload), workload.Shape, buffers);

    private sealed class Prepared(PoolKernel<float> kernel, PoolShape shape, PoolBuffers buffers) : PreparedPool
    {
        public override TimeSpan LongestWarmup => KernelWarmup;

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                kernel.Run(buffers.Input.Span, buffers.Output.Span, shape);
        }
    }
}
