using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines.OneDnn;

/// <summary>A workload in oneDNN's terms: sizes in the order batch, channels, spatial axes, whatever the layout.</summary>
internal readonly struct OneDnnPooling
{
    // The values of dnnl_alg_kind_t, the same in versions 2 and 3.
    private const int Max = 0x1ff;
    private const int AverageIncludePadding = 0x2ff;
    private const int AverageExcludePadding = 0x3ff;

    private OneDnnPooling(int algorithm, Workload workload)
    {
        IReadOnlyList<PoolAxis> axes = workload.Axes;
        Algorithm = algorithm;
        Window = [.. axes.Select(axis => (long)axis.Window)];
        Stride = [.. axes.Select(axis => (long)axis.Stride)];
        Dilation = [.. axes.Select(axis => axis.Dilation - 1L)];
        PaddingBefore = [.. axes.Select(axis => (long)axis.PaddingBefore)];
        PaddingAfter = PaddingsToEnd(workload);
    }

    public int Algorithm { get; }

    public long[] Window { get; }

    public long[] Stride { get; }

    /// <summary>Elements between two taps: 0 without dilation.</summary>
    public long[] Dilation { get; }

    public long[] PaddingBefore { get; }

    public long[] PaddingAfter { get; }

    /// <summary>The pooling, or null where oneDNN has none with the same divisors.</summary>
    public static OneDnnPooling? Of(Workload workload) =>
        AlgorithmOf(workload) is int algorithm ? new OneDnnPooling(algorithm, workload) : null;

    /// <summary>Elements from one place of an axis to the next, in the order of the sizes.</summary>
    public static long[] Strides(long[] sizes, PoolLayout layout)
    {
        // Channels last: the spatial axes stand where they stood, a pixel's channels apart.
        long[] strides = new long[sizes.Length];
        bool last = layout == PoolLayout.ChannelsLast;
        long step = last ? sizes[1] : 1;
        for (int axis = sizes.Length - 1; axis >= 2; axis--)
        {
            strides[axis] = step;
            step *= sizes[axis];
        }

        strides[1] = last ? 1 : step;
        strides[0] = last ? step : step * sizes[1];
        return strides;
    }

    private static int? AlgorithmOf(Workload workload)
    {
        PoolConfig config = workload.Config;
        if (config.Mode == PoolMode.Max)
            return Max;
        if (config.DivisorOverride is not null)
            return null;
        if (!config.CountIncludePad)
            return AverageExcludePadding;

        // What ceil mode adds beyond the padding counts in oneDNN's divisor with padding, and must not.
        bool overhangs = PaddingsToEnd(workload).Zip(workload.Axes).Any(end => end.First > end.Second.PaddingAfter);
        if (!overhangs)
            return AverageIncludePadding;
        return config.IsPadded ? null : AverageExcludePadding;
    }

    /// <summary>oneDNN has no ceil mode: there the padding ends where the last window does.</summary>
    private static long[] PaddingsToEnd(Workload workload)
    {
        long[] sizes = workload.Sizes(workload.Shape), windows = workload.Sizes(workload.OutputShape);
        return [.. workload.Axes.Select((axis, index) => workload.Config.CeilMode
            ? ((windows[index + 2] - 1) * axis.Stride) + axis.EffectiveWindow - sizes[index + 2] - axis.PaddingBefore
            : axis.PaddingAfter)];
    }
}
