using System.Diagnostics;
using PoolGen.Bench.Engines.OneDnn;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>The engines of the comparison.</summary>
internal static class PoolEngines
{
    public const string AnyShape = "Any shape";
    public const string FixedShape = "Fixed shape";
    public const string OverFloat = "Any shape over float";
    public const string Fallback = "Fallback";
    public const string ScalarLoop = "Scalar loop";
    public const string TorchFirst = "PyTorch";
    public const string TorchLast = "PyTorch channels last";

    /// <summary>The engines to time, each limited to the given number of threads; what is composed here always has one.</summary>
    /// <param name="threads">Threads of each engine.</param>
    /// <param name="report">Hears why an engine is left out.</param>
    public static IReadOnlyList<IPoolEngine> All(int threads, Action<string> report)
    {
        List<IPoolEngine> engines =
        [
            Generated(AnyShape, WorkloadKernels.AnyShape, AnyShapePools.Kernels, threads),
            Generated(FixedShape, WorkloadKernels.FixedShape, FixedShapePools.Kernels, threads),
            new DispatcherEngine(Fallback, [], threads),
            new ScalarEngine(),
            new TensorPrimitivesEngine(),
            new OnnxEngine(threads),
        ];
        AddOneDnn(engines, threads, report);
        AddTorch(engines, threads, report);
        return engines;
    }

    private static IPoolEngine Generated(string name, Func<Workload, PoolKernel> find, IReadOnlyList<PoolKernel> kernels, int threads) =>
        threads == 1 ? new KernelEngine(name, find) : new DispatcherEngine(name, kernels, threads);

    private static void AddOneDnn(List<IPoolEngine> engines, int threads, Action<string> report)
    {
        if (OneDnnLibrary.Load(threads, out string refusal) is OneDnnLibrary library)
            engines.Add(new OneDnnEngine(library));
        else
            report($"oneDNN is left out: {refusal}");
    }

    [Conditional("TORCH")]
    private static void AddTorch(List<IPoolEngine> engines, int threads, Action<string> report)
    {
#if TORCH
        if (TorchEngine.Refusal(threads) is string refusal)
            report($"TorchSharp is left out, its native library does not load: {refusal}");
        else
            engines.AddRange([new TorchEngine(PoolLayout.ChannelsFirst), new TorchEngine(PoolLayout.ChannelsLast)]);
#endif
    }
}
