namespace PoolGen.Bench.Engines.OneDnn;

/// <summary>A configuration on a shape in oneDNN's terms: sizes in the order batch, channels, height, width, whatever the layout.</summary>
internal readonly struct OneDnnPooling
{
    // The values of dnnl_alg_kind_t, the same in versions 2 and 3.
    private const int Max = 0x1ff;
    private const int AverageIncludePadding = 0x2ff;
    private const int AverageExcludePadding = 0x3ff;

    private OneDnnPooling(int algorithm, in PoolConfig config, in PoolShape shape, in PoolShape pooled)
    {
        PoolAxis height = config.Height, width = config.Width;
        Algorithm = algorithm;
        Window = [height.Window, width.Window];
        Stride = [height.Stride, width.Stride];
        Dilation = [height.Dilation - 1, width.Dilation - 1];
        PaddingBefore = [height.PaddingBefore, width.PaddingBefore];
        PaddingAfter = [PaddingToEnd(height, shape.Height, pooled.Height, config), PaddingToEnd(width, shape.Width, pooled.Width, config)];
    }

    public int Algorithm { get; }

    public long[] Window { get; }

    public long[] Stride { get; }

    /// <summary>Elements between two taps: 0 without dilation.</summary>
    public long[] Dilation { get; }

    public long[] PaddingBefore { get; }

    public long[] PaddingAfter { get; }

    /// <summary>The pooling, or null where oneDNN has none with the same divisors.</summary>
    public static OneDnnPooling? Of(in PoolConfig config, in PoolShape shape, in PoolShape pooled) =>
        AlgorithmOf(config, shape, pooled) is int algorithm ? new OneDnnPooling(algorithm, config, shape, pooled) : null;

    public static long[] Sizes(in PoolShape shape) => [shape.Batch, shape.Channels, shape.Height, shape.Width];

    public static long[] Strides(in PoolShape shape, PoolLayout layout)
    {
        long plane = (long)shape.Height * shape.Width;
        return layout == PoolLayout.ChannelsFirst
            ? [plane * shape.Channels, plane, shape.Width, 1]
            : [plane * shape.Channels, 1, (long)shape.Width * shape.Channels, shape.Channels];
    }

    private static int? AlgorithmOf(in PoolConfig config, in PoolShape shape, in PoolShape pooled)
    {
        if (config.Mode == PoolMode.Max)
            return Max;
        if (config.DivisorOverride is not null)
            return null;
        if (!config.CountIncludePad)
            return AverageExcludePadding;

        // What ceil mode adds beyond the padding counts in oneDNN's divisor with padding, and must not.
        bool overhangs = PaddingToEnd(config.Height, shape.Height, pooled.Height, config) > config.Height.PaddingAfter
            || PaddingToEnd(config.Width, shape.Width, pooled.Width, config) > config.Width.PaddingAfter;
        if (!overhangs)
            return AverageIncludePadding;
        return config.IsPadded ? null : AverageExcludePadding;
    }

    /// <summary>oneDNN has no ceil mode: there the padding ends where the last window does.</summary>
    private static long PaddingToEnd(PoolAxis axis, int size, int windows, in PoolConfig config) => config.CeilMode
        ? ((windows - 1L) * axis.Stride) + axis.EffectiveWindow - size - axis.PaddingBefore
        : axis.PaddingAfter;
}
