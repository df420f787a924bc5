using System.Numerics;

namespace PoolGen.Operations.Tests;

/// <summary>
/// Indices, unpooling and the backward pass of a maximum, written from the definition: an index is looked up in the list of all elements in the
/// order that the convention counts them in. It shares nothing with the product but the plain properties of a configuration and of a shape.
/// </summary>
internal static class IndexOracle
{
    /// <summary>The kept elements and their indices, in the layout of the configuration.</summary>
    public static (T[] Kept, long[] Indices) Pool<T>(PoolConfig config, PoolShape shape, ReadOnlySpan<T> input, PoolIndexing indexing)
        where T : INumber<T>
    {
        PoolShape pooled = PoolGen.Tests.Oracle.OutputShape(config, shape);
        T[] kept = new T[pooled.Batch * pooled.Channels * pooled.Depth * pooled.Height * pooled.Width];
        long[] indices = new long[kept.Length];
        long[] numbers = Numbers(config.Layout, shape, indexing);
        for (int n = 0; n < pooled.Batch; n++)
            for (int c = 0; c < pooled.Channels; c++)
                for (int z = 0; z < pooled.Depth; z++)
                    for (int y = 0; y < pooled.Height; y++)
                        for (int x = 0; x < pooled.Width; x++)
                        {
                            int place = Window(config, shape, input, n, c, z, y, x);
                            int at = PoolGen.Tests.Oracle.Place(config.Layout, pooled, n, c, z, y, x);
                            kept[at] = input[place];
                            indices[at] = numbers[place];
                        }

        return (kept, indices);
    }

    /// <summary>Zeros, and every value where its index says; the last of several in memory stays, or all are added.</summary>
    public static T[] Scatter<T>(PoolConfig config, PoolShape shape, ReadOnlySpan<T> values, ReadOnlySpan<long> indices, PoolIndexing indexing, bool adds)
        where T : INumber<T>
    {
        T[] target = new T[shape.Length];
        Array.Fill(target, T.Zero);
        long[] numbers = Numbers(config.Layout, shape, indexing);
        PoolShape pooled = PoolGen.Tests.Oracle.OutputShape(config, shape);

        // Several elements have one number where indices count inside a plane or a sample: the value's own is meant.
        Dictionary<(int N, int C, long Number), int> places = [];
        for (int n = 0; n < shape.Batch; n++)
            for (int c = 0; c < shape.Channels; c++)
                for (int z = 0; z < shape.Depth; z++)
                    for (int y = 0; y < shape.Height; y++)
                        for (int x = 0; x < shape.Width; x++)
                        {
                            int place = PoolGen.Tests.Oracle.Place(config.Layout, shape, n, c, z, y, x);
                            bool ofChannel = indexing == PoolIndexing.Plane, ofSample = ofChannel || indexing == PoolIndexing.ChannelsLast;
                            places[(ofSample ? n : 0, ofChannel ? c : 0, numbers[place])] = place;
                        }

        for (int value = 0; value < values.Length; value++)
        {
            (int n, int c) = Owner(config.Layout, pooled, value);
            bool ofChannel = indexing == PoolIndexing.Plane, ofSample = ofChannel || indexing == PoolIndexing.ChannelsLast;
            int place = places[(ofSample ? n : 0, ofChannel ? c : 0, indices[value])];
            target[place] = adds ? target[place] + values[value] : values[value];
        }

        return target;
    }

    /// <summary>The number of every element in memory: its rank among all elements in the order of the convention.</summary>
    private static long[] Numbers(PoolLayout layout, PoolShape shape, PoolIndexing indexing)
    {
        long[] numbers = new long[shape.Length];
        for (int n = 0; n < shape.Batch; n++)
            for (int c = 0; c < shape.Channels; c++)
                for (int z = 0; z < shape.Depth; z++)
                    for (int y = 0; y < shape.Height; y++)
                        for (int x = 0; x < shape.Width; x++)
                        {
                            PoolShape sizes = shape;
                            numbers[PoolGen.Tests.Oracle.Place(layout, shape, n, c, z, y, x)] = indexing switch
                            {
                                PoolIndexing.Plane => PoolGen.Tests.Oracle.Place(PoolLayout.ChannelsFirst, sizes, 0, 0, z, y, x),
                                PoolIndexing.Tensor => PoolGen.Tests.Oracle.Place(PoolLayout.ChannelsFirst, sizes, n, c, z, y, x),
                                PoolIndexing.TensorColumnMajor => PoolGen.Tests.Oracle.Place(PoolLayout.ChannelsFirst, sizes, n, c, z, 0, 0) + (x * shape.Height) + y,
                                PoolIndexing.ChannelsLast => PoolGen.Tests.Oracle.Place(PoolLayout.ChannelsLast, sizes, 0, c, z, y, x),
                                _ => PoolGen.Tests.Oracle.Place(PoolLayout.ChannelsLast, sizes, n, c, z, y, x),
                            };
                        }

        return numbers;
    }

    private static (int N, int C) Owner(PoolLayout layout, PoolShape shape, int place)
    {
        int plane = shape.Depth * shape.Height * shape.Width;
        return layout == PoolLayout.ChannelsFirst
            ? (place / plane / shape.Channels, place / plane % shape.Channels)
            : (place / plane / shape.Channels, place % shape.Channels);
    }

    /// <summary>The place of the tap that PyTorch keeps: the first, unless a later one is more, or a NaN.</summary>
    private static int Window<T>(PoolConfig config, PoolShape shape, ReadOnlySpan<T> input, int n, int c, int z, int y, int x)
        where T : INumber<T>
    {
        int kept = -1;
        PoolAxis[] axes = [Stated(config.Depth, shape.Depth), Stated(config.Height, shape.Height), Stated(config.Width, shape.Width)];
        for (int i = 0; i < axes[0].Window; i++)
            for (int j = 0; j < axes[1].Window; j++)
                for (int k = 0; k < axes[2].Window; k++)
                {
                    int slice = (z * axes[0].Stride) - axes[0].PaddingBefore + (i * axes[0].Dilation);
                    int row = (y * axes[1].Stride) - axes[1].PaddingBefore + (j * axes[1].Dilation);
                    int column = (x * axes[2].Stride) - axes[2].PaddingBefore + (k * axes[2].Dilation);
                    if (slice < 0 || slice >= shape.Depth || row < 0 || row >= shape.Height || column < 0 || column >= shape.Width)
                        continue;
                    int place = PoolGen.Tests.Oracle.Place(config.Layout, shape, n, c, slice, row, column);
                    bool more = kept >= 0 && (config.Mode == PoolMode.Max ? input[place] > input[kept] : input[place] < input[kept]);
                    if (kept < 0 || more || T.IsNaN(input[place]))
                        kept = place;
                }

        return kept;
    }

    /// <summary>TensorFlow's "same": the last window, which starts at the last multiple of the stride, is whole.</summary>
    private static PoolAxis Stated(PoolAxis axis, int size)
    {
        if (axis.AutoPadding == PoolAutoPadding.None)
            return axis;
        int last = (size - 1) / axis.Stride * axis.Stride;
        int total = Math.Max(0, last + ((axis.Window - 1) * axis.Dilation) + 1 - size);
        int before = axis.AutoPadding == PoolAutoPadding.SameUpper ? total / 2 : total - (total / 2);
        return axis with { AutoPadding = PoolAutoPadding.None, PaddingBefore = before, PaddingAfter = total - before };
    }
}
