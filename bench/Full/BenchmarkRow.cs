using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Full;

/// <summary>One engine on one workload: a row of the benchmarks.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Workload">A workload that the engine can run.</param>
public sealed record BenchmarkRow(string Engine, Workload Workload)
{
    /// <summary>Every workload with every engine that can run it here, on one thread.</summary>
    public static IEnumerable<BenchmarkRow> All =>
        from workload in WorkloadList.All
        from engine in Engines.Value
        where engine.CanRun(workload)
        select new BenchmarkRow(engine.Name, workload);

    private static Lazy<IReadOnlyList<IPoolEngine>> Engines { get; } = new(() => PoolEngines.All(threads: 1, Console.WriteLine));

    /// <summary>The engine of the row.</summary>
    internal IPoolEngine Found => Engines.Value.Single(engine => engine.Name == Engine);

    /// <inheritdoc/>
    public override string ToString() => $"{Engine}, {Workload.Id}";
}
