namespace PoolGen;

/// <summary>Which axis of a tensor is what. The batch comes first, and depth and height, where there are any, before the width.</summary>
internal static class TensorAxis
{
    /// <summary>Where the channels are.</summary>
    public static int Channels(PoolLayout layout, int rank) => layout == PoolLayout.ChannelsFirst ? 1 : rank - 1;

    /// <summary>Where the width is.</summary>
    public static int Width(PoolLayout layout, int rank) => layout == PoolLayout.ChannelsFirst ? rank - 1 : rank - 2;
}
