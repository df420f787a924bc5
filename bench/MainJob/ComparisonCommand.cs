using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Report;
using PoolGen.Bench.Workloads;
using Spectre.Console;

namespace PoolGen.Bench.MainJob;

/// <summary>Checks, times and reports workloads, with progress shown.</summary>
internal static class ComparisonCommand
{
    /// <summary>Compares the given workloads and writes the artifacts.</summary>
    public static void Run(IReadOnlyList<Workload> workloads, int rounds, int threads)
    {
        IAnsiConsole console = Terminal.Open();
        foreach (string fact in Machine.Facts)
            console.WriteLine(fact);
        console.WriteLine(Figures.Text($"Threads: {threads}"));
        Check(console, workloads);
        Report(console, Time(console, workloads, PoolEngines.All(threads, console.WriteLine), rounds), []);
    }

    /// <summary>Checks every kernel of the workloads.</summary>
    /// <exception cref="DisagreementException">A result differs.</exception>
    public static void Check(IAnsiConsole console, IReadOnlyList<Workload> workloads)
    {
        IReadOnlyList<IPoolEngine> engines = PoolEngines.SameResults;
        Terminal.WithProgress(console, "Checking kernels", workloads.Count, step =>
        {
            foreach (Workload workload in workloads)
            {
                KernelCheck.Run(workload, engines);
                step();
            }
        });
        console.WriteLine(Figures.Text(
            $"{workloads.Count} workloads: any-shape and fixed-shape kernels and the scalar loop same as the fallback, all as ONNX Runtime"));
    }

    /// <summary>Times the engines on the workloads.</summary>
    public static IReadOnlyList<WorkloadResult> Time(
        IAnsiConsole console, IReadOnlyList<Workload> workloads, IReadOnlyList<IPoolEngine> engines, int rounds)
    {
        IReadOnlyList<WorkloadResult> results = [];
        Terminal.WithProgress(console, "Timing", workloads.Count, step => results = ComparisonRun.Run(workloads, engines, rounds, step));
        return results;
    }

    /// <summary>Prints the table and writes it to the artifacts.</summary>
    public static void Report(IAnsiConsole console, IReadOnlyList<WorkloadResult> results, IReadOnlyList<string> figures)
    {
        IReadOnlyList<Summary> summaries = Summary.Of(results);
        TerminalReport.Write(console, results, summaries);
        foreach (string figure in figures)
            console.WriteLine(figure);

        string markdown = Artifacts.PathOf("comparison.md");
        string csv = Artifacts.PathOf("comparison.csv");
        string chart = Artifacts.PathOf("comparison.png");
        MarkdownReport.Write(markdown, Machine.Facts, results, summaries, figures);
        CsvReport.Write(csv, results);
        ChartReport.Write(chart, results);
        console.WriteLine($"Written: {markdown}, {csv}, {chart}");
    }
}
