using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Full;

/// <summary>Every engine on every workload of the list.</summary>
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls the cleanup.")]
public class PoolingBenchmarks
{
    private PoolBuffers buffers = null!;
    private PreparedPool prepared = null!;

    /// <summary>The engine and the workload.</summary>
    [ParamsSource(nameof(Rows))]
    public BenchmarkRow Row { get; set; } = null!;

    /// <summary>All rows.</summary>
    public static IEnumerable<BenchmarkRow> Rows => BenchmarkRow.All;

    /// <summary>Checks the engine on the workload and prepares it.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        Workload workload = Row.Workload;
        KernelCheck.Run(workload, [Row.Found]);
        buffers = new PoolBuffers(workload);
        prepared = Row.Found.Prepare(workload, buffers);
    }

    /// <summary>Frees the engine and the buffers.</summary>
    [GlobalCleanup]
    public void Free()
    {
        prepared.Dispose();
        buffers.Dispose();
    }

    /// <summary>Pools the workload's input once.</summary>
    [Benchmark]
    public void Pool() => prepared.Run(1);
}
