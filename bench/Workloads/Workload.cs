using System.Runtime.InteropServices;

namespace PoolGen.Bench.Workloads;

/// <summary>A pooling layer of a known network: what is computed, and over which map.</summary>
/// <param name="Id">The row of the list, such as <c>R1</c>; a layout or a size follows where a row has several.</param>
/// <param name="Network">The network and the layer, in words.</param>
/// <param name="Config">What is computed.</param>
/// <param name="Shape">The shape of the input.</param>
/// <param name="IsCore">Whether the quick comparison times it.</param>
public sealed record Workload(string Id, string Network, PoolConfig Config, PoolShape Shape, bool IsCore)
{
    /// <summary>The type of elements.</summary>
    public Type Element { get; init; } = typeof(float);

    /// <summary>Bytes of an element.</summary>
    public int ElementSize => Marshal.SizeOf(Element);

    /// <summary>The shape of the output.</summary>
    public PoolShape OutputShape { get; } = Config.OutputShape(Shape);

    /// <summary>Bytes of the input and of the output together: what any engine must move at least.</summary>
    public long Bytes => ((long)Shape.Length + OutputShape.Length) * ElementSize;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
