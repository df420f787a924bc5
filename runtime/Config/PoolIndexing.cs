namespace PoolGen;

/// <summary>
/// What an index counts. Padding never counts, and the numbers do not depend on <see cref="PoolLayout"/>: they are those of the position
/// (sample, channel, slice, row, column) in an input of batch × channels × depth × height × width.
/// </summary>
public enum PoolIndexing
{
    /// <summary><c>(slice * height + row) * width + column</c> inside one plane or volume, as in PyTorch.</summary>
    Plane,

    /// <summary>The same behind all planes before it, <c>(sample * channels + channel) * plane + …</c>: ONNX with storage order 0.</summary>
    Tensor,

    /// <summary>
    /// The planes before it and <c>slice * height * width + column * height + row</c>: ONNX with storage order 1.
    /// </summary>
    TensorColumnMajor,

    /// <summary><c>((slice * height + row) * width + column) * channels + channel</c> inside one sample, as in TensorFlow.</summary>
    ChannelsLast,

    /// <summary>The same behind all samples before it, as in TensorFlow with the batch in the index.</summary>
    ChannelsLastWithBatch,
}
