using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolGen.Generator.Parse;

/// <summary>Names as C# text.</summary>
internal static class Identifiers
{
    /// <summary>The name with an @ where it is a keyword anywhere.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;

    /// <summary>The name of a type; one in lower case alone gets an @ too, because the compiler warns of it as a keyword to come.</summary>
    public static string EscapeType(string name) => name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : Escape(name);
}
