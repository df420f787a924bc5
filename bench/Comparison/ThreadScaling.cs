using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>One thread and several over one large input: the any-shape kernel through a dispatcher, and the limit.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Kernel">Times of the kernel on one thread and on all.</param>
/// <param name="Limit">Times of the fastest ways to move the data on one thread and on all.</param>
internal sealed record ThreadScaling(Workload Workload, (Samples One, Samples All) Kernel, (Samples One, Samples All) Limit)
{
    /// <summary>From this size of input on, threads should pay.</summary>
    private const long LargeInput = 8L << 20;

    /// <summary>Times the large inputs among the workloads; nothing where there is one thread only.</summary>
    public static IReadOnlyList<ThreadScaling> Measure(IReadOnlyList<Workload> workloads, int threads, int rounds) => threads == 1
        ? []
        : [.. workloads.Where(IsLarge).Select(workload => Of(workload, threads, rounds))];

    private static bool IsLarge(Workload workload) => workload.Element == typeof(float) && (long)workload.Shape.Length * sizeof(float) >= LargeInput;

    private static ThreadScaling Of(Workload workload, int threads, int rounds)
    {
        using PoolBuffers buffers = new(workload);
        IReadOnlyList<LimitWay> ways = MemoryLimit.Ways(buffers.Input, buffers.Output, threads);
        PreparedPool[] contestants = [Prepare(workload, buffers, 1), Prepare(workload, buffers, threads), .. ways.Select(way => way.Pool)];
        Warmup.Run(contestants);
        Samples[] samples = Rounds.Time(contestants, rounds);
        (LimitWay Way, Samples Times)[] limits = [.. ways.Zip(samples.Skip(2))];
        return new ThreadScaling(
            workload,
            (samples[0], samples[1]),
            (Fastest(limits.Where(limit => limit.Way.Threads == 1)), Fastest(limits.Where(limit => limit.Way.Threads == threads))));
    }

    private static PreparedPool Prepare(Workload workload, PoolBuffers buffers, int threads) =>
        new DispatcherEngine(PoolEngines.AnyShape, AnyShapePools.Kernels, threads).Prepare(workload, buffers);

    private static Samples Fastest(IEnumerable<(LimitWay Way, Samples Times)> limits) => limits.MinBy(limit => limit.Times.Median).Times;
}
