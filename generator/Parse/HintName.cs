using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>
/// Names of generated files. A name that is taken twice loses all output of a generator, and names are compared without
/// case, so the readable part is followed by a hash of everything that tells two members apart.
/// </summary>
internal static class HintName
{
    private const int LongestReadablePart = 120;

    /// <param name="container">The text of the types around the member: two types of one name can differ in kind.</param>
    /// <param name="type">The type that the file adds to.</param>
    /// <param name="member">The member that the file holds.</param>
    /// <param name="signature">What tells the member from its overloads.</param>
    public static string Of(Container container, INamedTypeSymbol type, string member, string signature)
    {
        string qualified = Qualified(type) + "." + member;
        string readable = qualified.Length > LongestReadablePart ? qualified.Substring(qualified.Length - LongestReadablePart) : qualified;
        return $"{Clean(readable)}.{Hash($"{qualified}({signature}){string.Join("/", container.Types)}")}.g.cs";
    }

    private static string Qualified(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { ContainingType: INamedTypeSymbol outer } => Qualified(outer) + "+" + symbol.MetadataName,
        INamedTypeSymbol { ContainingNamespace.IsGlobalNamespace: false } type =>
            type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName,
        _ => symbol.MetadataName,
    };

    private static string Clean(string name)
    {
        StringBuilder clean = new(name.Length);
        foreach (char letter in name)
            clean.Append(char.IsLetterOrDigit(letter) || letter is '.' or '+' or '_' ? letter : '-');
        return clean.ToString();
    }

    /// <summary>FNV-1a over UTF-16: the same for every process and version, unlike string.GetHashCode.</summary>
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char letter in text)
            hash = unchecked((hash ^ letter) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
