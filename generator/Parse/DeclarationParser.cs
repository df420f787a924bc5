using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>
/// Reads an annotated symbol with all its parts. The generator takes the declaration and the analyzer the problems,
/// so what is generated and what is reported cannot disagree.
/// </summary>
internal static class DeclarationParser
{
    /// <summary>The version that the generated text is written in.</summary>
    private const LanguageVersion NeededVersion = LanguageVersion.CSharp12;

    public static (Declaration Declaration, IReadOnlyList<Problem> Problems) Parse(ISymbol symbol, Compilation compilation, CancellationToken token)
    {
        ISymbol whole = PoolAttributes.Symbol(symbol);
        INamedTypeSymbol? type = whole as INamedTypeSymbol ?? whole.ContainingType;
        IReadOnlyList<AttributeData> attributes = PoolAttributes.Of(whole);
        if (attributes.Count == 0 || type is null || whole.Name.Length == 0 || type.Name.Length == 0)
            return (Declaration.Nothing, []);

        token.ThrowIfCancellationRequested();
        if (compilation is CSharpCompilation { LanguageVersion: var version } && version < NeededVersion)
        {
            return (Declaration.Nothing, [new(PoolDiagnostics.LanguageVersion,
                $"The language version is C# {version.ToDisplayString()}; generated kernels need C# {NeededVersion.ToDisplayString()} or later")
            {
                Attribute = attributes[0],
            }]);
        }

        List<Problem> problems = [.. ContainerParser.Problems(type)];
        bool open = problems.Count == 0;
        Declaration declaration = whole is IMethodSymbol method
            ? MethodParser.Parse(method, attributes, problems, token)
            : TypeParser.Parse(type, attributes, problems, token);
        return (open ? declaration : Declaration.Nothing, problems);
    }
}
