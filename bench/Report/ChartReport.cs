using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Engines.OneDnn;
using ScottPlot;

namespace PoolGen.Bench.Report;

/// <summary>Draws how near the limit the kernels and their strongest alternatives come, as bars for each workload.</summary>
internal static class ChartReport
{
    private const int Width = 1800;
    private const int PanelHeight = 420;

    /// <summary>More workloads than this in a row of bars cannot be told apart.</summary>
    private const int WorkloadsPerPanel = 28;

    /// <summary>The bars of a workload together; the rest of its place keeps it apart from its neighbours.</summary>
    private const double GroupWidth = 0.84;

    /// <summary>Shares above the limit are not drawn: they say that the limit was measured badly.</summary>
    private const double Top = 1.1;

    private static readonly (string Engine, Color Colour)[] Drawn =
    [
        (PoolEngines.FixedShape, new Color(11, 79, 156)),
        (PoolEngines.AnyShape, new Color(92, 164, 230)),
        (OnnxEngine.EngineName, new Color(232, 126, 36)),
        (OneDnnEngine.EngineName, new Color(120, 120, 120)),
    ];

    public static void Write(string path, ComparisonReport report)
    {
        WorkloadResult[][] panels =
        [
            .. report.Results
                .GroupBy(result => result.Workload.Config.Layout)
                .SelectMany(layout => layout.Chunk(WorkloadsPerPanel)),
        ];
        Multiplot charts = new();
        charts.AddPlots(panels.Length);
        for (int panel = 0; panel < panels.Length; panel++)
            Draw(charts.GetPlot(panel), panels[panel]);
        charts.SavePng(path, Width, PanelHeight * panels.Length);
    }

    private static void Draw(Plot plot, WorkloadResult[] results)
    {
        bool last = results[0].Workload.Config.Layout == PoolLayout.ChannelsLast;
        plot.Title($"Share of the limit, channels {(last ? "last" : "first")}: higher is faster, 1 reads the input once and writes the output once");
        (string Engine, Color Colour)[] engines = [.. Drawn.Where(drawn => results.Any(result => result.Has(drawn.Engine)))];
        double width = GroupWidth / engines.Length;
        for (int place = 0; place < engines.Length; place++)
        {
            (string engine, Color colour) = engines[place];
            double offset = (place - ((engines.Length - 1) / 2.0)) * width;
            plot.Add.Bars(Bars(results, engine, colour, offset, width)).LegendText = engine;
        }

        plot.Add.HorizontalLine(1, color: Colors.Black);
        plot.Axes.Bottom.SetTicks([.. results.Select((_, index) => (double)index)], [.. results.Select(result => result.Workload.Id)]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = 60;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleLeft;
        plot.Axes.Bottom.MinimumSize = 80;
        plot.Axes.SetLimits(-0.6, results.Length - 0.4, 0, Top);
        plot.ShowLegend(Alignment.UpperRight);
    }

    private static Bar[] Bars(WorkloadResult[] results, string engine, Color colour, double offset, double width) =>
    [
        .. results.Index().Where(row => row.Item.Has(engine)).Select(row => new Bar
        {
            Position = row.Index + offset,
            Value = Math.Min(row.Item.ShareOfLimit(engine).Median, Top),
            FillColor = colour,
            LineWidth = 0,
            Size = width,
        }),
    ];
}
