using System.Numerics;

namespace PoolGen.Tests;

/// <summary>
/// Pooling written as slowly and plainly as the contract reads: windows are found one by one, every tap is asked whether it lies
/// in the image. It shares nothing with the product but the plain properties of a configuration and of a shape.
/// </summary>
internal static class Oracle
{
    /// <summary>
    /// The number of windows along an axis, found one after another: a window counts while it fits the padded axis; in ceil mode
    /// one more counts where the windows so far leave elements or padding uncovered and it starts inside the axis or the padding before it.
    /// </summary>
    public static int Windows(PoolAxis axis, int size, bool ceilMode)
    {
        int reach = ((axis.Window - 1) * axis.Dilation) + 1;
        int paddedEnd = size + axis.PaddingAfter;
        int count = 0;
        int start = -axis.PaddingBefore;
        while (start + reach <= paddedEnd)
        {
            count++;
            start += axis.Stride;
        }

        // The end of the last window that fits; without one, the place that a first window would have to follow on.
        int covered = start - axis.Stride + reach;
        return ceilMode && covered < paddedEnd && start < size ? count + 1 : count;
    }

    /// <summary>Whether the contract lets the configuration pool this shape: every axis gives output and every window holds an element.</summary>
    public static bool Accepts(PoolConfig config, PoolShape shape) =>
        Accepts(config.Depth, shape.Depth, config.CeilMode)
        && Accepts(config.Height, shape.Height, config.CeilMode)
        && Accepts(config.Width, shape.Width, config.CeilMode);

    /// <summary>The shape of the output.</summary>
    public static PoolShape OutputShape(PoolConfig config, PoolShape shape) => new(
        shape.Batch,
        shape.Channels,
        Windows(config.Depth, shape.Depth, config.CeilMode),
        Windows(config.Height, shape.Height, config.CeilMode),
        Windows(config.Width, shape.Width, config.CeilMode));

    /// <summary>Pools a whole batch; <paramref name="input"/> lies in the configuration's layout, and so does the result.</summary>
    public static T[] Pool<T>(PoolConfig config, PoolShape shape, ReadOnlySpan<T> input)
        where T : IFloatingPointIeee754<T>
    {
        PoolShape pooled = OutputShape(config, shape);
        T[] output = new T[pooled.Batch * pooled.Channels * pooled.Depth * pooled.Height * pooled.Width];
        for (int n = 0; n < pooled.Batch; n++)
        {
            for (int c = 0; c < pooled.Channels; c++)
            {
                for (int z = 0; z < pooled.Depth; z++)
                {
                    for (int y = 0; y < pooled.Height; y++)
                    {
                        for (int x = 0; x < pooled.Width; x++)
                            output[Place(config.Layout, pooled, n, c, z, y, x)] = Window(config, shape, input, n, c, z, y, x);
                    }
                }
            }
        }

        return output;
    }

    /// <summary>Where an element lies in memory.</summary>
    public static int Place(PoolLayout layout, PoolShape shape, int n, int c, int z, int y, int x) =>
        layout == PoolLayout.ChannelsFirst
            ? (((((((n * shape.Channels) + c) * shape.Depth) + z) * shape.Height) + y) * shape.Width) + x
            : (((((((n * shape.Depth) + z) * shape.Height) + y) * shape.Width) + x) * shape.Channels) + c;

    private static bool Accepts(PoolAxis axis, int size, bool ceilMode)
    {
        int windows = Windows(axis, size, ceilMode);
        for (int i = 0; i < windows; i++)
        {
            bool any = false;
            for (int tap = 0; tap < axis.Window; tap++)
                any |= Position(axis, i, tap) is int place && place >= 0 && place < size;
            if (!any)
                return false;
        }

        return windows > 0;
    }

    private static int Position(PoolAxis axis, int window, int tap) => (window * axis.Stride) - axis.PaddingBefore + (tap * axis.Dilation);

    private static T Window<T>(PoolConfig config, PoolShape shape, ReadOnlySpan<T> input, int n, int c, int z, int y, int x)
        where T : IFloatingPointIeee754<T>
    {
        // PyTorch's maximum starts at minus infinity and takes what is larger or NaN; its sum starts at +0 and goes slice by slice, row by row.
        T largest = T.NegativeInfinity;
        T sum = T.Zero;
        int inside = 0;
        int insidePadding = 0;
        for (int tap = 0; tap < config.Depth.Window * config.Height.Window * config.Width.Window; tap++)
        {
            int slice = Position(config.Depth, z, tap / config.Width.Window / config.Height.Window);
            int row = Position(config.Height, y, tap / config.Width.Window % config.Height.Window);
            int column = Position(config.Width, x, tap % config.Width.Window);
            if (slice < shape.Depth + config.Depth.PaddingAfter && row < shape.Height + config.Height.PaddingAfter && column < shape.Width + config.Width.PaddingAfter)
                insidePadding++;
            if (slice < 0 || slice >= shape.Depth || row < 0 || row >= shape.Height || column < 0 || column >= shape.Width)
                continue;
            T value = input[Place(config.Layout, shape, n, c, slice, row, column)];
            if (value > largest || T.IsNaN(value))
                largest = value;
            sum += value;
            inside++;
        }

        if (config.Mode == PoolMode.Max)
            return largest;

        int divisor = config.DivisorOverride ?? (config.CountIncludePad ? insidePadding : inside);

        // A quotient of -0 (an underflow, or a zero by a negative divisor) comes out as +0: the contract promises never -0.
        return T.Zero + (sum / T.CreateTruncating(divisor));
    }
}
