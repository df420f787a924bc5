using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Report;
using PoolGen.Bench.Workloads;
using Spectre.Console;

namespace PoolGen.Bench.MainJob;

/// <summary>The main job: the examples, a photo, every kernel checked, the core set timed.</summary>
internal static class MainCommand
{
    /// <summary>An odd number, so that the median is a measured time.</summary>
    private const int RoundCount = 9;

    /// <summary>Runs everything and writes the artifacts.</summary>
    /// <param name="image">The picture to pool.</param>
    public static void Run(string image)
    {
        IAnsiConsole console = Terminal.Open();
        foreach (string fact in Machine.Facts)
            console.WriteLine(fact);
        console.WriteLine();
        ClassicExamples.Run(console);
        console.WriteLine();
        Photo.Run(console, image);
        console.WriteLine();

        ComparisonCommand.Check(console, WorkloadList.All);
        IReadOnlyList<WorkloadResult> results = ComparisonCommand.Time(console, WorkloadList.Core, PoolEngines.All(threads: 1, console.WriteLine), RoundCount);
        IReadOnlyList<string> figures = [.. SmallCalls.Measure(RoundCount), GeneratorCost.Measure()];
        ComparisonCommand.Report(console, results, figures);
    }
}
