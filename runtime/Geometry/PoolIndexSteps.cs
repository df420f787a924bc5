using System;

namespace PoolGen;

/// <summary>How far apart the indices of neighbouring elements are along each axis: an index is the sum of position times step over the axes.</summary>
public readonly record struct PoolIndexSteps
{
    /// <summary>The steps of a convention over an input of the given shape.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="indexing"/> is not a member of its type.</exception>
    public PoolIndexSteps(PoolIndexing indexing, in PoolShape shape)
    {
        int plane = shape.Depth * shape.Height * shape.Width;
        int element = 1;
        switch (indexing)
        {
            case PoolIndexing.Plane:
                End = plane;
                break;
            case PoolIndexing.Tensor or PoolIndexing.TensorColumnMajor:
                Channel = plane;
                Batch = plane * shape.Channels;
                End = shape.Length;
                break;
            case PoolIndexing.ChannelsLast or PoolIndexing.ChannelsLastWithBatch:
                element = shape.Channels;
                Channel = 1;
                Batch = indexing == PoolIndexing.ChannelsLast ? 0 : plane * shape.Channels;
                End = indexing == PoolIndexing.ChannelsLast ? plane * shape.Channels : shape.Length;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(indexing));
        }

        bool columns = indexing == PoolIndexing.TensorColumnMajor;
        Width = columns ? shape.Height : element;
        Height = columns ? 1 : shape.Width * element;
        Depth = shape.Height * shape.Width * element;
    }

    /// <summary>From a sample to the next.</summary>
    public int Batch { get; }

    /// <summary>From a channel to the next.</summary>
    public int Channel { get; }

    /// <summary>From a slice to the next.</summary>
    public int Depth { get; }

    /// <summary>From a row to the next.</summary>
    public int Height { get; }

    /// <summary>From a column to the next.</summary>
    public int Width { get; }

    /// <summary>The end of the range of indices, which starts at 0.</summary>
    public int End { get; }

    /// <summary>The index of the first element of a plane, counted over all planes of the batch in the order of channels first.</summary>
    /// <param name="plane">The plane: a slice of a channel.</param>
    /// <param name="shape">The shape of the input.</param>
    public int OfPlane(int plane, in PoolShape shape)
    {
        int volume = plane / shape.Depth, sample = volume / shape.Channels;
        return (sample * Batch) + ((volume - (sample * shape.Channels)) * Channel) + ((plane - (volume * shape.Depth)) * Depth);
    }

    /// <summary>The index of the first element of a slice of a sample.</summary>
    /// <param name="slice">The slice, counted over all samples.</param>
    /// <param name="shape">The shape of the input.</param>
    public int OfSlice(int slice, in PoolShape shape)
    {
        int sample = slice / shape.Depth;
        return (sample * Batch) + ((slice - (sample * shape.Depth)) * Depth);
    }
}
