namespace PoolGen;

/// <summary>The order of the axes in memory, slowest first.</summary>
public enum PoolLayout
{
    /// <summary>Batch, channels, height, width: PyTorch's default, "NCHW".</summary>
    ChannelsFirst,

    /// <summary>Batch, height, width, channels: Keras's default, "NHWC".</summary>
    ChannelsLast,
}
