namespace PoolGen;

/// <summary>The options of a pooling configuration that belong to no single axis. Unset options have PyTorch's defaults.</summary>
public sealed record PoolOptions
{
    /// <summary>Channels first, floor mode, padding counted in averages, no divisor override, exact sums.</summary>
    public static PoolOptions Default { get; } = new();

    /// <summary>The order of the axes in memory.</summary>
    public PoolLayout Layout { get; init; } = PoolLayout.ChannelsFirst;

    /// <summary>Whether a last window that only partly fits still gives an output, as PyTorch's <c>ceil_mode</c>.</summary>
    public bool CeilMode { get; init; }

    /// <summary>Whether padding counts in an average's divisor, as PyTorch's <c>count_include_pad</c>. True when not set.</summary>
    public bool CountIncludePad { get; init; } = true;

    /// <summary>Divides every sum by this number instead of by a count, as PyTorch's <c>divisor_override</c>. Null when not set.</summary>
    public int? DivisorOverride { get; init; }

    /// <summary>Whether sums and averages may be taken in another order than row-major: faster, and equal only within a few units in the last place.</summary>
    public bool AllowReassociation { get; init; }

    /// <summary>How an average of whole numbers is rounded; those need one. Null when not set.</summary>
    public PoolRounding? Rounding { get; init; }

    /// <summary>The exponent of <see cref="PoolMode.Lp"/>, which needs one: at least 1, or infinite. Null when not set.</summary>
    public float? Norm { get; init; }

    /// <summary>What is done to every element before or after pooling, in the same pass. Nothing when not set.</summary>
    public PoolActivation Activation { get; init; }

    /// <summary>When the activation takes place: after pooling when not set. Of a maximum or a minimum both give the same.</summary>
    public PoolStage ActivationStage { get; init; }

    /// <summary>The lowest number of <see cref="PoolActivation.Clamp"/>, rounded to the element type; none when not set.</summary>
    public double? ClampLowest { get; init; }

    /// <summary>The largest number of <see cref="PoolActivation.Clamp"/>, rounded to the element type; none when not set.</summary>
    public double? ClampLargest { get; init; }

    /// <summary>What the bytes of a quantised average stand for; an average of other elements has none. Null when not set.</summary>
    public PoolQuantization? Quantization { get; init; }
}
