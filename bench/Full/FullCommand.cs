using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace PoolGen.Bench.Full;

/// <summary>Runs the BenchmarkDotNet benchmarks.</summary>
internal static class FullCommand
{
    /// <summary>A kernel is called through a delegate, where the disassembler cannot follow: it is asked for by name.</summary>
    private const string GeneratedMethods = "PoolGen.Generated.*Kernel.*";

    /// <summary>BenchmarkDotNet builds this project again; with its generated kernels that can take longer than the usual two minutes.</summary>
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(15);

    /// <summary>Runs the benchmarks that the arguments of BenchmarkDotNet choose, all without any; 0 when each of them ran.</summary>
    public static int Run(string[] arguments)
    {
        ManualConfig config = ManualConfig.Create(DefaultConfig.Instance)
            .WithBuildTimeout(BuildTimeout)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddDiagnoser(new DisassemblyDiagnoser(new DisassemblyDiagnoserConfig(filters: [GeneratedMethods])));
        Summary summary = BenchmarkRunner.Run<PoolingBenchmarks>(config, arguments);
        return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
    }
}
