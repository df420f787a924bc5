using System;

namespace PoolGen.Generator.Model;

/// <summary>The element types that kernels are generated for. Each has one row in <see cref="Emit.ElementRule"/>.</summary>
internal enum ElementType
{
    Float,
    Double,
}

/// <summary>What every step may know of an element type.</summary>
internal static class ElementTypes
{
    /// <summary>Bytes of an element.</summary>
    public static int Size(this ElementType element) => element switch
    {
        ElementType.Float => sizeof(float),
        ElementType.Double => sizeof(double),
        _ => throw new ArgumentOutOfRangeException(nameof(element)),
    };
}
