using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Report;

/// <summary>The comparison as text cells, for the terminal and for Markdown alike.</summary>
internal sealed class ComparisonTable
{
    private static readonly string[] Generated = [PoolEngines.AnyShape, PoolEngines.FixedShape];
    private readonly IReadOnlyList<WorkloadResult> results;
    private readonly string[] others;

    /// <summary>The table of at least one result.</summary>
    public ComparisonTable(IReadOnlyList<WorkloadResult> results)
    {
        this.results = results;
        others = [.. results.SelectMany(result => result.Engines).Select(times => times.Engine).Distinct().Except(Generated)];
        Headers =
        [
            "Workload", "Configuration", "Input",
            .. Generated.SelectMany(name => new[] { name, "GB/s", "of limit" }), "fixed vs any",
            .. others.SelectMany(name => new[] { name, "ratio" }),
            "Limit", "Spread",
        ];
        Rows = [.. results.Select(Row)];
    }

    public IReadOnlyList<string> Headers { get; }

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>How many columns at the left hold words; the others hold numbers.</summary>
    public static int TextColumns => 3;

    /// <summary>What a reader must know to read the table.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            List<string> notes =
            [
                "Times are medians per call; ratio: how many times faster than that engine the any-shape kernel is. "
                    + "GB/s counts the input and the output once. Limit: the fastest way found to read the input once and write the output once. "
                    + "Spread: distance between the quartiles of the any-shape times, as a share of the median.",
            ];
            if (results.Any(result => result.Workload.Config.Layout == PoolLayout.ChannelsLast))
            {
                notes.Add("ONNX Runtime has no channels-last layout: where the configuration ends in ChannelsLast it pools the same sizes in "
                    + "channels-first order, and its mean leaves these rows out.");
            }

            notes.AddRange(results.Where(result => result.LimitIsDoubtful).Select(result =>
                $"{result.Workload.Id}: the limit was measured badly ({result.LimitName}); an engine comes out above 105 % of it."));
            return notes;
        }
    }

    private IReadOnlyList<string> Row(WorkloadResult result) =>
    [
        result.Workload.Id,
        result.Workload.Config.ToString(),
        result.Workload.Shape.ToString(),
        .. Generated.SelectMany(name => new[]
        {
            Figures.Time(result.Seconds(name)),
            Figures.Gigabytes(result.GigabytesPerSecond(name)),
            Figures.Share(result.ShareOfLimit(name)),
        }),
        Figures.Ratio(result.Ratio(PoolEngines.FixedShape, PoolEngines.AnyShape)),
        .. others.SelectMany(name => result.Has(name)
            ? new[] { Figures.Time(result.Seconds(name)), Figures.Ratio(result.Ratio(PoolEngines.AnyShape, name)) }
            : ["–", "–"]),
        Figures.Time(result.LimitSeconds),
        Figures.Share(result.Times(PoolEngines.AnyShape).Spread),
    ];
}
