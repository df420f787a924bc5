using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Emit;

namespace PoolGen.Generator.Parse;

/// <summary>Finds the attributes that ask for kernels. They are told by name, because several assemblies may hold types of those names.</summary>
internal static class PoolAttributes
{
    private const string Sliding = "PoolKernelAttribute";
    private const string Adaptive = "AdaptivePoolKernelAttribute";
    private const string Global = "GlobalPoolKernelAttribute";
    private const string Pyramid = "PyramidPoolKernelAttribute";
    private const string MaxAverage = "MaxAveragePoolKernelAttribute";

    /// <summary>The names of all forms: each attribute without and with a type argument.</summary>
    public static readonly string[] Names =
    [
        $"PoolGen.{Sliding}", $"PoolGen.{Sliding}`1", $"PoolGen.{Adaptive}", $"PoolGen.{Adaptive}`1", $"PoolGen.{Global}", $"PoolGen.{Global}`1",
        $"PoolGen.{Pyramid}", $"PoolGen.{Pyramid}`1", $"PoolGen.{MaxAverage}", $"PoolGen.{MaxAverage}`1",
    ];

    /// <summary>The pool attributes of a symbol on all its parts, in their order.</summary>
    public static IReadOnlyList<AttributeData> Of(ISymbol symbol) => [.. symbol.GetAttributes().Where(IsPoolKernel)];

    /// <summary>
    /// Whether the node and the form are those of the symbol's first pool attribute. The lookup finds every annotated part once
    /// per form, and only one of these may write the symbol's output.
    /// </summary>
    public static bool IsFirst(GeneratorAttributeSyntaxContext found)
    {
        IReadOnlyList<AttributeData> attributes = Of(Symbol(found.TargetSymbol));
        return attributes.Count > 0
            && attributes[0] is { ApplicationSyntaxReference: SyntaxReference reference } first
            && reference.GetSyntax().Parent?.Parent == found.TargetNode
            && first.AttributeClass?.MetadataName == found.Attributes[0].AttributeClass?.MetadataName;
    }

    /// <summary>The symbol that holds the attributes of all parts: for a partial method its definition.</summary>
    public static ISymbol Symbol(ISymbol symbol) =>
        symbol is IMethodSymbol { PartialDefinitionPart: IMethodSymbol definition } ? definition : symbol;

    /// <summary>Whether all elements of a channel become one.</summary>
    public static bool IsGlobal(AttributeData attribute) => attribute.AttributeClass?.Name == Global;

    /// <summary>The operation of an attribute that asks for several poolings in one pass; null for any other.</summary>
    public static PoolOperation? BlockOf(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        Pyramid => PoolOperation.Pyramid,
        MaxAverage => PoolOperation.MaxAndAverage,
        _ => null,
    };

    /// <summary>The type argument of the generic form, null for the plain one.</summary>
    public static ITypeSymbol? ElementOf(AttributeData attribute) => attribute.AttributeClass?.TypeArguments.FirstOrDefault();

    /// <summary>The attribute as it is written.</summary>
    public static AttributeSyntax? SyntaxOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;

    /// <summary>Whether PoolGen has written the member or its body: the analyzer, unlike the generator, sees the generated files.</summary>
    public static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
        && attribute.ConstructorArguments.FirstOrDefault().Value as string == Header.ToolName);

    private static bool IsPoolKernel(AttributeData attribute) => attribute.AttributeClass is
    {
        Name: Sliding or Adaptive or Global or Pyramid or MaxAverage,
        Arity: 0 or 1,
        ContainingType: null,
        ContainingNamespace: { Name: "PoolGen", ContainingNamespace.IsGlobalNamespace: true },
    };
}
