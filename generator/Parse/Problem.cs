using Microsoft.CodeAnalysis;

namespace PoolGen.Generator.Parse;

/// <summary>A broken rule in words. The analyzer finds its place in the source; here it is only named.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">What was found and what is needed.</param>
internal sealed record Problem(DiagnosticDescriptor Rule, string Message)
{
    /// <summary>The attribute at fault; null for the symbol itself.</summary>
    public AttributeData? Attribute { get; init; }

    /// <summary>The argument at fault, as the attribute's constructor or property calls it; null for the whole attribute.</summary>
    public string? Argument { get; init; }

    /// <summary>Whether nothing can be generated. A warning or information leaves the kernel standing.</summary>
    public bool IsError => Rule.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The id and the words, for an exception.</summary>
    public string Text => $"{Rule.Id}: {Message}";
}
