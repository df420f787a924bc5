using System;

namespace PoolGen.Generator.Model;

/// <summary>The element types that kernels are generated for. Each has one row in <see cref="Emit.ElementRule"/>.</summary>
internal enum ElementType
{
    Float,
    Double,
    Half,
    SByte,
    Byte,
    Short,
    UShort,
    Int,
    Long,
}

/// <summary>What every step may know of an element type.</summary>
internal static class ElementTypes
{
    /// <summary>Bytes of an element.</summary>
    public static int Size(this ElementType element) => element switch
    {
        ElementType.SByte or ElementType.Byte => sizeof(byte),
        ElementType.Half or ElementType.Short or ElementType.UShort => sizeof(short),
        ElementType.Float or ElementType.Int => sizeof(float),
        ElementType.Double or ElementType.Long => sizeof(double),
        _ => throw new ArgumentOutOfRangeException(nameof(element)),
    };

    /// <summary>The ends of the range of bytes; null for other types.</summary>
    public static (int Smallest, int Largest)? Bytes(this ElementType element) => element switch
    {
        ElementType.Byte => (byte.MinValue, byte.MaxValue),
        ElementType.SByte => (sbyte.MinValue, sbyte.MaxValue),
        _ => null,
    };

    /// <summary>Whether the type has no fractions, and so no NaN either.</summary>
    public static bool IsWhole(this ElementType element) => element is not (ElementType.Float or ElementType.Double or ElementType.Half);
}
