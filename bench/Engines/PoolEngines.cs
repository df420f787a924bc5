using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>The engines of the comparison.</summary>
internal static class PoolEngines
{
    public const string AnyShape = "Any shape";
    public const string FixedShape = "Fixed shape";
    public const string Fallback = "Fallback";

    /// <summary>The engines that owe the same results as the fallback.</summary>
    public static IReadOnlyList<IPoolEngine> SameResults { get; } =
    [
        new KernelEngine(AnyShape, WorkloadKernels.AnyShape), new KernelEngine(FixedShape, WorkloadKernels.FixedShape), new ScalarEngine(),
    ];

    /// <summary>The engines to time, each limited to the given number of threads; the scalar loop always has one.</summary>
    public static IReadOnlyList<IPoolEngine> All(int threads) =>
    [
        threads == 1 ? new KernelEngine(AnyShape, WorkloadKernels.AnyShape) : new DispatcherEngine(AnyShape, AnyShapePools.Kernels, threads),
        threads == 1 ? new KernelEngine(FixedShape, WorkloadKernels.FixedShape) : new DispatcherEngine(FixedShape, FixedShapePools.Kernels, threads),
        new DispatcherEngine(Fallback, [], threads),
        new ScalarEngine(),
        new OnnxEngine(threads),
    ];
}
