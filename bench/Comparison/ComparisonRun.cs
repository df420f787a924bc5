using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>Times every engine on a list of workloads.</summary>
internal static class ComparisonRun
{
    /// <summary>Workloads that are warmed together: enough to share the waiting, few enough for the memory.</summary>
    private const int GroupSize = 16;

    /// <summary>Runs the comparison; <paramref name="step"/> is called after each workload.</summary>
    public static IReadOnlyList<WorkloadResult> Run(
        IReadOnlyList<Workload> workloads, IReadOnlyList<IPoolEngine> engines, int threads, int rounds, Action step)
    {
        List<WorkloadResult> results = [];
        foreach (Workload[] group in workloads.Chunk(GroupSize))
        {
            List<WorkloadEntry> entries = [];
            try
            {
                foreach (Workload workload in group)
                    entries.Add(new WorkloadEntry(workload, engines, threads));
                Warmup.Run([.. entries.SelectMany(entry => entry.Contestants)]);
                foreach (WorkloadEntry entry in entries)
                {
                    results.Add(entry.Time(rounds));
                    step();
                }
            }
            finally
            {
                foreach (WorkloadEntry entry in entries)
                    entry.Dispose();
            }
        }

        return results;
    }
}
