using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Operations;

/// <summary>The operations that the full comparison times.</summary>
internal static class OperationList
{
    private static readonly Workload Vgg = Row("V1", PoolConfig.Max(2), 64, 224, 224);
    private static readonly Workload VggAverage = Row("V1-average", PoolConfig.Average(2), 64, 224, 224);
    private static readonly Workload Stem = Row("R1", PoolConfig.Max(3, stride: 2, padding: 1), 64, 112, 112);
    private static readonly Workload VggLast = Row("V1-last", PoolConfig.Max(2, layout: PoolLayout.ChannelsLast), 64, 224, 224);
    private static readonly Workload Inception = Row("G5", PoolConfig.Max(3, stride: 1, padding: 1), 192, 28, 28);
    private static readonly PoolShape Spp = new(1, 512, 20, 20);
    private static readonly Workload SegNet = Row("N1", PoolConfig.Max(2), 64, 360, 480);

    /// <summary>Every operation, by what its name and words hold.</summary>
    public static IReadOnlyList<(string Words, Func<OperationWork> Make)> All { get; } =
    [
        ("V1 indices", () => new IndicesWork(Vgg)),
        ("R1 indices", () => new IndicesWork(Stem)),
        ("G5 indices", () => new IndicesWork(Inception)),
        ("N1 indices SegNet", () => new IndicesWork(SegNet)),
        ("N1 unpool SegNet", () => new UnpoolWork(SegNet)),
        ("V1 backward max", () => new BackwardWork(Vgg)),
        ("V1 backward average", () => new BackwardWork(VggAverage)),
        ("Y1-512 pyramid YOLO", () => new PyramidWork("Y1-512", Spp, PoolLayout.ChannelsFirst)),
        ("Y1-512-last pyramid YOLO", () => new PyramidWork("Y1-512-last", Spp, PoolLayout.ChannelsLast)),
        ("V1 max and average", () => new MaxAverageWork(Vgg)),
        ("V1-last max and average", () => new MaxAverageWork(VggLast)),
    ];

    private static Workload Row(string id, PoolConfig config, int channels, int height, int width) =>
        new(id, "", config, new PoolShape(1, channels, height, width), IsCore: false);
}
