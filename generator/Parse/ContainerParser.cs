using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>Reads the types around a member and says whether generated code can add to them.</summary>
internal static class ContainerParser
{
    /// <summary>The text that opens a type again in another file.</summary>
    public static Container Read(INamedTypeSymbol type) => new()
    {
        Namespace = NamespaceOf(type),
        Types = new(Chain(type).Reverse().Select(Header)),
        TypeName = type.Name,
    };

    /// <summary>Why another file cannot add to the type.</summary>
    public static IEnumerable<Problem> Problems(INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol container in Chain(type))
        {
            if (container.IsFileLocal)
            {
                yield return new(PoolDiagnostics.FileLocalContainer,
                    $"The type {container.Name} is local to its file; a kernel is generated into another file "
                    + "and needs a type without the file modifier");
            }
            else if (!IsPartial(container))
            {
                yield return new(PoolDiagnostics.ContainerNotPartial,
                    $"The type {container.Name} is not partial; every type around a generated kernel must be");
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? container = type; container is not null; container = container.ContainingType)
            yield return container;
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .All(part => part is not TypeDeclarationSyntax declaration || declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string NamespaceOf(INamedTypeSymbol type)
    {
        List<string> names = [];
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            names.Insert(0, Identifiers.Escape(space.Name));
        return string.Join(".", names);
    }

    private static string Header(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        string parameters = type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(Parameter))}>";
        return $"{(type.IsStatic ? "static " : "")}partial {keyword} {Identifiers.EscapeType(type.Name)}{parameters}";
    }

    private static string Parameter(ITypeParameterSymbol parameter)
    {
        string variance = parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => "",
        };
        return variance + Identifiers.EscapeType(parameter.Name);
    }
}
