using System.Diagnostics;
using System.Runtime;
using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Comparison;

/// <summary>
/// Calls contestants until the runtime has replaced their code by optimised code. It counts calls only after a while without new
/// methods, compiles in the background after 30 calls, and does so twice where it first adds counters for a profile. So passes of
/// calls and waiting go on until two of them have compiled nothing.
/// </summary>
internal static class Warmup
{
    private const int CallsPerPass = 35;
    private const int LeastPasses = 3;
    private const int MostPasses = 12;
    private const int QuietPasses = 2;
    private static readonly TimeSpan OptimiserDelay = TimeSpan.FromMilliseconds(150);

    public static void Run(IReadOnlyList<PreparedPool> contestants)
    {
        // One call each compiles everything once, so that the passes begin without new methods. What is slow on code that workloads
        // share needs no more.
        PreparedPool[] brief = [.. contestants.Where(contestant => Call(contestant, 1) < contestant.LongestWarmup)];
        int quiet = 0;
        for (int pass = 1; pass <= MostPasses && (pass <= LeastPasses || quiet < QuietPasses); pass++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            foreach (PreparedPool contestant in brief)
                Call(contestant, CallsPerPass);
            Thread.Sleep(OptimiserDelay);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
    }

    private static TimeSpan Call(PreparedPool contestant, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls && Stopwatch.GetElapsedTime(start) < contestant.LongestWarmup; call++)
            contestant.Run(1);
        return Stopwatch.GetElapsedTime(start);
    }
}
