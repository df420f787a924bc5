using System.Diagnostics;
using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Comparison;

/// <summary>
/// Calls contestants until the runtime has replaced their code by optimised code. It counts calls only after a while without new
/// methods, and optimises in the background after 30 calls; methods that start with counters for profiles take that step twice.
/// </summary>
internal static class Warmup
{
    private const int CallsUntilHot = 35;
    private static readonly TimeSpan OptimiserDelay = TimeSpan.FromMilliseconds(250);

    public static void Run(IReadOnlyList<PreparedPool> contestants)
    {
        Call(contestants, 1);
        Call(contestants, CallsUntilHot);
        Call(contestants, CallsUntilHot);
    }

    private static void Call(IReadOnlyList<PreparedPool> contestants, int calls)
    {
        foreach (PreparedPool contestant in contestants)
        {
            long start = Stopwatch.GetTimestamp();
            for (int call = 0; call < calls && Stopwatch.GetElapsedTime(start) < contestant.LongestWarmup; call++)
                contestant.Run(1);
        }

        Thread.Sleep(OptimiserDelay);
    }
}
