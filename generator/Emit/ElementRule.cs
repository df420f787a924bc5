using System;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>What emitted text needs to know of an element type; one row per type.</summary>
internal sealed record ElementRule(string Keyword, int Size, string Suffix)
{
    /// <summary>The row of an element type.</summary>
    public static ElementRule Of(ElementType element) => element switch
    {
        ElementType.Float => new("float", 4, "f"),
        ElementType.Double => new("double", 8, "d"),
        _ => throw new ArgumentOutOfRangeException(nameof(element)),
    };
}
