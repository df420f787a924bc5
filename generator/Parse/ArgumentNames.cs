namespace PoolGen.Generator.Parse;

/// <summary>The names of the attribute's arguments: an argument's own, and that of the one that stands for every axis of a rank or all their sides.</summary>
internal static class ArgumentNames
{
    /// <summary>Stands for the type argument of the generic form.</summary>
    public const string TypeArgument = "T";

    public const string Rank = "rank";
    public const string Mode = "mode";
    public const string Padding = nameof(Padding);
    public const string AutoPadding = nameof(AutoPadding);
    public const string Dilation = nameof(Dilation);
    public const string CeilMode = nameof(CeilMode);
    public const string CountIncludePad = nameof(CountIncludePad);
    public const string DivisorOverride = nameof(DivisorOverride);
    public const string AllowReassociation = nameof(AllowReassociation);
    public const string Rounding = nameof(Rounding);
    public const string Norm = nameof(Norm);
    public const string Activation = nameof(Activation);
    public const string ActivationStage = nameof(ActivationStage);
    public const string ClampLowest = nameof(ClampLowest);
    public const string ClampLargest = nameof(ClampLargest);
    public const string InputScale = nameof(InputScale);
    public const string InputZeroPoint = nameof(InputZeroPoint);
    public const string OutputScale = nameof(OutputScale);
    public const string OutputZeroPoint = nameof(OutputZeroPoint);
    public const string Layout = nameof(Layout);
    public const string Name = nameof(Name);
    public const string Indices = nameof(Indices);
    public const string IndexType = nameof(IndexType);
    public const string Unpool = nameof(Unpool);
    public const string Backward = nameof(Backward);
    public const string IncludeInput = nameof(IncludeInput);

    /// <summary>The sides that <see cref="Padding"/> stands for.</summary>
    public static readonly string[] PaddingSides = ["PaddingFront", "PaddingBack", "PaddingTop", "PaddingBottom", "PaddingLeft", "PaddingRight"];

    /// <summary>The axes that <see cref="Dilation"/> stands for.</summary>
    public static readonly string[] DilationAxes = ["DilationDepth", "DilationHeight", "DilationWidth"];

    /// <summary>The names under which an argument of a configuration of some rank can be stated.</summary>
    public static string[] Of(PoolArgument argument, PoolRank rank) => argument switch
    {
        PoolArgument.Rank => [Rank],
        PoolArgument.Mode => [Mode],
        PoolArgument.Windows => ["windows"],
        PoolArgument.OutputDepth => ["outputDepth"],
        PoolArgument.OutputHeight => ["outputHeight"],
        PoolArgument.OutputWidth => ["outputWidth"],
        PoolArgument.WindowDepth => Uniform("windowDepth", "window", rank >= PoolRank.Volume),
        PoolArgument.WindowHeight => Uniform("windowHeight", "window", rank >= PoolRank.Plane),
        PoolArgument.WindowWidth => Uniform("windowWidth", "window", applies: true),
        PoolArgument.StrideDepth => Uniform("strideDepth", "stride", rank >= PoolRank.Volume),
        PoolArgument.StrideHeight => Uniform("strideHeight", "stride", rank >= PoolRank.Plane),
        PoolArgument.StrideWidth => Uniform("strideWidth", "stride", applies: true),
        PoolArgument.PaddingFront or PoolArgument.PaddingBack => Uniform(argument.ToString(), Padding, rank >= PoolRank.Volume),
        PoolArgument.PaddingTop or PoolArgument.PaddingBottom => Uniform(argument.ToString(), Padding, rank >= PoolRank.Plane),
        PoolArgument.PaddingLeft or PoolArgument.PaddingRight => Uniform(argument.ToString(), Padding, applies: true),
        PoolArgument.DilationDepth => Uniform(argument.ToString(), Dilation, rank >= PoolRank.Volume),
        PoolArgument.DilationHeight => Uniform(argument.ToString(), Dilation, rank >= PoolRank.Plane),
        PoolArgument.DilationWidth => Uniform(argument.ToString(), Dilation, applies: true),
        _ => [argument.ToString()],
    };

    private static string[] Uniform(string own, string uniform, bool applies) => applies ? [own, uniform] : [own];
}
