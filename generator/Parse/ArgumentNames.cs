namespace PoolGen.Generator.Parse;

/// <summary>The names of the attribute's arguments: an argument's own, and that of the one that stands for both axes or all sides.</summary>
internal static class ArgumentNames
{
    /// <summary>Stands for the type argument of the generic form.</summary>
    public const string TypeArgument = "T";

    public const string Mode = "mode";
    public const string Padding = nameof(Padding);
    public const string Dilation = nameof(Dilation);
    public const string CeilMode = nameof(CeilMode);
    public const string CountIncludePad = nameof(CountIncludePad);
    public const string DivisorOverride = nameof(DivisorOverride);
    public const string AllowReassociation = nameof(AllowReassociation);
    public const string Rounding = nameof(Rounding);
    public const string Layout = nameof(Layout);
    public const string Name = nameof(Name);

    /// <summary>The sides that <see cref="Padding"/> stands for.</summary>
    public static readonly string[] PaddingSides = ["PaddingTop", "PaddingBottom", "PaddingLeft", "PaddingRight"];

    /// <summary>The axes that <see cref="Dilation"/> stands for.</summary>
    public static readonly string[] DilationAxes = ["DilationHeight", "DilationWidth"];

    /// <summary>The names under which an argument of a configuration can be stated.</summary>
    public static string[] Of(PoolArgument argument) => argument switch
    {
        PoolArgument.Mode => [Mode],
        PoolArgument.WindowHeight => ["windowHeight", "window"],
        PoolArgument.WindowWidth => ["windowWidth", "window"],
        PoolArgument.StrideHeight => ["strideHeight", "stride"],
        PoolArgument.StrideWidth => ["strideWidth", "stride"],
        PoolArgument.PaddingTop or PoolArgument.PaddingBottom or PoolArgument.PaddingLeft or PoolArgument.PaddingRight =>
            [argument.ToString(), Padding],
        PoolArgument.DilationHeight or PoolArgument.DilationWidth => [argument.ToString(), Dilation],
        _ => [argument.ToString()],
    };
}
