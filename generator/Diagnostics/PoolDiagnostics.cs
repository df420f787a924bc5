using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PoolGen.Generator.Diagnostics;

/// <summary>Every rule with its id. Messages are made where the rule is checked, because the run time shares their words.</summary>
internal static class PoolDiagnostics
{
    private const string Words = "{0}";
    private const string Category = "PoolGen";
    private const string Help = "https://github.com/poolgen/poolgen/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor Window = new(
        "POOL001", "Window out of range", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL001.md");

    public static readonly DiagnosticDescriptor Stride = new(
        "POOL002", "Stride out of range", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL002.md");

    public static readonly DiagnosticDescriptor Dilation = new(
        "POOL003", "Dilation out of range", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL003.md");

    public static readonly DiagnosticDescriptor Padding = new(
        "POOL004", "Padding out of range", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL004.md");

    public static readonly DiagnosticDescriptor Divisor = new(
        "POOL005", "Divisor override of zero", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL005.md");

    public static readonly DiagnosticDescriptor Mode = new(
        "POOL006", "Unknown mode", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL006.md");

    public static readonly DiagnosticDescriptor Layout = new(
        "POOL007", "Unknown layout", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL007.md");

    public static readonly DiagnosticDescriptor FixedAxis = new(
        "POOL008", "Fixed size out of range", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL008.md");

    public static readonly DiagnosticDescriptor NoOutput = new(
        "POOL009", "Fixed size gives no output", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL009.md");

    public static readonly DiagnosticDescriptor TooLarge = new(
        "POOL010", "Fixed shape too large", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL010.md");

    public static readonly DiagnosticDescriptor StatedTwice = new(
        "POOL011", "Stated for all and for a part", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL011.md");

    public static readonly DiagnosticDescriptor WithoutEffect = new(
        "POOL012", "Option without effect", Words, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "POOL012.md");

    public static readonly DiagnosticDescriptor CountIncludePadUnstated = new(
        "POOL013", "Padded average without CountIncludePad", Words, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "POOL013.md");

    public static readonly DiagnosticDescriptor ElementType = new(
        "POOL014", "Element type not supported", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL014.md");

    public static readonly DiagnosticDescriptor ElementDisagrees = new(
        "POOL015", "Element type disagrees with the spans", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL015.md");

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "POOL016", "Containing type not partial", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL016.md");

    public static readonly DiagnosticDescriptor FileLocalContainer = new(
        "POOL017", "Containing type local to its file", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL017.md");

    public static readonly DiagnosticDescriptor Signature = new(
        "POOL018", "Signature of a kernel method", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL018.md");

    public static readonly DiagnosticDescriptor SeveralAttributes = new(
        "POOL019", "Several attributes on one method", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL019.md");

    public static readonly DiagnosticDescriptor NotPartialDefinition = new(
        "POOL020", "Method is not a partial method without a body", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL020.md");

    public static readonly DiagnosticDescriptor Name = new(
        "POOL021", "Name not usable", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL021.md");

    public static readonly DiagnosticDescriptor NameTaken = new(
        "POOL022", "Name already taken", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL022.md");

    public static readonly DiagnosticDescriptor SameName = new(
        "POOL023", "One name for two configurations", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL023.md");

    public static readonly DiagnosticDescriptor SameConfiguration = new(
        "POOL024", "Same configuration twice", Words, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "POOL024.md");

    public static readonly DiagnosticDescriptor Overloads = new(
        "POOL025", "Overloads over one element type", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL025.md");

    public static readonly DiagnosticDescriptor ModeUnbound = new(
        "POOL026", "Mode does not bind", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL026.md");

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        "POOL027", "Language version too low", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL027.md");

    public static readonly DiagnosticDescriptor Fallback = new(
        "POOL028", "Computed by generic loops", Words, Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Help + "POOL028.md");

    public static readonly DiagnosticDescriptor Rank = new(
        "POOL029", "Unknown rank", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL029.md");

    public static readonly DiagnosticDescriptor Rounding = new(
        "POOL030", "Rounding of whole numbers", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL030.md");

    public static readonly DiagnosticDescriptor Indices = new(
        "POOL031", "Indices not possible", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL031.md");

    public static readonly DiagnosticDescriptor IndexType = new(
        "POOL032", "Index type not possible", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL032.md");

    public static readonly DiagnosticDescriptor Backward = new(
        "POOL033", "Backward pass without indices", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL033.md");

    public static readonly DiagnosticDescriptor Unpool = new(
        "POOL034", "Unpooling without indices", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL034.md");

    public static readonly DiagnosticDescriptor Gradient = new(
        "POOL035", "Gradient of whole numbers", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL035.md");

    public static readonly DiagnosticDescriptor Norm = new(
        "POOL036", "Norm out of range", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL036.md");

    public static readonly DiagnosticDescriptor NormElements = new(
        "POOL037", "Norm of whole numbers", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL037.md");

    public static readonly DiagnosticDescriptor Activation = new(
        "POOL038", "Activation not possible", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL038.md");

    public static readonly DiagnosticDescriptor Quantization = new(
        "POOL039", "Quantised average not possible", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL039.md");

    public static readonly DiagnosticDescriptor Outputs = new(
        "POOL040", "Number of outputs not possible", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL040.md");

    public static readonly DiagnosticDescriptor Pyramid = new(
        "POOL041", "Windows of a pyramid", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL041.md");

    public static readonly DiagnosticDescriptor BlockOption = new(
        "POOL042", "Option of another kernel", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL042.md");

    public static readonly DiagnosticDescriptor AutoPadding = new(
        "POOL043", "Automatic padding not possible", Words, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "POOL043.md");

    /// <summary>Every rule, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Window, Stride, Dilation, Padding, Divisor, Mode, Layout, FixedAxis, NoOutput, TooLarge, StatedTwice, WithoutEffect,
        CountIncludePadUnstated, ElementType, ElementDisagrees, ContainerNotPartial, FileLocalContainer, Signature, SeveralAttributes,
        NotPartialDefinition, Name, NameTaken, SameName, SameConfiguration, Overloads, ModeUnbound, LanguageVersion, Fallback, Rank,
        Rounding, Indices, IndexType, Backward, Unpool, Gradient, Norm, NormElements, Activation, Quantization, Outputs, Pyramid,
        BlockOption, AutoPadding,
    ];

    /// <summary>The diagnostic of a rule that also holds at run time.</summary>
    public static DiagnosticDescriptor Of(PoolRule rule) => rule switch
    {
        PoolRule.Window => Window,
        PoolRule.Stride => Stride,
        PoolRule.Dilation => Dilation,
        PoolRule.Padding => Padding,
        PoolRule.Outputs => Outputs,
        PoolRule.Pyramid => Pyramid,
        PoolRule.BlockOption => BlockOption,
        PoolRule.AutoPadding => AutoPadding,
        PoolRule.Divisor => Divisor,
        PoolRule.Rounding => Rounding,
        PoolRule.Norm => Norm,
        PoolRule.NormElements => NormElements,
        PoolRule.Activation => Activation,
        PoolRule.Quantization => Quantization,
        PoolRule.Mode => Mode,
        PoolRule.Layout => Layout,
        PoolRule.FixedAxis => FixedAxis,
        PoolRule.NoOutput => NoOutput,
        PoolRule.TooLarge => TooLarge,
        PoolRule.Rank => Rank,
        PoolRule.Indices => Indices,
        PoolRule.IndexType => IndexType,
        PoolRule.Backward => Backward,
        PoolRule.Unpool => Unpool,
        PoolRule.Gradient => Gradient,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
