using PoolGen.Bench.Operations;

namespace PoolGen.Bench.Report;

/// <summary>Operations besides plain pooling: every contestant with its time and its share of the limit.</summary>
internal static class OperationTable
{
    /// <summary>A row for each contestant.</summary>
    public static TextTable Of(IReadOnlyList<OperationResult> results) => new(
        ["Work", "Operation", "Input", "Contestant", "Time", "of limit"],
        [
            .. results.SelectMany(result => result.Times.Select(IReadOnlyList<string> (timed) =>
            [
                result.Id, result.What, result.Shape.ToString(), timed.Name, Numbers.Time(timed.Samples.Median),
                Numbers.Share(Comparison.Samples.Ratio(result.Limit, timed.Samples).Median),
            ])),
        ],
        TextColumns: 4);
}
