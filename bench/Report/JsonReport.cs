using System.Text.Encodings.Web;
using System.Text.Json;
using PoolGen.Bench.Comparison;
using PoolGen.Bench.Figures;

namespace PoolGen.Bench.Report;

/// <summary>Writes everything that was measured, the time of every round included, for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void Write(string path, ComparisonReport report) => File.WriteAllText(path, JsonSerializer.Serialize(
        new
        {
            report.Facts,
            Figures = report.Figures.Select(Figure),
            report.Remarks,
            Workloads = report.Results.Select(Workload),
            Operations = report.Operations.Select(operation => new
            {
                operation.Id,
                operation.What,
                Shape = operation.Shape.ToString(),
                Limit = Times(operation.Limit),
                Contestants = operation.Times.Select(timed => new { timed.Name, Seconds = Times(timed.Samples) }),
            }),
        },
        Options) + "\n");

    private static object Figure(FigureResult result) => new
    {
        result.Figure.Title,
        result.Count,
        Mean = Quantity(result.Mean, result.Figure.Mean, result.MeanVerdict),
        WorstOf = result.Worst?.Subject,
        Worst = result.Worst is Finding worst ? Quantity(worst.Quantity, result.Figure.Worst, result.WorstVerdict) : null,
    };

    private static object Quantity(Samples quantity, Bound? bound, Verdict verdict) => new
    {
        quantity.Median,
        quantity.FirstQuartile,
        quantity.ThirdQuartile,
        AtLeast = bound is { IsLeast: true } ? bound.Value : (double?)null,
        AtMost = bound is { IsLeast: false } ? bound.Value : (double?)null,
        Verdict = verdict.ToString(),
    };

    private static object Workload(WorkloadResult result) => new
    {
        result.Workload.Id,
        result.Workload.Network,
        Configuration = result.Workload.Config.ToString(),
        Shape = result.Workload.Shape.ToString(),
        result.Workload.Bytes,
        LimitWay = result.LimitName,
        Limit = Times(result.Limit),
        Engines = result.Engines.Select(times => new { Name = times.Engine, times.Implementation, Seconds = Times(times.Samples) }),
    };

    private static object Times(Samples samples) => new { samples.Median, samples.FirstQuartile, samples.ThirdQuartile, samples.Rounds };
}
