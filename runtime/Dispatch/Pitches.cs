using System;

namespace PoolGen;

/// <summary>How many elements apart neighbours along each axis lie in memory.</summary>
internal readonly record struct Pitches(nint Sample, nint Channel, nint Slice, nint Row, nint Column)
{
    /// <summary>Those of elements without gaps.</summary>
    public static Pitches Dense(PoolLayout layout, in PoolShape shape)
    {
        bool first = layout == PoolLayout.ChannelsFirst;
        nint column = first ? 1 : shape.Channels;
        nint row = column * shape.Width;
        nint slice = row * shape.Height;
        nint volume = slice * shape.Depth;
        return new(first ? volume * shape.Channels : volume, first ? volume : 1, slice, row, column);
    }

    /// <summary>
    /// Those of a tensor with the given strides. An axis of one element takes the pitch that it has where nothing lies between the elements of its
    /// neighbours, so dense tensors have dense pitches.
    /// </summary>
    public static Pitches Of(PoolLayout layout, in PoolShape shape, ReadOnlySpan<nint> strides)
    {
        int width = TensorAxis.Width(layout, strides.Length), channels = TensorAxis.Channels(layout, strides.Length);
        bool first = layout == PoolLayout.ChannelsFirst;
        nint channel = first ? 0 : shape.Channels > 1 ? strides[channels] : 1;
        nint column = shape.Width > 1 ? strides[width] : first ? 1 : channel * shape.Channels;
        nint row = shape.Height > 1 ? strides[width - 1] : column * shape.Width;
        nint slice = shape.Depth > 1 ? strides[width - 2] : row * shape.Height;
        nint volume = slice * shape.Depth;
        if (first)
            channel = shape.Channels > 1 ? strides[channels] : volume;
        nint sample = shape.Batch > 1 ? strides[0] : first ? channel * shape.Channels : volume;
        return new(sample, channel, slice, row, column);
    }

    /// <summary>Where a row starts; planes are counted over all samples for channels first, and are the samples for channels last.</summary>
    public nint PlaceOf(PoolLayout layout, in PoolShape shape, int plane, int slice, int row)
    {
        nint within = (slice * Slice) + (row * Row);
        return layout == PoolLayout.ChannelsFirst
            ? (plane / shape.Channels * Sample) + (plane % shape.Channels * Channel) + within
            : (plane * Sample) + within;
    }
}
