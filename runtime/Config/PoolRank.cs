namespace PoolGen;

/// <summary>How many spatial axes a window, a stride, a padding and a dilation that are stated once apply to; the other axes have one tap.</summary>
public enum PoolRank
{
    /// <summary>Pooling along the width; the height of a line is 1.</summary>
    Line = 1,

    /// <summary>Pooling along height and width.</summary>
    Plane = 2,

    /// <summary>Pooling along depth, height and width.</summary>
    Volume = 3,
}
