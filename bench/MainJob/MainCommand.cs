using PoolGen.Bench.Cost;
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
        ComparisonCommand comparison = new(console, threads: 1);
        ClassicExamples.Run(console);
        console.WriteLine();
        Photo.Run(console, image);
        console.WriteLine();
        comparison.Check(WorkloadList.All);
        comparison.Time(WorkloadList.Core, [], RoundCount, [.. GeneratorCost.Measure()]);
    }
}
