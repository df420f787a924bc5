namespace PoolGen;

/// <summary>What a configuration does beside pooling, in the same pass; none at all is null.</summary>
internal sealed record PoolFusion
{
    /// <summary>The lowest number that stays as it is; negative infinity for every one.</summary>
    public double Lowest { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number that stays as it is; infinity for every one.</summary>
    public double Largest { get; init; } = double.PositiveInfinity;

    /// <summary>When numbers are clamped.</summary>
    public PoolStage Stage { get; init; }

    /// <summary>What bytes stand for, or null.</summary>
    public PoolQuantization? Quantization { get; init; }

    /// <summary>Whether anything is clamped.</summary>
    public bool Clamps => HasLowest || HasLargest;

    /// <summary>Whether numbers are clamped from below.</summary>
    public bool HasLowest => !double.IsNegativeInfinity(Lowest);

    /// <summary>Whether numbers are clamped from above.</summary>
    public bool HasLargest => !double.IsPositiveInfinity(Largest);

    /// <summary>Whether taps are clamped.</summary>
    public bool ClampsTaps => Clamps && Stage == PoolStage.Before;

    /// <summary>What the options of a valid configuration ask for, or null: options without effect are left out.</summary>
    public static PoolFusion? Of(PoolMode mode, PoolOptions options)
    {
        if (options.Activation == PoolActivation.None && options.Quantization is null)
            return null;
        PoolModeOptions has = PoolModeOptions.Of(mode);
        bool relu = options.Activation == PoolActivation.Relu, clamps = options.Activation == PoolActivation.Clamp;

        // A clamped maximum is the maximum of clamped taps; +0 is added so that no bound is -0.
        PoolFusion fusion = new()
        {
            Lowest = relu ? 0 : clamps ? (options.ClampLowest ?? double.NegativeInfinity) + 0.0 : double.NegativeInfinity,
            Largest = clamps ? (options.ClampLargest ?? double.PositiveInfinity) + 0.0 : double.PositiveInfinity,
            Stage = has.KeepsTap || options.Activation == PoolActivation.None ? PoolStage.After : options.ActivationStage,
            Quantization = has.Divides ? options.Quantization : null,
        };
        return fusion.Clamps || fusion.Quantization is not null ? fusion : null;
    }
}
