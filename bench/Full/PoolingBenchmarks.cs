using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Full;

/// <summary>Every engine on every workload of the list.</summary>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls the cleanup.")]
public class PoolingBenchmarks
{
    private PoolBuffers buffers = null!;
    private PreparedPool anyShape = null!;
    private PreparedPool fixedShape = null!;
    private PreparedPool fallback = null!;
    private PreparedPool scalarLoop = null!;
    private PreparedPool onnxRuntime = null!;

    /// <summary>The workload.</summary>
    [ParamsSource(nameof(Ids))]
    public string Id { get; set; } = "";

    /// <summary>All workloads.</summary>
    public static IEnumerable<string> Ids => WorkloadList.All.Select(workload => workload.Id);

    /// <summary>Checks the kernels of the workload, and prepares every engine over the same buffers.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        IReadOnlyList<IPoolEngine> engines = PoolEngines.All(threads: 1, Console.WriteLine);
        Workload workload = WorkloadList.All.Single(candidate => candidate.Id == Id);
        KernelCheck.Run(workload, engines);
        buffers = new PoolBuffers(workload);
        PreparedPool[] prepared = [.. engines.Select(engine => engine.Prepare(workload, buffers))];
        (anyShape, fixedShape, fallback, scalarLoop, onnxRuntime) = (prepared[0], prepared[1], prepared[2], prepared[3], prepared[4]);
    }

    /// <summary>Frees the engines and the buffers.</summary>
    [GlobalCleanup]
    public void Free()
    {
        foreach (PreparedPool prepared in new[] { anyShape, fixedShape, fallback, scalarLoop, onnxRuntime })
            prepared.Dispose();
        buffers.Dispose();
    }

    /// <summary>The generated kernel of any shape.</summary>
    [Benchmark]
    public void AnyShape() => anyShape.Run(1);

    /// <summary>The generated kernel of a fixed shape.</summary>
    [Benchmark]
    public void FixedShape() => fixedShape.Run(1);

    /// <summary>The generic fallback.</summary>
    [Benchmark]
    public void Fallback() => fallback.Run(1);

    /// <summary>The plain loop.</summary>
    [Benchmark]
    public void ScalarLoop() => scalarLoop.Run(1);

    /// <summary>ONNX Runtime.</summary>
    [Benchmark(Baseline = true)]
    public void OnnxRuntime() => onnxRuntime.Run(1);
}
