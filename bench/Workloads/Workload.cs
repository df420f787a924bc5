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

    /// <summary>Whether windows have a size of their own, as most libraries and a plain loop take it.</summary>
    public bool Slides => !Config.IsAdaptive;

    /// <summary>Whether every plane or volume becomes one element.</summary>
    public bool IsGlobal => Config == PoolConfig.Global(Config.Mode, new PoolOptions { Layout = Config.Layout });

    /// <summary>Bytes of an element.</summary>
    public int ElementSize => Marshal.SizeOf(Element);

    /// <summary>The shape of the output.</summary>
    public PoolShape OutputShape { get; } = Config.OutputShape(Shape);

    /// <summary>Whether the map has a depth, which other libraries take as an axis of its own.</summary>
    public bool IsVolume => Shape.Depth > 1;

    /// <summary>The axes that a library pools along: height and width, with the depth before them for volumes.</summary>
    public IReadOnlyList<PoolAxis> Axes => IsVolume ? [Config.Depth, Config.Height, Config.Width] : [Config.Height, Config.Width];

    /// <summary>The sizes of a map of this workload in the order batch, channels, spatial axes.</summary>
    public long[] Sizes(in PoolShape shape) => IsVolume
        ? [shape.Batch, shape.Channels, shape.Depth, shape.Height, shape.Width]
        : [shape.Batch, shape.Channels, shape.Height, shape.Width];

    /// <summary>Bytes of the input and of the output together: what any engine must move at least.</summary>
    public long Bytes => ((long)Shape.Length + OutputShape.Length) * ElementSize;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
