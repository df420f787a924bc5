using PoolGen.Bench.Comparison;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Report;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.MainJob;

/// <summary>What a call costs when there is next to nothing to compute: one plane of 28 × 28, max 2 × 2.</summary>
internal static class SmallCalls
{
    /// <summary>Times a direct call, the two ways through a dispatcher, and ONNX Runtime; returns one line for each finding.</summary>
    public static IReadOnlyList<string> Measure(int rounds)
    {
        Workload workload = new("small", "one small call", PoolConfig.Max(2), new PoolShape(1, 1, 28, 28), IsCore: false);
        using PoolBuffers buffers = new(workload);
        using PreparedPool onnx = new OnnxEngine(threads: 1).Prepare(workload, buffers);
        PreparedPool[] contestants = [Direct(workload, buffers), Dispatched(workload, buffers), Found(workload, buffers), onnx];
        Warmup.Run(contestants);
        double[] seconds = [.. Rounds.Time(contestants, rounds).Select(samples => samples.Median)];
        double direct = seconds[0];
        return
        [
            $"Direct call of {workload.Config} on {workload.Shape}: {Figures.Time(direct)}; "
                + $"{OnnxEngine.EngineName} {Figures.Time(seconds[3])}, {Figures.Ratio(seconds[3] / direct)} as long",
            $"Through a dispatcher: {Overhead(seconds[1] - direct)} more by configuration, {Overhead(seconds[2] - direct)} more after Find",
        ];
    }

    private static string Overhead(double seconds) => Figures.Text($"{seconds * 1e9:0.0} ns");

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
