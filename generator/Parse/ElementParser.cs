using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Emit;
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
        SpecialType.System_SByte => ElementType.SByte,
        SpecialType.System_Byte => ElementType.Byte,
        SpecialType.System_Int16 => ElementType.Short,
        SpecialType.System_UInt16 => ElementType.UShort,
        SpecialType.System_Int32 => ElementType.Int,
        SpecialType.System_Int64 => ElementType.Long,
        _ when type is { Name: "Half", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => ElementType.Half,
        _ => null,
    };

    /// <summary>What to say where kernels are not generated for a type.</summary>
    public static Problem Refusal(ITypeSymbol type) => new(PoolDiagnostics.ElementType,
        $"The element type is {type.ToDisplayString()}; it must be {Names}");

    private static string Names
    {
        get
        {
            string[] names = [.. Enum.GetValues(typeof(ElementType)).Cast<ElementType>().Select(element => ElementRule.Of(element).Keyword)];
            return $"{string.Join(", ", names.Take(names.Length - 1))} or {names[names.Length - 1]}";
        }
    }
}
