using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>What a call costs when there is next to nothing to compute.</summary>
/// <param name="Subject">What is computed.</param>
/// <param name="Direct">Times of a call of the generated method.</param>
/// <param name="Dispatched">Times of a call through a dispatcher, the configuration kept.</param>
/// <param name="Found">Times of a call of the kernel that a dispatcher found.</param>
/// <param name="Onnx">Times of the same work in ONNX Runtime.</param>
/// <param name="AllocatedBytes">What a call through a dispatcher allocates.</param>
internal sealed record SmallCallTimes(string Subject, Samples Direct, Samples Dispatched, Samples Found, Samples Onnx, double AllocatedBytes);

/// <summary>Times small calls: one plane of 28 × 28, max 2 × 2.</summary>
internal static class SmallCalls
{
    /// <summary>Differences of a few nanoseconds need many rounds, and these are short.</summary>
    private const int Rounds = 101;

    private const int AllocationCalls = 1000;

    /// <summary>Times a direct call, the two ways through a dispatcher, and ONNX Runtime.</summary>
    public static SmallCallTimes Measure()
    {
        Workload workload = new("small", "one small call", PoolConfig.Max(2), new PoolShape(1, 1, 28, 28), IsCore: false);
        using PoolBuffers buffers = new(workload);
        using PreparedPool onnx = new OnnxEngine(threads: 1).Prepare(workload, buffers);
        CallPool dispatched = Dispatched(workload, buffers);
        PreparedPool[] contestants = [Direct(workload, buffers), dispatched, Found(workload, buffers), onnx];
        Warmup.Run(contestants);
        Samples[] times = Comparison.Rounds.Time(contestants, Rounds);
        return new SmallCallTimes($"{workload.Config} on {workload.Shape}", times[0], times[1], times[2], times[3], Allocated(dispatched));
    }

    private static double Allocated(CallPool calls)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        calls.Run(AllocationCalls);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / AllocationCalls;
    }

    private static CallPool Direct(Workload workload, PoolBuffers buffers) => new(times =>
    {
        for (int time = 0; time < times; time++)
            AnyShapePools.Max2x2S2(buffers.Input.Span, buffers.Output.Span, workload.Shape);
    });

    private static CallPool Dispatched(Workload workload, PoolBuffers buffers)
    {
        PoolDispatcher dispatcher = new(AnyShapePools.Kernels);
        PoolConfig config = workload.Config;
        return new CallPool(times =>
        {
            for (int time = 0; time < times; time++)
                dispatcher.Run(config, workload.Shape, (ReadOnlySpan<float>)buffers.Input.Span, buffers.Output.Span);
        });
    }

    private static CallPool Found(Workload workload, PoolBuffers buffers)
    {
        PoolKernel<float> kernel = new PoolDispatcher(AnyShapePools.Kernels).Find<float>(workload.Config, workload.Shape);
        return new CallPool(times =>
        {
            for (int time = 0; time < times; time++)
                kernel.Run(buffers.Input.Span, buffers.Output.Span, workload.Shape);
        });
    }
}
