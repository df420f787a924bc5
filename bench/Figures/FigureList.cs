using System.Runtime.Intrinsics;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Engines.OneDnn;
using PoolGen.Bench.Operations;
using PoolGen.Bench.Report;
using PoolGen.Bench.Workloads;
using static PoolGen.Bench.Figures.Bound;
using static PoolGen.Bench.Figures.Ratios;
using static PoolGen.Bench.Figures.Selections;

namespace PoolGen.Bench.Figures;

/// <summary>
/// The figures that the project is steered by, one row each. They are about the any-shape kernels except where they say fixed shape:
/// nobody has both and takes the better.
/// </summary>
internal static class FigureList
{
    private const long KiB = 1024;
    private const long MiB = 1024 * KiB;

    private static readonly Figure[] Rows =
    [
        Against(OnnxEngine.EngineName, "channels first", ChannelsFirst, mean: 4, worst: 1.5),
        Against(OnnxEngine.EngineName, "channels first, no vectors above 256 bits", ChannelsFirstWithout512, mean: 3.5, worst: 1.2),
        Against(PoolEngines.TorchFirst, "channels first", ChannelsFirst, mean: 40, worst: 1),
        Against(PoolEngines.TorchLast, "channels last", ChannelsLast, mean: 5, worst: 1),
        Against(OneDnnEngine.EngineName, "channels first", ChannelsFirst, mean: 2.5),
        Against(OneDnnEngine.EngineName, "channels last", ChannelsLast, mean: 0.9),
        Against(OneDnnEngine.EngineName, "window 13, stride 1, both layouts", SlidingMax(13), worst: 5),
        Share("Max, input above 1 MiB", MaxAbove(MiB), mean: 0.85, worst: 0.7),
        Share("Max, input up to 1 MiB", MaxUpTo(MiB), mean: 0.45, worst: 0.15),
        Share("Average 2×2, input above 1 MiB", SmallAverageAbove(MiB), mean: 0.85, worst: 0.7),
        Share("Average 2×2, input up to 1 MiB", SmallAverageUpTo(MiB), mean: 0.45, worst: 0.15),
        Share("exact Average above 2×2", LargerAverage, mean: 0.45),
        Share("adaptive, input above 8 MiB", Adaptive, mean: 0.7),
        Against(OnnxEngine.EngineName, "global, channels first", Global, worst: 3),
        new("Channels last to channels first, time of the same work", AtMost(1.3), AtMost(2), LastToFirst, Numbers.Ratio),
        new("Window 13 to window 5, Max, stride 1, time over the same planes", null, AtMost(1.7), WideToNarrow(13, 5), Numbers.Ratio),
        new("Window 128 to window 3 over a signal, Max, stride 1, time", null, AtMost(2), WideToNarrow(128, 3), Numbers.Ratio),
        new("Max over 8 bits vs over float, the same work", null, AtLeast(3.5), OverFloat(typeof(sbyte), typeof(byte)), Numbers.Ratio),
        new("Max over Half vs over float, the same work", null, AtLeast(1.8), OverFloat(typeof(Half)), Numbers.Ratio),
        new("Max with indices vs max alone, time", null, AtMost(2), Longer(IndicesWork.WithIndices, IndicesWork.Alone), Numbers.Ratio),
        new($"Max with indices vs {OnnxEngine.EngineName} with indices", null, AtLeast(4), Longer(OnnxEngine.EngineName, IndicesWork.WithIndices), Numbers.Ratio),
        new($"Unpooling vs {OnnxEngine.EngineName}", null, null, Longer(OnnxEngine.EngineName, UnpoolWork.Unpool), Numbers.Ratio),
        new("Share of the limit, backward of 2×2", null, AtLeast(0.7), OperationShare(BackwardWork.Backward), Numbers.Share),
        new("Pyramid in one pass vs its kernels one by one", null, AtLeast(1.8), Longer(PyramidWork.OneByOne, PyramidWork.OnePass), Numbers.Ratio),
        new("Maximum and average in one pass vs two kernels one by one", null, null, Longer(MaxAverageWork.OneByOne, MaxAverageWork.Both), Numbers.Ratio),
        new("Fixed shape vs any shape", null, AtLeast(1), Faster(PoolEngines.FixedShape, PoolEngines.AnyShape, All), Numbers.Ratio),
        new("Fixed shape vs any shape, input below 64 KiB",
            AtLeast(1.2), null, Faster(PoolEngines.FixedShape, PoolEngines.AnyShape, InputBelow(64 * KiB)), Numbers.Ratio),
        new($"All threads vs one, input from 8 MiB, {PoolEngines.AnyShape}",
            null, AtLeast(1.6), ThreadsToOne(scaling => scaling.Kernel), Numbers.Ratio),
        new("All threads vs one, input from 8 MiB, the limit", null, null, ThreadsToOne(scaling => scaling.Limit), Numbers.Ratio),
        new("Dispatcher over the direct call, configuration kept", null, AtMost(30e-9), OverDirect(calls => calls.Dispatched), Numbers.Time),
        new("Dispatcher over the direct call, after Find", null, AtMost(5e-9), OverDirect(calls => calls.Found), Numbers.Time),
        new("Dispatcher, allocated by a call", null, AtMost(0), Allocated, Numbers.Bytes),
        Against(PoolEngines.Fallback, "both layouts", All),
        Against(PoolEngines.ScalarLoop, "both layouts", All),
        Against(TensorPrimitivesEngine.EngineName, "both layouts", All),
        Against(OnnxEngine.EngineName, "channels first", ChannelsFirst, PoolEngines.FixedShape),
        Against(OneDnnEngine.EngineName, "channels first", ChannelsFirst, PoolEngines.FixedShape),
        Against(OneDnnEngine.EngineName, "channels last", ChannelsLast, PoolEngines.FixedShape),
    ];

    /// <summary>The figures of a run, as far as it measured what they are made of.</summary>
    public static IReadOnlyList<FigureResult> Of(Measurements measured) =>
        [.. Rows.Select(row => row.Of(measured)).OfType<FigureResult>()];

    /// <summary>The figures of which something is asked and of which the run measured nothing.</summary>
    public static IReadOnlyList<string> Unmeasured(Measurements measured) =>
        [.. Rows.Where(row => (row.Mean ?? row.Worst) is not null && row.Of(measured) is null).Select(row => row.Title)];

    private static bool ChannelsFirstWithout512(Workload workload) => !Vector512.IsHardwareAccelerated && ChannelsFirst(workload);

    private static Figure Against(
        string other, string where, Func<Workload, bool> selected, string engine = PoolEngines.AnyShape, double? mean = null, double? worst = null) =>
        new($"{engine} vs {other}, {where}", Least(mean), Least(worst), Faster(engine, other, selected), Numbers.Ratio);

    private static Figure Share(string title, Func<Workload, bool> selected, double mean, double? worst = null) =>
        new($"Share of the limit, {title}", AtLeast(mean), Least(worst), ShareOfLimit(selected), Numbers.Share);

    private static Bound? Least(double? value) => value is double bound ? AtLeast(bound) : null;
}
