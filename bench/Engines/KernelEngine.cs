using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>Generated kernels, called on one thread.</summary>
/// <param name="name">The name in tables.</param>
/// <param name="find">The kernel of a workload.</param>
internal sealed class KernelEngine(string name, Func<Workload, PoolKernel> find) : ElementEngine
{
    /// <summary>Generated kernels are code of their own, which no other workload warms.</summary>
    public static readonly TimeSpan KernelWarmup = TimeSpan.FromSeconds(1);

    public override string Name => name;

    protected override PreparedPool Prepare<T>(Workload workload, PoolBuffers buffers) => new Prepared<T>((PoolKernel<T>)find(workload), workload.Shape, buffers);

    private sealed class Prepared<T>(PoolKernel<T> kernel, PoolShape shape, PoolBuffers buffers) : PreparedPool
        where T : unmanaged
    {
        public override TimeSpan LongestWarmup => KernelWarmup;

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                kernel.Run(buffers.Input.Of<T>(), buffers.Output.Of<T>(), shape);
        }
    }
}
