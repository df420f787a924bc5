using System.Runtime.InteropServices;
using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>
/// Checks engines on a workload against the generic fallback: all of them on finite numbers, and those that owe the same bits also on
/// numbers with NaN, infinities and signed zeros among them.
/// </summary>
internal static class KernelCheck
{
    private static readonly DispatcherEngine Reference = new DispatcherEngine(PoolEngines.Fallback, [], threads: 1);

    private static readonly float[] SpecialValues =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue,
    ];

    /// <summary>Checks the engines that can run the workload.</summary>
    /// <exception cref="DisagreementException">A result differs.</exception>
    public static void Run(Workload workload, IReadOnlyList<IPoolEngine> engines)
    {
        if (workload.Element != typeof(float))
        {
            RunBytes(workload, engines);
            return;
        }

        using PoolBuffers buffers = new(workload);
        IPoolEngine[] able = [.. engines.Where(engine => engine.CanRun(workload))];
        float[] expected = Results(Reference, workload, buffers);
        float[] magnitudes = workload.Config.Mode == PoolMode.Average ? Magnitudes(workload, buffers) : [];
        foreach (IPoolEngine engine in able)
        {
            float[] found = Results(engine, workload, buffers);
            if (engine.IsExact)
                Agreement.Same(workload, engine.Name, Reference.Name, expected, found);
            else
                Agreement.Close(workload, engine.Name, Reference.Name, expected, magnitudes, found);
        }

        Sprinkle(buffers.Input.Span);
        expected = Results(Reference, workload, buffers);
        foreach (IPoolEngine engine in able.Where(engine => engine.IsExact))
            Agreement.Same(workload, engine.Name, Reference.Name, expected, Results(engine, workload, buffers));
    }

    /// <summary>Maxima over other elements, on finite numbers without a zero of either sign, are the same to the byte in every engine.</summary>
    private static void RunBytes(Workload workload, IReadOnlyList<IPoolEngine> engines)
    {
        using PoolBuffers buffers = new(workload);
        byte[] expected = Bytes(Reference, workload, buffers);
        foreach (IPoolEngine engine in engines.Where(engine => engine.CanRun(workload) && engine.Layout(workload) == workload.Config.Layout))
        {
            byte[] found = Bytes(engine, workload, buffers);
            int wrong = expected.AsSpan().CommonPrefixLength(found);
            if (wrong < expected.Length)
                throw new DisagreementException(workload, engine.Name, Reference.Name, wrong / workload.ElementSize, expected[wrong], found[wrong]);
        }
    }

    private static byte[] Bytes(IPoolEngine engine, Workload workload, PoolBuffers buffers)
    {
        buffers.Output.Span.Fill(float.MinValue);
        using PreparedPool prepared = engine.Prepare(workload, buffers);
        prepared.RunIntoOutput();
        return MemoryMarshal.AsBytes(buffers.Output.Span).ToArray();
    }

    /// <summary>The mean magnitude of each window.</summary>
    private static float[] Magnitudes(Workload workload, PoolBuffers buffers)
    {
        using PoolBuffers magnitudes = new(workload);
        for (int index = 0; index < buffers.Input.Length; index++)
            magnitudes.Input.Span[index] = Math.Abs(buffers.Input.Span[index]);
        return Results(Reference, workload, magnitudes);
    }

    /// <summary>What an engine computes, in the workload's layout.</summary>
    private static float[] Results(IPoolEngine engine, Workload workload, PoolBuffers buffers) =>
        engine.Layout(workload) == workload.Config.Layout ? Run(engine, workload, buffers) : RunReordered(engine, workload, buffers);

    private static float[] RunReordered(IPoolEngine engine, Workload workload, PoolBuffers buffers)
    {
        using PoolBuffers reordered = new(workload);
        LayoutOrder.Copy(workload.Shape, workload.Config.Layout, buffers.Input.Span, engine.Layout(workload), reordered.Input.Span);
        float[] found = Run(engine, workload, reordered);
        float[] results = new float[found.Length];
        LayoutOrder.Copy(workload.OutputShape, engine.Layout(workload), found, workload.Config.Layout, results);
        return results;
    }

    private static float[] Run(IPoolEngine engine, Workload workload, PoolBuffers buffers)
    {
        // What no engine writes must not look like a result of the engine before.
        buffers.Output.Span.Fill(float.MinValue);
        using PreparedPool prepared = engine.Prepare(workload, buffers);
        prepared.RunIntoOutput();
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
