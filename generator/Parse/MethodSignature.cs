using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Diagnostics;

namespace PoolGen.Generator.Parse;

/// <summary>The parameters of a kernel method: <c>(ReadOnlySpan&lt;T&gt;, Span&lt;T&gt;, PoolShape)</c> under any names.</summary>
/// <param name="Element">The element type of both spans.</param>
/// <param name="Input">The name of the first parameter, as text.</param>
/// <param name="Output">The name of the second parameter, as text.</param>
/// <param name="Shape">The name of the third parameter, as text; null when there is none.</param>
internal sealed record MethodSignature(ITypeSymbol Element, string Input, string Output, string? Shape)
{
    // The implementing part must repeat the definition to the letter, less its default values.
    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Included,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The parameters, or null with a problem when the method is not that of a kernel.</summary>
    public static MethodSignature? Read(IMethodSymbol method, List<Problem> problems)
    {
        if (method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error))
            return null;

        if (method is { ReturnsVoid: true, IsGenericMethod: false, Parameters: [var input, var output, .. var rest] }
            && ElementOf(input, "ReadOnlySpan") is ITypeSymbol read
            && ElementOf(output, "Span") is ITypeSymbol written
            && SymbolEqualityComparer.Default.Equals(read, written)
            && (rest.Length == 0 || (rest.Length == 1 && IsShape(rest[0]))))
        {
            string? shape = rest.Length == 0 ? null : Identifiers.Escape(rest[0].Name);
            return new(read, Identifiers.Escape(input.Name), Identifiers.Escape(output.Name), shape);
        }

        problems.Add(new(PoolDiagnostics.Signature,
            $"The signature of {method.Name} is not that of a kernel; "
            + "it must be void (ReadOnlySpan<T>, Span<T>, PoolShape), with the shape by value or in"));
        return null;
    }

    /// <summary>The whole line of the implementing part before its body.</summary>
    public static string Text(IMethodSymbol method)
    {
        SyntaxNode? syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        IEnumerable<string> modifiers = (syntax as MethodDeclarationSyntax)?.Modifiers.Select(modifier => modifier.ValueText) ?? [];
        string kind = method.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.RefReadOnly => "ref readonly ",
            _ => "",
        };
        return string.Join(" ", [.. modifiers, kind + method.ReturnType.ToDisplayString(Format), method.ToDisplayString(Format)]);
    }

    private static ITypeSymbol? ElementOf(IParameterSymbol parameter, string span) =>
        parameter is { RefKind: RefKind.None, Type: INamedTypeSymbol { Arity: 1 } type }
        && type.Name == span
        && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            ? type.TypeArguments[0]
            : null;

    private static bool IsShape(IParameterSymbol parameter) => parameter is
    {
        RefKind: RefKind.None or RefKind.In,
        Type.Name: nameof(PoolShape),
        Type.ContainingType: null,
        Type.ContainingNamespace: { Name: "PoolGen", ContainingNamespace.IsGlobalNamespace: true },
    };
}
