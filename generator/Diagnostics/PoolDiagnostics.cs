using System;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PoolGen.Generator.Diagnostics;

/// <summary>Every rule with its id. Messages are made where the rule is checked, because the run time shares their words.</summary>
internal static class PoolDiagnostics
{
    public static readonly DiagnosticDescriptor Window = Error(1, "Window out of range");
    public static readonly DiagnosticDescriptor Stride = Error(2, "Stride out of range");
    public static readonly DiagnosticDescriptor Dilation = Error(3, "Dilation out of range");
    public static readonly DiagnosticDescriptor Padding = Error(4, "Padding out of range");
    public static readonly DiagnosticDescriptor Divisor = Error(5, "Divisor override of zero");
    public static readonly DiagnosticDescriptor Mode = Error(6, "Unknown mode");
    public static readonly DiagnosticDescriptor Layout = Error(7, "Unknown layout");
    public static readonly DiagnosticDescriptor FixedAxis = Error(8, "Fixed size out of range");
    public static readonly DiagnosticDescriptor NoOutput = Error(9, "Fixed size gives no output");
    public static readonly DiagnosticDescriptor TooLarge = Error(10, "Fixed shape too large");
    public static readonly DiagnosticDescriptor StatedTwice = Error(11, "Stated for all and for a part");
    public static readonly DiagnosticDescriptor WithoutEffect = Warning(12, "Option without effect");
    public static readonly DiagnosticDescriptor CountIncludePadUnstated = Warning(13, "Padded average without CountIncludePad");
    public static readonly DiagnosticDescriptor ElementType = Error(14, "Element type not supported");
    public static readonly DiagnosticDescriptor ElementDisagrees = Error(15, "Element type disagrees with the spans");
    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(16, "Containing type not partial");
    public static readonly DiagnosticDescriptor FileLocalContainer = Error(17, "Containing type local to its file");
    public static readonly DiagnosticDescriptor Signature = Error(18, "Signature of a kernel method");
    public static readonly DiagnosticDescriptor SeveralAttributes = Error(19, "Several attributes on one method");
    public static readonly DiagnosticDescriptor NotPartialDefinition = Error(20, "Method is not a partial method without a body");
    public static readonly DiagnosticDescriptor Name = Error(21, "Name not usable");
    public static readonly DiagnosticDescriptor NameTaken = Error(22, "Name already taken");
    public static readonly DiagnosticDescriptor SameName = Error(23, "One name for two configurations");
    public static readonly DiagnosticDescriptor SameConfiguration = Warning(24, "Same configuration twice");
    public static readonly DiagnosticDescriptor Overloads = Error(25, "Overloads over one element type");
    public static readonly DiagnosticDescriptor ModeUnbound = Error(26, "Mode does not bind");
    public static readonly DiagnosticDescriptor LanguageVersion = Error(27, "Language version too low");

    /// <summary>Every rule, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Window, Stride, Dilation, Padding, Divisor, Mode, Layout, FixedAxis, NoOutput, TooLarge, StatedTwice, WithoutEffect,
        CountIncludePadUnstated, ElementType, ElementDisagrees, ContainerNotPartial, FileLocalContainer, Signature, SeveralAttributes,
        NotPartialDefinition, Name, NameTaken, SameName, SameConfiguration, Overloads, ModeUnbound, LanguageVersion,
    ];

    /// <summary>The diagnostic of a rule that also holds at run time.</summary>
    public static DiagnosticDescriptor Of(PoolRule rule) => rule switch
    {
        PoolRule.Window => Window,
        PoolRule.Stride => Stride,
        PoolRule.Dilation => Dilation,
        PoolRule.Padding => Padding,
        PoolRule.Divisor => Divisor,
        PoolRule.Mode => Mode,
        PoolRule.Layout => Layout,
        PoolRule.FixedAxis => FixedAxis,
        PoolRule.NoOutput => NoOutput,
        PoolRule.TooLarge => TooLarge,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static DiagnosticDescriptor Error(int number, string title) => Create(number, title, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(int number, string title) => Create(number, title, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(int number, string title, DiagnosticSeverity severity)
    {
        string id = "POOL" + number.ToString("000", CultureInfo.InvariantCulture);
        return new(id, title, "{0}", "PoolGen", severity, isEnabledByDefault: true,
            helpLinkUri: $"https://github.com/poolgen/poolgen/blob/main/docs/diagnostics/{id}.md");
    }
}
