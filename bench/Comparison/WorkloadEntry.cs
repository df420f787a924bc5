using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>A workload with everything prepared: buffers, engines, and the ways to measure its limit.</summary>
internal sealed class WorkloadEntry : IDisposable
{
    private readonly Workload workload;
    private readonly PoolBuffers buffers;
    private readonly string[] engines;
    private readonly string[] ways;

    public WorkloadEntry(Workload workload, IReadOnlyList<IPoolEngine> engines)
    {
        this.workload = workload;
        buffers = new PoolBuffers(workload);
        IReadOnlyList<(string Name, PreparedPool Way)> limit = MemoryLimit.Ways(buffers);
        engines = [.. engines.Where(engine => engine.CanRun(workload))];
        this.engines = [.. engines.Select(engine => engine.Name)];
        ways = [.. limit.Select(way => way.Name)];
        Contestants = [.. engines.Select(engine => engine.Prepare(workload, buffers)), .. limit.Select(way => way.Way)];
    }

    /// <summary>Everything to time: the engines, then the ways to move the data.</summary>
    public IReadOnlyList<PreparedPool> Contestants { get; }

    /// <summary>Times the contestants, which must be warm.</summary>
    public WorkloadResult Time(int rounds)
    {
        Samples[] samples = Rounds.Time(Contestants, rounds);
        EngineTimes[] times = [.. engines.Select((engine, index) => new EngineTimes(engine, samples[index].Median, samples[index].Spread))];
        (string limitName, Samples limit) = ways.Zip(samples.Skip(engines.Length)).MinBy(way => way.Second.Median);
        return new WorkloadResult(workload, times, limit.Median, limitName);
    }

    public void Dispose()
    {
        foreach (PreparedPool contestant in Contestants)
            contestant.Dispose();
        buffers.Dispose();
    }
}
