using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Parse;

namespace PoolGen.Generator.Diagnostics;

/// <summary>Finds the place in the source that a problem names.</summary>
internal static class ProblemLocation
{
    public static Location Of(Problem problem, ISymbol symbol, CancellationToken token)
    {
        if (problem.Attribute is not AttributeData attribute)
            return OfName(symbol, token);
        if (attribute.ApplicationSyntaxReference?.GetSyntax(token) is not AttributeSyntax syntax)
            return symbol.Locations[0];
        return (Part(problem.Argument, attribute, syntax) ?? syntax).GetLocation();
    }

    /// <summary>The name of the symbol on the part that holds its first pool attribute.</summary>
    private static Location OfName(ISymbol symbol, CancellationToken token)
    {
        SyntaxNode? attribute = PoolAttributes.Of(symbol)
            .Select(data => data.ApplicationSyntaxReference?.GetSyntax(token))
            .FirstOrDefault();
        return attribute?.Parent?.Parent switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.GetLocation(),
            MethodDeclarationSyntax method => method.Identifier.GetLocation(),
            _ => symbol.Locations[0],
        };
    }

    private static SyntaxNode? Part(string? argument, AttributeData attribute, AttributeSyntax syntax)
    {
        if (argument == ArgumentNames.TypeArgument)
            return syntax.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault()?
                .TypeArgumentList.Arguments.FirstOrDefault();
        if (argument is null || syntax.ArgumentList is null)
            return null;

        List<AttributeArgumentSyntax> positional = [];
        foreach (AttributeArgumentSyntax stated in syntax.ArgumentList.Arguments)
        {
            SimpleNameSyntax? name = stated.NameEquals?.Name ?? stated.NameColon?.Name;
            if (name is null)
                positional.Add(stated);
            else if (name.Identifier.ValueText == argument)
                return stated.Expression;
        }

        // Arguments that do not compile have no constructor; then only the mode is looked for, and it is the last.
        int index = attribute.AttributeConstructor is IMethodSymbol constructor
            ? constructor.Parameters.ToList().FindIndex(parameter => parameter.Name == argument)
            : positional.Count - 1;
        return index >= 0 && index < positional.Count ? positional[index].Expression : null;
    }
}
