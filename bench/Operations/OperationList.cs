using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Operations;

/// <summary>The operations that the full comparison times.</summary>
internal static class OperationList
{
    private static readonly Workload Vgg = Row("V1", PoolConfig.Max(2), 64, 224, 224);
    private static readonly Workload VggAverage = Row("V1-average", PoolConfig.Average(2), 64, 224, 224);
    private static readonly Workload Stem = Row("R1", PoolConfig.Max(3, stride: 2, padding: 1), 64, 112, 112);
    private static readonly Workload SegNet = Row("N1", PoolConfig.Max(2), 64, 360, 480);

    /// <summary>Every operation, by what its name and words hold.</summary>
    public static IReadOnlyList<(string Words, Func<OperationWork> Make)> All { get; } =
    [
        ("V1 indices", () => new IndicesWork(Vgg)),
        ("R1 indices", () => new IndicesWork(Stem)),
        ("N1 indices SegNet", () => new IndicesWork(SegNet)),
        ("N1 unpool SegNet", () => new UnpoolWork(SegNet)),
        ("V1 backward max", () => new BackwardWork(Vgg)),
        ("V1 backward average", () => new BackwardWork(VggAverage)),
    ];

    private static Workload Row(string id, PoolConfig config, int channels, int height, int width) =>
        new(id, "", config, new PoolShape(1, channels, height, width), IsCore: false);
}
