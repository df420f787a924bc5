using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Figures;
using PoolGen.Bench.Operations;
using PoolGen.Bench.Report;
using PoolGen.Bench.Workloads;
using Spectre.Console;

namespace PoolGen.Bench.MainJob;

/// <summary>Checks, times and reports workloads, with progress shown.</summary>
internal sealed class ComparisonCommand
{
    private readonly IAnsiConsole console;
    private readonly int threads;
    private readonly IReadOnlyList<IPoolEngine> engines;
    private readonly IReadOnlyList<string> facts;

    /// <summary>Finds the engines, and says what the run is on.</summary>
    public ComparisonCommand(IAnsiConsole console, int threads)
    {
        this.console = console;
        this.threads = threads;
        engines = PoolEngines.All(threads, console.WriteLine);
        facts = Machine.Facts(engines, threads);
        foreach (string fact in facts)
            console.WriteLine(fact);
        console.WriteLine();
    }

    /// <summary>Compares the given workloads and writes the artifacts.</summary>
    public static void Run(IReadOnlyList<Workload> workloads, IReadOnlyList<Func<OperationWork>> operations, int rounds, int threads)
    {
        ComparisonCommand command = new(Terminal.Open(), threads);
        command.Check(workloads);
        command.Time(workloads, operations, rounds);
    }

    /// <summary>Checks every engine on the workloads.</summary>
    /// <exception cref="DisagreementException">A result differs.</exception>
    public void Check(IReadOnlyList<Workload> workloads)
    {
        Terminal.WithProgress(console, "Checking", workloads.Count, step =>
        {
            foreach (Workload workload in workloads)
            {
                KernelCheck.Run(workload, engines);
                step();
            }
        });
        string exact = string.Join(", ", engines.Where(engine => engine.IsExact).Select(engine => engine.Name));
        string close = string.Join(", ", engines.Where(engine => !engine.IsExact).Select(engine => engine.Name));
        console.WriteLine(Numbers.Text($"{workloads.Count} workloads agree with the fallback: {exact} bit for bit, {close} on finite numbers"));
    }

    /// <summary>Times the engines on the workloads, prints what comes out and writes it to the artifacts.</summary>
    /// <param name="workloads">The workloads.</param>
    /// <param name="operations">Operations besides plain pooling, which are checked as well.</param>
    /// <param name="rounds">How often each engine is timed on each of them.</param>
    /// <param name="remarks">What else the report should say.</param>
    public void Time(IReadOnlyList<Workload> workloads, IReadOnlyList<Func<OperationWork>> operations, int rounds, params IReadOnlyList<string> remarks)
    {
        IReadOnlyList<WorkloadResult> results = [];
        IReadOnlyList<OperationResult> timed = [];
        Terminal.WithProgress(console, "Timing", workloads.Count + operations.Count, step =>
        {
            results = ComparisonRun.Run(workloads, engines, threads, rounds, step);
            timed = OperationRun.Run(operations, rounds, step);
        });
        SmallCallTimes calls = SmallCalls.Measure();
        Measurements measured = new(results, calls, ThreadScaling.Measure(workloads, threads, rounds), timed);
        string small = $"Direct call of {calls.Subject}: {Numbers.Time(calls.Direct.Median)}; "
            + $"{OnnxEngine.EngineName} {Numbers.Time(calls.Onnx.Median)}, {Numbers.Ratio(Samples.Ratio(calls.Onnx, calls.Direct).Median)} as long";
        IReadOnlyList<string> unmeasured = FigureList.Unmeasured(measured);
        string[] missing = unmeasured.Count == 0 ? [] : [$"Asked, but not measured in this run: {string.Join("; ", unmeasured)}"];
        Report(new ComparisonReport(facts, results, FigureList.Of(measured), timed, [.. missing, small, .. remarks]));
    }

    private void Report(ComparisonReport report)
    {
        TerminalReport.Write(console, report);
        (string Extension, Action<string, ComparisonReport> Write)[] formats =
        [
            ("md", MarkdownReport.Write), ("csv", CsvReport.Write), ("json", JsonReport.Write),

            // A chart of operations alone would have no bars.
            .. report.Results.Count > 0 ? [("png", ChartReport.Write)] : Array.Empty<(string, Action<string, ComparisonReport>)>(),
        ];
        foreach ((string extension, Action<string, ComparisonReport> write) in formats)
        {
            string path = Artifacts.PathOf($"comparison.{extension}");
            write(path, report);
            console.WriteLine($"Written: {path}");
        }
    }
}
