using System;
using System.Globalization;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>How an element type is written; one row per type.</summary>
/// <param name="Keyword">The C# name of the type where System is imported.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="IsWhole">Whether the type has no fractions.</param>
internal sealed record ElementRule(string Keyword, int Size, bool IsWhole)
{
    /// <summary>What stands before a number to make it a literal of the type.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What stands behind a number to make it a literal of the type.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The name of the type where nothing is imported.</summary>
    public string QualifiedName { get; init; } = Keyword;

    /// <summary>The type that kernels read and write elements as: of some types there are no vectors.</summary>
    public string Stored { get; init; } = Keyword;

    /// <summary>The value that changes no maximum, as it is stored.</summary>
    public string Smallest { get; init; } = $"{Keyword}.{(IsWhole ? "MinValue" : "NegativeInfinity")}";

    /// <summary>The value that changes no minimum, as it is stored.</summary>
    public string Largest { get; init; } = $"{Keyword}.{(IsWhole ? "MaxValue" : "PositiveInfinity")}";

    /// <summary>The row of an element type.</summary>
    public static ElementRule Of(ElementType element)
    {
        (int size, bool whole) = (element.Size(), element.IsWhole());
        return element switch
        {
            ElementType.Float => new("float", size, whole) { Suffix = "f" },
            ElementType.Double => new("double", size, whole) { Suffix = "d" },
            ElementType.Half => new("Half", size, whole)
            {
                Prefix = "(short)", QualifiedName = "global::System.Half", Stored = "short", Smallest = "HalfKeys.NegativeInfinity", Largest = "HalfKeys.PositiveInfinity",
            },
            ElementType.SByte => new("sbyte", size, whole) { Prefix = "(sbyte)" },
            ElementType.Byte => new("byte", size, whole) { Prefix = "(byte)" },
            ElementType.Short => new("short", size, whole) { Prefix = "(short)" },
            ElementType.UShort => new("ushort", size, whole) { Prefix = "(ushort)" },
            ElementType.Int => new("int", size, whole),
            ElementType.Long => new("long", size, whole) { Suffix = "L" },
            _ => throw new ArgumentOutOfRangeException(nameof(element)),
        };
    }

    /// <summary>A number as a literal of the type, as it is stored.</summary>
    public string Literal(double value) => Prefix + value.ToString("R", CultureInfo.InvariantCulture) + Suffix;
}
