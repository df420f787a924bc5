namespace PoolGen.Generator.Model;

/// <summary>The namespace and the types around a generated member, as the text that opens them again.</summary>
internal sealed record Container
{
    /// <summary>The namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>Headers such as <c>partial class Pools&lt;T&gt;</c>, outermost first.</summary>
    public required EquatableArray<string> Types { get; init; }

    /// <summary>The name of the innermost type.</summary>
    public required string TypeName { get; init; }
}
