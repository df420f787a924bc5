using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Report;

/// <summary>The comparison: how near the limit the generated kernels come, and how many times faster than each alternative.</summary>
internal static class ComparisonTable
{
    private const string Absent = "–";
    private static readonly string[] Generated = [PoolEngines.AnyShape, PoolEngines.FixedShape];

    /// <summary>A row for each workload.</summary>
    public static TextTable Of(IReadOnlyList<WorkloadResult> results)
    {
        string[] others = [.. Engines(results).Except(Generated)];
        return new TextTable(
            [
                "Workload", "Configuration", "Input", "Limit",
                .. Generated.SelectMany(name => new[] { name, "of limit" }), "fixed vs any",
                .. others.Select(name => $"vs {name}"),
            ],
            [.. results.Select(result => Row(result, others))],
            TextColumns: 3);
    }

    /// <summary>The medians of every engine with the quartiles of the rounds.</summary>
    public static TextTable Times(IReadOnlyList<WorkloadResult> results)
    {
        string[] engines = Engines(results);
        return new TextTable(
            ["Workload", "Limit", .. engines],
            [
                .. results.Select(IReadOnlyList<string> (result) =>
                    [result.Workload.Id, Time(result.Limit), .. engines.Select(name => result.Has(name) ? Time(result.Times(name)) : Absent)]),
            ],
            TextColumns: 1);
    }

    /// <summary>What a reader must know to read the tables.</summary>
    public static IEnumerable<string> Notes(IReadOnlyList<WorkloadResult> results)
    {
        yield return "Times, shares and ratios are medians of interleaved rounds; 'vs' is how many times faster than that engine the any-shape kernel is. "
            + "Limit: the fastest way found to read the input once and write the output once.";
        if (results.Any(result => result.Workload.Config.Layout == PoolLayout.ChannelsLast && result.Has(OnnxEngine.EngineName)))
        {
            yield return $"{OnnxEngine.EngineName} has no channels-last layout: where the configuration ends in ChannelsLast it pools the same "
                + "sizes in channels-first order, and no figure counts these rows.";
        }

        IEnumerable<EngineTimes> named = results.SelectMany(result => result.Engines).Where(times => times.Implementation.Length > 0);
        foreach (IGrouping<string, EngineTimes> engine in named.GroupBy(times => times.Engine))
        {
            IEnumerable<string> chosen = engine.CountBy(times => times.Implementation).Select(used => Numbers.Text($"{used.Key} on {used.Value}"));
            yield return $"{engine.Key} chose its implementation itself; workloads of each: {string.Join(", ", chosen)}.";
        }

        foreach (WorkloadResult result in results.Where(result => result.LimitIsDoubtful))
            yield return $"{result.Workload.Id}: the limit was measured badly ({result.LimitName}); an engine comes out above 1.05 of it.";
    }

    private static string[] Engines(IReadOnlyList<WorkloadResult> results) =>
        [.. results.SelectMany(result => result.Engines).Select(times => times.Engine).Distinct()];

    private static string[] Row(WorkloadResult result, string[] others) =>
    [
        result.Workload.Id,
        result.Workload.Config.ToString(),
        result.Workload.Shape.ToString(),
        Numbers.Time(result.Limit.Median),
        .. Generated.SelectMany(name => new[]
        {
            Numbers.Time(result.Seconds(name)),
            Numbers.Share(result.ShareOfLimit(name).Median),
        }),
        Numbers.Ratio(result.Ratio(PoolEngines.FixedShape, PoolEngines.AnyShape).Median),
        .. others.Select(name => result.Has(name) ? Numbers.Ratio(result.Ratio(PoolEngines.AnyShape, name).Median) : Absent),
    ];

    private static string Time(Samples samples) =>
        $"{Numbers.Time(samples.Median)} ({Numbers.Time(samples.FirstQuartile)} to {Numbers.Time(samples.ThirdQuartile)})";
}
