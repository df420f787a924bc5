using System.Numerics.Tensors;
using System.Reflection;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>What a .NET user can compose today from the vectorised span operations of System.Numerics.Tensors.</summary>
internal sealed class TensorPrimitivesEngine : IPoolEngine
{
    public const string EngineName = "TensorPrimitives";

    public string Name => EngineName;

    public string Version =>
        typeof(TensorPrimitives).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public bool CanRun(Workload workload) => workload.Element == typeof(float) && workload.Slides;

    public PreparedPool Prepare(Workload workload, PoolBuffers buffers) => new Prepared(workload, buffers);

    private sealed class Prepared(Workload workload, PoolBuffers buffers) : PreparedPool
    {
        private readonly TensorPool pool = new(workload.Config, workload.Shape, workload.OutputShape);

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                pool.Run(buffers.Input.Span, buffers.Output.Span);
        }
    }
}
