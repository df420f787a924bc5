using Microsoft.CodeAnalysis.CSharp;

namespace PoolGen.Generator.Parse;

/// <summary>Names as C# text.</summary>
internal static class Identifiers
{
    /// <summary>The name with an @ where it is a keyword anywhere.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
