using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;
using ScottPlot;

namespace PoolGen.Bench.Report;

/// <summary>Draws the comparison: how many times faster than ONNX Runtime, and how near the limit.</summary>
internal static class ChartReport
{
    private const int Width = 1600;
    private const int Height = 1200;
    private const double BarWidth = 0.4;

    public static void Write(string path, IReadOnlyList<WorkloadResult> results)
    {
        WorkloadResult[] comparable = [.. results.Where(result => result.Workload.Config.Layout == PoolLayout.ChannelsFirst)];
        Multiplot charts = new();
        charts.AddPlots(2);
        Draw(charts.GetPlot(0), "Times faster than ONNX Runtime, channels first", comparable, (result, engine) => result.Ratio(engine, OnnxEngine.EngineName));
        Draw(charts.GetPlot(1), "Share of the limit", results, (result, engine) => result.ShareOfLimit(engine));
        charts.SavePng(path, Width, Height);
    }

    private static void Draw(
        Plot plot, string title, IReadOnlyList<WorkloadResult> results, Func<WorkloadResult, string, double> value)
    {
        plot.Title(title);
        double offset = -BarWidth / 2;
        foreach (string engine in new[] { PoolEngines.AnyShape, PoolEngines.FixedShape })
        {
            double[] places = [.. results.Select((_, index) => index + offset)];
            var bars = plot.Add.Bars(places, [.. results.Select(result => value(result, engine))]);
            bars.LegendText = engine;
            foreach (Bar bar in bars.Bars)
                bar.Size = BarWidth;
            offset += BarWidth;
        }

        plot.Add.HorizontalLine(1, color: Colors.Black);
        plot.Axes.Bottom.SetTicks([.. results.Select((_, index) => (double)index)], [.. results.Select(result => result.Workload.Id)]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = 60;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleLeft;
        plot.Axes.Bottom.MinimumSize = 70;
        plot.Axes.Margins(bottom: 0);
        plot.ShowLegend(Alignment.UpperRight);
    }
}
