using System;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>Reads element types; one row per type.</summary>
internal static class ElementParser
{
    /// <summary>The element type, or null when kernels are not generated for it.</summary>
    public static ElementType? Of(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Single => ElementType.Float,
        SpecialType.System_Double => ElementType.Double,
        _ => null,
    };

    /// <summary>What to say where kernels are not generated for a type.</summary>
    public static Problem Refusal(ITypeSymbol type) => new(PoolDiagnostics.ElementType,
        $"The element type is {type.ToDisplayString()}; it must be {string.Join(" or ", Enum.GetNames(typeof(ElementType))).ToLowerInvariant()}");
}
