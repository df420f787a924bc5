using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>
/// The parameters of a kernel method: <c>(ReadOnlySpan&lt;T&gt;, Span&lt;T&gt;, PoolShape)</c> under any names, or with a span of <c>int</c> or <c>long</c>
/// behind the output, which takes indices. Maxima and averages in one pass have a second output instead.
/// </summary>
/// <param name="Element">The element type of input and output.</param>
/// <param name="IsLong">Whether indices have 64 bits; null when there are none.</param>
/// <param name="Spans">The names of the spans, as text.</param>
/// <param name="Shape">The name of the last parameter, as text; null when it is a span.</param>
internal sealed record MethodSignature(ITypeSymbol Element, bool? IsLong, EquatableArray<string> Spans, string? Shape)
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
            && SymbolEqualityComparer.Default.Equals(read, written))
        {
            bool pair = PoolAttributes.Of(method) is [var attribute, ..] && PoolAttributes.BlockOf(attribute) == PoolOperation.MaxAndAverage;
            bool second = rest.Length > 0 && SymbolEqualityComparer.Default.Equals(ElementOf(rest[0], "Span"), read);
            bool? isLong = rest.Length == 0 || pair ? null : ElementOf(rest[0], "Span")?.SpecialType switch
            {
                SpecialType.System_Int32 => false,
                SpecialType.System_Int64 => true,
                _ => null,
            };
            int spans = isLong is null && !pair ? 2 : 3;
            if ((second || !pair) && (method.Parameters.Length == spans || (method.Parameters.Length == spans + 1 && IsShape(method.Parameters[spans]))))
            {
                IEnumerable<string> names = method.Parameters.Select(parameter => Identifiers.Escape(parameter.Name));
                return new(read, isLong, new(names.Take(spans)), names.Skip(spans).FirstOrDefault());
            }
        }

        problems.Add(new(PoolDiagnostics.Signature,
            $"The signature of {method.Name} is not that of a kernel; "
            + "it must be void (ReadOnlySpan<T>, Span<T>, PoolShape), with the shape by value or in, or with a Span<int> or Span<long> of indices before the shape; "
            + "that of maxima and averages has two outputs, void (ReadOnlySpan<T>, Span<T>, Span<T>, PoolShape)"));
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
