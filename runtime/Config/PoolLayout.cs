namespace PoolGen;

/// <summary>The order of the axes in memory, slowest first.</summary>
public enum PoolLayout
{
    /// <summary>Batch, channels, depth, height, width: PyTorch's default, "NCHW", "NCDHW" for volumes.</summary>
    ChannelsFirst,

    /// <summary>Batch, depth, height, width, channels: Keras's default, "NHWC", "NDHWC" for volumes.</summary>
    ChannelsLast,
}
