using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>Checks the kernels of a workload: against the fallback on any numbers, against ONNX Runtime on finite ones.</summary>
internal static class KernelCheck
{
    private static readonly DispatcherEngine Fallback = new DispatcherEngine(PoolEngines.Fallback, [], threads: 1);
    private static readonly OnnxEngine Onnx = new OnnxEngine(threads: 1);

    private static readonly float[] SpecialValues =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue,
    ];

    /// <summary>Checks the engines on one workload.</summary>
    /// <param name="workload">What to pool.</param>
    /// <param name="engines">The engines that owe the same results as the fallback.</param>
    /// <exception cref="DisagreementException">A result differs.</exception>
    public static void Run(Workload workload, IReadOnlyList<IPoolEngine> engines)
    {
        using PoolBuffers buffers = new(workload);
        float[] expected = Results(Fallback, workload, buffers);
        foreach (IPoolEngine engine in engines)
            Agreement.Same(workload, engine.Name, Fallback.Name, expected, Results(engine, workload, buffers));
        CheckOnnx(workload, buffers, expected);

        Sprinkle(buffers.Input.Span);
        expected = Results(Fallback, workload, buffers);
        foreach (IPoolEngine engine in engines)
            Agreement.Same(workload, engine.Name, Fallback.Name, expected, Results(engine, workload, buffers));
    }

    private static void CheckOnnx(Workload workload, PoolBuffers buffers, float[] expected)
    {
        float[] found = workload.Config.Layout == PoolLayout.ChannelsFirst ? Results(Onnx, workload, buffers) : ReorderedOnnx(workload, buffers);
        float[] magnitudes = workload.Config.Mode == PoolMode.Average ? Magnitudes(workload, buffers) : [];
        Agreement.Close(workload, Fallback.Name, Onnx.Name, found, magnitudes, expected);
    }

    private static float[] ReorderedOnnx(Workload workload, PoolBuffers buffers)
    {
        using PoolBuffers reordered = new(workload);
        LayoutOrder.ToChannelsFirst(workload.Shape, buffers.Input.Span, reordered.Input.Span);
        float[] channelsFirst = Results(Onnx, workload, reordered);
        float[] channelsLast = new float[channelsFirst.Length];
        LayoutOrder.ToChannelsLast(workload.OutputShape, channelsFirst, channelsLast);
        return channelsLast;
    }

    /// <summary>The mean magnitude of each window.</summary>
    private static float[] Magnitudes(Workload workload, PoolBuffers buffers)
    {
        using PoolBuffers magnitudes = new(workload);
        for (int index = 0; index < buffers.Input.Length; index++)
            magnitudes.Input.Span[index] = Math.Abs(buffers.Input.Span[index]);
        return Results(Fallback, workload, magnitudes);
    }

    private static float[] Results(IPoolEngine engine, Workload workload, PoolBuffers buffers)
    {
        // What no engine writes must not look like a result of the engine before.
        buffers.Output.Span.Fill(float.MinValue);
        using PreparedPool prepared = engine.Prepare(workload, buffers);
        prepared.Run(1);
        return buffers.Output.Span.ToArray();
    }

    /// <summary>Puts special values at about one place in a hundred.</summary>
    private static void Sprinkle(Span<float> values)
    {
        Random random = new(values.Length);
        for (int index = random.Next(200); index < values.Length; index += 1 + random.Next(200))
            values[index] = SpecialValues[random.Next(SpecialValues.Length)];
    }
}
