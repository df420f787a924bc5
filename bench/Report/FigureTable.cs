using PoolGen.Bench.Comparison;
using PoolGen.Bench.Figures;

namespace PoolGen.Bench.Report;

/// <summary>The figures: what was asked, what was found, where it is worst.</summary>
internal static class FigureTable
{
    /// <summary>What a reader must know to read the table.</summary>
    public const string Note = "Means are geometric. Each round gives every figure once: found is their median, with the quartiles in brackets. "
        + "'Within spread': the median misses what was asked, but a quartile reaches it. 'Missed': both quartiles miss it too.";

    /// <summary>A row for each figure.</summary>
    public static TextTable Of(IReadOnlyList<FigureResult> figures) => new(
        ["Figure", "Rows", "Asked: mean", "Found: mean", "Mean", "Asked: worst", "Found: worst", "Worst"],
        [.. figures.Select(Row)],
        TextColumns: 1);

    private static string[] Row(FigureResult result)
    {
        Figure figure = result.Figure;
        return
        [
            figure.Title,
            Numbers.Text($"{result.Count}"),
            Asked(figure, figure.Mean),
            Found(figure, result.Mean),
            Word(result.MeanVerdict),
            Asked(figure, figure.Worst),
            result.Worst is Finding worst ? $"{Found(figure, worst.Quantity)} {worst.Subject}" : "",
            Word(result.WorstVerdict),
        ];
    }

    private static string Asked(Figure figure, Bound? bound) =>
        bound is null ? "" : $"{(bound.IsLeast ? "≥" : "≤")} {figure.Format(bound.Value)}";

    private static string Found(Figure figure, Samples quantity) =>
        $"{figure.Format(quantity.Median)} ({figure.Format(quantity.FirstQuartile)} to {figure.Format(quantity.ThirdQuartile)})";

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.MissedWithinSpread => "within spread",
        Verdict.Missed => "MISSED",
        _ => "",
    };
}
