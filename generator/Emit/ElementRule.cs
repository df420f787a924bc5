using System;
using System.Globalization;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>How an element type is written; one row per type.</summary>
/// <param name="Keyword">The C# name of the type.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="Suffix">The suffix of a literal.</param>
internal sealed record ElementRule(string Keyword, int Size, string Suffix)
{
    /// <summary>The row of an element type.</summary>
    public static ElementRule Of(ElementType element) => element switch
    {
        ElementType.Float => new("float", element.Size(), "f"),
        ElementType.Double => new("double", element.Size(), "d"),
        _ => throw new ArgumentOutOfRangeException(nameof(element)),
    };

    /// <summary>A number as a literal of the type.</summary>
    public string Literal(double value) => value.ToString("R", CultureInfo.InvariantCulture) + Suffix;
}
