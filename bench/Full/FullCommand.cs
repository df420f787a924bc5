using BenchmarkDotNet.Running;

namespace PoolGen.Bench.Full;

/// <summary>Runs the BenchmarkDotNet benchmarks.</summary>
internal static class FullCommand
{
    /// <summary>Runs the benchmarks that the arguments of BenchmarkDotNet choose, all without any.</summary>
    public static int Run(string[] arguments) =>
        BenchmarkRunner.Run<PoolingBenchmarks>(config: null, arguments).HasCriticalValidationErrors ? 1 : 0;
}
