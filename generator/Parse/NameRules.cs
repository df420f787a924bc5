using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>Which names generated members can have.</summary>
internal static class NameRules
{
    /// <summary>The property that lists the kernels of a type.</summary>
    public const string ListName = "Kernels";

    /// <summary>Whether the name is that of a mode.</summary>
    public static bool IsMode(string name) => Array.IndexOf(Enum.GetNames(typeof(PoolMode)), name) >= 0;

    /// <summary>Why a stated name cannot be a method's, whatever the type.</summary>
    public static Problem? Refusal(string name)
    {
        string? refusal = name switch
        {
            _ when !SyntaxFacts.IsValidIdentifier(name) =>
                $"The name {SymbolDisplay.FormatLiteral(name, quote: true)} is not an identifier of C#; the method needs one, without @",
            _ when IsMode(name) => $"The name {name} is that of a mode and would hide it in the attributes of the type; state another",
            ListName => $"The name {name} is that of the list of kernels; state another",
            _ => null,
        };
        return refusal is null ? null : new(PoolDiagnostics.Name, refusal);
    }

    /// <summary>Whether the type has room for the list of its kernels.</summary>
    public static bool CanList(INamedTypeSymbol type) => !IsReserved(type, ListName) && !Members(type, ListName).Any();

    /// <summary>Whether a generated method would clash with what the user has written in the type or in a base.</summary>
    public static bool IsTaken(INamedTypeSymbol type, string name, ElementType element, int spans) =>
        IsReserved(type, name) || Members(type, name).Any(member => member is not IMethodSymbol method
            || method.MethodKind != MethodKind.Ordinary
            || PoolAttributes.Of(method).Count > 0
            || HasSignature(method, element, spans, rows: false)
            || HasSignature(method, element, spans, rows: true));

    /// <summary>Whether the user has written the overload over a range of rows.</summary>
    public static bool HasRowsOverload(INamedTypeSymbol type, string name, ElementType element, int spans) =>
        Members(type, name).OfType<IMethodSymbol>().Any(method => HasSignature(method, element, spans, rows: true));

    /// <summary>Whether the language keeps the name from members of the type.</summary>
    private static bool IsReserved(INamedTypeSymbol type, string name) =>
        type.Name == name || type.TypeParameters.Any(parameter => parameter.Name == name) || (type.IsRecord && name == "Clone");

    /// <summary>What the user has written of that name in the type and, where the type sees it, in its bases.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? owner = type; owner is not null; owner = owner.BaseType)
        {
            foreach (ISymbol member in owner.GetMembers(name))
            {
                bool visible = ReferenceEquals(owner, type) || member.DeclaredAccessibility != Accessibility.Private;
                bool written = !PoolAttributes.IsGenerated(member) || PoolAttributes.Of(member).Count > 0;
                if (visible && written)
                    yield return member;
            }
        }
    }

    private static bool HasSignature(IMethodSymbol method, ElementType element, int spans, bool rows)
    {
        int count = spans + (rows ? 3 : 1);
        return !method.IsGenericMethod
            && method.Parameters.Length == count
            && method.Parameters[0].Type is INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [var read] }
            && ElementParser.Of(read) == element
            && method.Parameters.Skip(1).Take(spans - 1).All(parameter => parameter.Type.Name is "Span" or "ReadOnlySpan")
            && method.Parameters[spans].Type.Name == nameof(PoolShape)
            && method.Parameters.Skip(spans + 1).All(parameter => parameter.Type.SpecialType == SpecialType.System_Int32);
    }
}
