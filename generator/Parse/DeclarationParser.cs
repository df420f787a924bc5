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

    public static ParsedSymbol Parse(ISymbol symbol, Compilation compilation, CancellationToken token)
    {
        ISymbol whole = PoolAttributes.Symbol(symbol);
        INamedTypeSymbol? type = whole as INamedTypeSymbol ?? whole.ContainingType;
        IReadOnlyList<AttributeData> attributes = PoolAttributes.Of(whole);
        if (attributes.Count == 0 || type is null || whole.Name.Length == 0 || type.Name.Length == 0)
            return new(Declaration.Nothing, [], []);

        token.ThrowIfCancellationRequested();
        if (compilation is CSharpCompilation { LanguageVersion: var version } && version < NeededVersion)
        {
            Problem tooLow = new(PoolDiagnostics.LanguageVersion,
                $"The language version is C# {version.ToDisplayString()}; generated kernels need C# {NeededVersion.ToDisplayString()} or later")
            {
                Attribute = attributes[0],
            };
            return new(Declaration.Nothing, [], [tooLow]);
        }

        List<Problem> problems = [.. ContainerParser.Problems(type)];
        bool open = problems.Count == 0;
        List<AttributeData> sources = [];
        Declaration declaration = whole is IMethodSymbol method
            ? MethodParser.Parse(method, attributes, problems, token)
            : TypeParser.Parse(type, attributes, sources, problems, token);
        if (whole is IMethodSymbol)
            sources.Add(attributes[0]);
        return new(open ? declaration : Declaration.Nothing, sources, problems);
    }
}

/// <summary>What one annotated symbol says.</summary>
/// <param name="Declaration">What is generated.</param>
/// <param name="Sources">The attribute of each kernel of the declaration.</param>
/// <param name="Problems">The rules that it breaks.</param>
internal sealed record ParsedSymbol(Declaration Declaration, IReadOnlyList<AttributeData> Sources, IReadOnlyList<Problem> Problems);
