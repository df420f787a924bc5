using System;

namespace PoolGen;

/// <summary>Where the element stands in memory that an index names.</summary>
internal readonly ref struct IndexPlaces
{
    private readonly PoolIndexing indexing;
    private readonly bool first;
    private readonly int channels;
    private readonly int height;
    private readonly int width;
    private readonly int plane;
    private readonly bool direct;
    private readonly int part;
    private readonly int step;

    public IndexPlaces(PoolLayout layout, PoolIndexing indexing, in PoolShape shape)
    {
        this.indexing = indexing;
        first = layout == PoolLayout.ChannelsFirst;
        channels = shape.Channels;
        height = shape.Height;
        width = shape.Width;
        plane = shape.Depth * shape.Height * shape.Width;
        (direct, part, step) = indexing switch
        {
            PoolIndexing.Plane => (true, first ? plane : plane * channels, first ? 1 : channels),
            PoolIndexing.Tensor => (first, 0, 1),
            PoolIndexing.ChannelsLast => (!first, plane * channels, 1),
            PoolIndexing.ChannelsLastWithBatch => (!first, 0, 1),
            _ => (false, 0, 1),
        };
    }

    /// <summary>Whether an index is the place of an element in its part.</summary>
    public bool AreInOrder => direct && step == 1;

    /// <summary>The place of an index of a part, and of the channel in the part where indices do not say.</summary>
    public int Of(int index, int number, int channel)
    {
        if (direct)
            return (number * part) + (index * step) + channel;

        // The position among the planes, whatever the order of the index.
        int ofPlane, position;
        if (indexing is PoolIndexing.Tensor or PoolIndexing.TensorColumnMajor)
        {
            (ofPlane, position) = Math.DivRem(index, plane);
            if (indexing == PoolIndexing.TensorColumnMajor)
            {
                (int slice, int inside) = Math.DivRem(position, height * width);
                (int column, int row) = Math.DivRem(inside, height);
                position = (((slice * height) + row) * width) + column;
            }
        }
        else
        {
            (int pixel, int ofChannel) = Math.DivRem(index, channels);
            (int sample, position) = Math.DivRem(pixel, plane);
            sample += indexing == PoolIndexing.ChannelsLast ? number : 0;
            ofPlane = (sample * channels) + ofChannel;
        }

        if (first)
            return (ofPlane * plane) + position;
        (int batch, int lane) = Math.DivRem(ofPlane, channels);
        return (((batch * plane) + position) * channels) + lane;
    }
}
