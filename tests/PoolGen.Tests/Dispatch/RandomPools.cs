using CsCheck;
using PoolGen.Tests.Support;

namespace PoolGen.Tests.Dispatch;

/// <summary>Random configurations and shapes.</summary>
internal static class RandomPools
{
    /// <summary>An axis with small numbers; every fourth or so has no padding, and every fourth the one that follows from the size.</summary>
    public static readonly Gen<PoolAxis> Axis =
        from window in Gen.Int[1, 5]
        from stride in Gen.Int[1, 4]
        from dilation in Gen.Int[1, 3]
        let most = (window - 1) * dilation
        from padded in Gen.Bool
        from before in Gen.Int[0, padded ? most : 0]
        from after in Gen.Int[0, padded ? most : 0]
        from automatic in Gen.Frequency((6, Gen.Const(0)), (1, Gen.Const(1)), (1, Gen.Const(2)))
        select automatic == 0
            ? new PoolAxis(window, stride) { Dilation = dilation, PaddingBefore = before, PaddingAfter = after }
            : new PoolAxis(window, stride) { Dilation = dilation, AutoPadding = (PoolAutoPadding)automatic };

    /// <summary>An axis with a number of outputs, or one in eight left as it is.</summary>
    public static readonly Gen<PoolAxis> AdaptiveAxis = Gen.Frequency((7, Gen.Int[1, 12].Select(PoolAxis.Adaptive)), (1, Gen.Const(default(PoolAxis))));

    /// <summary>Activations: half of the time none, and bounds that all element types have.</summary>
    public static readonly Gen<(PoolActivation Activation, PoolStage Stage, double? Lowest, double? Largest)> Activation =
        from kind in Gen.Frequency((3, Gen.Const(PoolActivation.None)), (1, Gen.Const(PoolActivation.Relu)), (2, Gen.Const(PoolActivation.Clamp)))
        from stage in Gen.Int[0, 1]
        from lowest in Gen.OneOf(new double?[] { null, -3, 0, 2, -300 })
        from largest in Gen.OneOf(new double?[] { 3, 6, 200, 70_000, double.PositiveInfinity })
        select (kind, (PoolStage)stage, lowest, largest);

    /// <summary>Options of every kind.</summary>
    public static readonly Gen<PoolOptions> Options =
        from layout in Gen.Int[0, 1]
        from ceil in Gen.Bool
        from include in Gen.Bool
        from divisor in Gen.OneOf(new int?[] { null, null, null, -3, 1, 7, int.MaxValue, int.MinValue })
        from reassociate in Gen.Bool
        from rounding in Gen.Int[0, 2]
        from norm in Gen.OneOf(new[] { 1f, 1.5f, 2f, 3f, 4f, 5f, 8f, 9f, float.PositiveInfinity })
        from activation in Activation
        select new PoolOptions
        {
            Layout = (PoolLayout)layout,
            CeilMode = ceil,
            CountIncludePad = include,
            DivisorOverride = divisor,
            AllowReassociation = reassociate,
            Rounding = (PoolRounding)rounding,
            Norm = norm,
            Activation = activation.Activation,
            ActivationStage = activation.Stage,
            ClampLowest = activation.Lowest,
            ClampLargest = activation.Largest,
        };

    /// <summary>Pooling of any mode along one, two or three axes; every other configuration along two.</summary>
    public static readonly Gen<PoolConfig> Sliding =
        from mode in Gen.Enum<PoolMode>()
        from rank in Gen.Frequency((1, Gen.Const(1)), (2, Gen.Const(2)), (1, Gen.Const(3)))
        from depth in Axis
        from height in Axis
        from width in Axis
        from options in Options
        select PoolConfig.Create(mode, rank > 2 ? depth : default, rank > 1 ? height : default, width, options);

    /// <summary>Adaptive pooling of any mode along one, two or three axes, and now and then beside an axis with a window.</summary>
    public static readonly Gen<PoolConfig> Adaptive =
        from mode in Gen.Enum<PoolMode>()
        from rank in Gen.Int[1, 3]
        from depth in AdaptiveAxis
        from height in Gen.Frequency((5, AdaptiveAxis), (1, Axis))
        from width in AdaptiveAxis
        from options in Options
        select PoolConfig.Create(mode, rank > 2 ? depth : default, rank > 1 ? height : default, width, options);

    /// <summary>Pooling of every kind.</summary>
    public static readonly Gen<PoolConfig> Config = Gen.Frequency((4, Sliding), (1, Adaptive));

    /// <summary>A shape with widths and channels around every vector width; every third has a depth.</summary>
    public static readonly Gen<PoolShape> Shape =
        from batch in Gen.Int[0, 2]
        from channels in Gen.Int[1, 37]
        from depth in Gen.Frequency((2, Gen.Const(1)), (1, Gen.Int[2, 5]))
        from height in Gen.Int[1, 9]
        from width in Gen.Int[1, 37]
        select new PoolShape(batch, channels, depth, height, width);

    /// <summary>Whether the configuration says all that elements of the type need.</summary>
    public static bool Fits(PoolConfig config, Type element) =>
        !ElementTypes.AreWhole(element) || (config.Mode == PoolMode.Average ? config.Rounding is not null : config.Mode != PoolMode.Lp);
}
