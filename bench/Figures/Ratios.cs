using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Operations;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Figures;

/// <summary>The findings that compare one engine with another, with the limit, or with itself on another workload.</summary>
internal static class Ratios
{
    /// <summary>Calls below this are mostly the price of a call.</summary>
    private const double CallSeconds = 1e-6;

    /// <summary>How many times faster one engine is than another, on each workload that both ran.</summary>
    public static Func<Measurements, IEnumerable<Finding>> Faster(string faster, string slower, Func<Workload, bool> selected) =>
        measured =>
            from result in measured.Floats
            where selected(result.Workload) && result.Has(faster) && result.Has(slower)
            select new Finding(result.Workload.Id, result.Ratio(faster, slower));

    /// <summary>How near the any-shape kernel comes to the limit. Calls of less than a microsecond are excused.</summary>
    public static Func<Measurements, IEnumerable<Finding>> ShareOfLimit(Func<Workload, bool> selected) =>
        measured =>
            from result in measured.Floats
            where selected(result.Workload)
            let isExcused = result.Seconds(PoolEngines.AnyShape) < CallSeconds
            select new Finding(result.Workload.Id, result.ShareOfLimit(PoolEngines.AnyShape), isExcused);

    /// <summary>How many times as long channels last takes as channels first, for each work that the run has in both.</summary>
    public static IEnumerable<Finding> LastToFirst(Measurements measured) =>
        Pairs(measured, Selections.ChannelsLast, Selections.ChannelsFirst, Selections.IsSameWork);

    /// <summary>How many times as long a wide window takes as a narrow one over the same input, both Max with stride 1.</summary>
    public static Func<Measurements, IEnumerable<Finding>> WideToNarrow(int wide, int narrow) =>
        measured => Pairs(measured, Selections.SlidingMax(wide), Selections.SlidingMax(narrow), Selections.IsSameInput);

    /// <summary>How many times faster the any-shape kernel is over elements of another type than over float.</summary>
    public static Func<Measurements, IEnumerable<Finding>> OverFloat(params Type[] elements) => measured =>
        from result in measured.Results
        where elements.Contains(result.Workload.Element)
        select new Finding(result.Workload.Id, result.Ratio(PoolEngines.AnyShape, PoolEngines.OverFloat));

    /// <summary>How many times faster something is on all threads of the run than on one, over each large input.</summary>
    public static Func<Measurements, IEnumerable<Finding>> ThreadsToOne(Func<ThreadScaling, (Samples One, Samples All)> timed) =>
        measured => measured.Scaling.Select(scaling => new Finding(scaling.Workload.Id, Samples.Ratio(timed(scaling).One, timed(scaling).All)));

    /// <summary>How much longer a way to call takes than the direct call.</summary>
    public static Func<Measurements, IEnumerable<Finding>> OverDirect(Func<SmallCallTimes, Samples> way) =>
        measured => [new Finding(measured.SmallCalls.Subject, Samples.Difference(way(measured.SmallCalls), measured.SmallCalls.Direct))];

    /// <summary>How many times as long one contestant of an operation takes as another, for each work that has both.</summary>
    public static Func<Measurements, IEnumerable<Finding>> Longer(string contestant, string than) => measured =>
        from operation in measured.Operations
        let longer = operation.Of(contestant)
        let shorter = operation.Of(than)
        where longer is not null && shorter is not null
        select new Finding(operation.Id, Samples.Ratio(longer, shorter));

    /// <summary>How near a contestant of an operation comes to reading and writing what it must.</summary>
    public static Func<Measurements, IEnumerable<Finding>> OperationShare(string contestant) => measured =>
        from operation in measured.Operations
        let times = operation.Of(contestant)
        where times is not null
        select new Finding(operation.Id, Samples.Ratio(operation.Limit, times));

    /// <summary>Bytes that a call through a dispatcher allocates.</summary>
    public static IEnumerable<Finding> Allocated(Measurements measured)
    {
        double bytes = measured.SmallCalls.AllocatedBytes;
        return [new Finding(measured.SmallCalls.Subject, new Samples([bytes]))];
    }

    private static IEnumerable<Finding> Pairs(
        Measurements measured, Func<Workload, bool> upper, Func<Workload, bool> lower, Func<Workload, Workload, bool> belong) =>
        from above in measured.Floats
        where upper(above.Workload)
        from below in measured.Floats
        where lower(below.Workload) && belong(above.Workload, below.Workload)
        select new Finding(
            $"{above.Workload.Id} to {below.Workload.Id}",
            Samples.Ratio(above.Times(PoolEngines.AnyShape), below.Times(PoolEngines.AnyShape)));
}
