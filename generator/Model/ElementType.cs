namespace PoolGen.Generator.Model;

/// <summary>The element types that kernels are generated for. Each has one row in <see cref="Emit.ElementRule"/>.</summary>
internal enum ElementType
{
    Float,
    Double,
}
