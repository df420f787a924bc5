using PoolGen.Bench.Engines;
using PoolGen.Bench.Report;

namespace PoolGen.Bench.Comparison;

/// <summary>How much faster one engine is than another over several workloads.</summary>
/// <param name="Title">What is compared, in words.</param>
/// <param name="Count">How many workloads.</param>
/// <param name="Mean">The geometric mean of the ratios.</param>
/// <param name="Worst">The smallest ratio.</param>
/// <param name="WorstId">The workload that has it.</param>
internal sealed record Summary(string Title, int Count, double Mean, double Worst, string WorstId)
{
    /// <summary>The ratios that count. ONNX Runtime has no channels-last layout, so only channels first is compared with it.</summary>
    public static IReadOnlyList<Summary> Of(IReadOnlyList<WorkloadResult> results)
    {
        WorkloadResult[] first = [.. results.Where(result => result.Workload.Config.Layout == PoolLayout.ChannelsFirst)];
        return
        [
            .. Ratio($"any shape vs {OnnxEngine.EngineName}, channels first", first, PoolEngines.AnyShape, OnnxEngine.EngineName),
            .. Ratio($"fixed shape vs {OnnxEngine.EngineName}, channels first", first, PoolEngines.FixedShape, OnnxEngine.EngineName),
            .. Ratio("any shape vs fallback", results, PoolEngines.AnyShape, PoolEngines.Fallback),
            .. Ratio("fixed shape vs fallback", results, PoolEngines.FixedShape, PoolEngines.Fallback),
            .. Ratio("fixed shape vs any shape", results, PoolEngines.FixedShape, PoolEngines.AnyShape),
        ];
    }

    /// <inheritdoc/>
    public override string ToString() => Figures.Text(
        $"{Title}: {Mean:0.00}× (geometric mean of {Count}), worst {Worst:0.00}× on {WorstId}");

    private static IEnumerable<Summary> Ratio(string title, IReadOnlyList<WorkloadResult> results, string faster, string slower)
    {
        if (results.Count == 0)
            return [];
        double mean = Math.Exp(results.Average(result => Math.Log(result.Ratio(faster, slower))));
        WorkloadResult worst = results.MinBy(result => result.Ratio(faster, slower))!;
        return [new Summary(title, results.Count, mean, worst.Ratio(faster, slower), worst.Workload.Id)];
    }
}
