using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>A workload with everything prepared: buffers, engines, and the ways to measure its limit.</summary>
internal sealed class WorkloadEntry : IDisposable
{
    private readonly Workload workload;
    private readonly PoolBuffers buffers;
    private readonly PoolBuffers? floatBuffers;
    private readonly string[] engines;
    private readonly IReadOnlyList<LimitWay> ways;

    public WorkloadEntry(Workload workload, IReadOnlyList<IPoolEngine> engines, int threads)
    {
        this.workload = workload;
        buffers = new PoolBuffers(workload);
        ways = MemoryLimit.Ways(buffers.Input, buffers.Output, threads);
        engines = [.. engines.Where(engine => engine.CanRun(workload))];
        List<(string Name, PreparedPool Pool)> prepared = [.. engines.Select(engine => (engine.Name, engine.Prepare(workload, buffers)))];
        if (workload.Element != typeof(float))
        {
            // In the same rounds: two rows of a table are minutes apart, in which the processor's clock changes.
            Workload same = workload with { Element = typeof(float) };
            floatBuffers = new PoolBuffers(same);
            prepared.Add((PoolEngines.OverFloat, engines.First(engine => engine.Name == PoolEngines.AnyShape).Prepare(same, floatBuffers)));
        }

        this.engines = [.. prepared.Select(engine => engine.Name)];
        Contestants = [.. prepared.Select(engine => engine.Pool), .. ways.Select(way => way.Pool)];
    }

    /// <summary>Everything to time: the engines, with the kernel over float of the same work where elements are others, then the ways to move the data.</summary>
    public IReadOnlyList<PreparedPool> Contestants { get; }

    /// <summary>Times the contestants, which must be warm.</summary>
    public WorkloadResult Time(int rounds)
    {
        Samples[] samples = Rounds.Time(Contestants, rounds);
        EngineTimes[] times = [.. engines.Select((engine, index) => new EngineTimes(engine, samples[index], Contestants[index].Implementation))];
        (LimitWay way, Samples limit) = ways.Zip(samples.Skip(engines.Length)).MinBy(timed => timed.Second.Median);
        return new WorkloadResult(workload, times, limit, way.Name);
    }

    public void Dispose()
    {
        foreach (PreparedPool contestant in Contestants)
            contestant.Dispose();
        buffers.Dispose();
        floatBuffers?.Dispose();
    }
}
