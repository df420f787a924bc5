using System.Collections.Generic;

namespace PoolGen;

/// <summary>The input axes that a kernel fixes at compile time; a null axis takes any size.</summary>
public readonly record struct PoolFixedShape
{
    /// <summary>The fixed batch size, or null.</summary>
    public int? Batch { get; init; }

    /// <summary>The fixed number of channels, or null.</summary>
    public int? Channels { get; init; }

    /// <summary>The fixed depth, or null.</summary>
    public int? Depth { get; init; }

    /// <summary>The fixed height, or null.</summary>
    public int? Height { get; init; }

    /// <summary>The fixed width, or null.</summary>
    public int? Width { get; init; }

    /// <summary>How many axes are fixed: the more, the more specific the kernel.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            foreach ((_, int? size) in Axes)
                count += size is null ? 0 : 1;
            return count;
        }
    }

    /// <summary>Whether an input of the given shape has the fixed sizes.</summary>
    public bool Matches(in PoolShape shape) =>
        (Batch is null || Batch == shape.Batch)
        && (Channels is null || Channels == shape.Channels)
        && (Depth is null || Depth == shape.Depth)
        && (Height is null || Height == shape.Height)
        && (Width is null || Width == shape.Width);

    internal IEnumerable<(PoolArgument Argument, int? Size)> Axes =>
    [
        (PoolArgument.Batch, Batch),
        (PoolArgument.Channels, Channels),
        (PoolArgument.Depth, Depth),
        (PoolArgument.Height, Height),
        (PoolArgument.Width, Width),
    ];
}
