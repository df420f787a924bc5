using System.Runtime.InteropServices;
using PoolGen.Tests.Support;

namespace PoolGen.Tests.Kernels;

/// <summary>The shapes that a kernel is tried on.</summary>
internal static class TestShapes
{
    // The oracle takes every tap of a volume, and every kernel runs hot over them: larger volumes are tried now and then only.
    private const int LargeVolume = 8 * 1024;

    // Beyond two vectors of the widest kind, four times over: every count of whole vectors and every tail.
    private const int Widest = 67;

    /// <summary>Shapes that the kernel takes, and how many of the tried ones its configuration refuses.</summary>
    public static (List<PoolShape> Accepted, int Refused) For(PoolKernel kernel)
    {
        List<PoolShape> shapes = [.. Tried(kernel).Distinct()];
        List<PoolShape> accepted = [.. shapes.Where(shape => Oracle.Accepts(kernel.Config, shape))];
        return (accepted, shapes.Count - accepted.Count);
    }

    /// <summary>A few shapes of every kind, for checks that are slow or repeated.</summary>
    public static List<PoolShape> Few(PoolKernel kernel)
    {
        List<PoolShape> accepted = For(kernel).Accepted;
        int step = Math.Max(1, accepted.Count / 24);
        return [.. accepted.Where((_, index) => index % step == 0)];
    }

    /// <summary>A shape with so many bytes that the dispatcher splits it, or null where the fixed axes leave no such shape.</summary>
    public static PoolShape? Large(PoolKernel kernel, int threads)
    {
        const int bytesWorthAThread = 1 << 18;
        int elementSize = Marshal.SizeOf(kernel.ElementType);
        PoolShape small = Fixed(kernel.FixedShape, new PoolShape(1, 3, Oracle.Accepts(kernel.Config, new PoolShape(1, 1, 1, 37, 41)) ? 1 : 7, 37, 41));
        int times = 1 + (threads * bytesWorthAThread / (small.Length * elementSize));
        if (kernel.FixedShape.Batch is null)
            return new PoolShape(times, small.Channels, small.Depth, small.Height, small.Width);
        return kernel.FixedShape.Channels is null ? new PoolShape(small.Batch, times * small.Channels, small.Depth, small.Height, small.Width) : null;
    }

    /// <summary>Every shape that the kernel is tried on, refused ones among them.</summary>
    public static IEnumerable<PoolShape> Tried(PoolKernel kernel) =>
        Planes(kernel.Config)
            .Concat(Marshal.SizeOf(kernel.ElementType) < sizeof(int) ? Wide : [])
            .Concat(kernel.Config.IsAdaptive || kernel.Config is { Height.Window: 1, Width: { Window: >= 16, Stride: 1 } } ? Long(kernel) : [])
            .Concat(kernel.Config is { Layout: PoolLayout.ChannelsLast } and ({ PoolsDepth: false } or { IsAdaptive: true }) ? [Colliding(kernel)] : [])
            .SelectMany((shape, index) => Volumes(kernel.Config, shape, index))
            .Select(shape => Fixed(kernel.FixedShape, shape));

    /// <summary>Every kind of data, one after another; what only an exact sum gets right is left to exact kernels.</summary>
    public static Data DataFor(PoolConfig config, int index)
    {
        Data[] kinds = config.AllowReassociation
            ? [Data.Integers, Data.Spread, Data.Special, Data.Negative]
            : [Data.Integers, Data.Spread, Data.Special, Data.Negative, Data.Subnormal, Data.Large];
        return kinds[index % kinds.Length];
    }

    /// <summary>Rows beyond the scratch memory of adaptive kernels and of long windows.</summary>
    private static IEnumerable<PoolShape> Long(PoolKernel kernel) =>
        [new(1, 2, 2, 2100), new(1, 1, 1, Marshal.SizeOf(kernel.ElementType) < sizeof(int) ? 20000 : 8200)];

    /// <summary>Pixels of a page each, which fall into the same sets of a cache, in windows of several; adaptive ones have four by four.</summary>
    private static PoolShape Colliding(PoolKernel kernel)
    {
        return new PoolShape(1, 4096 / Marshal.SizeOf(kernel.ElementType), Size(kernel.Config.Height), Size(kernel.Config.Width));

        static int Size(PoolAxis axis) => axis.Outputs != 0 ? 4 * Math.Min(axis.Outputs, 8) : Math.Min(Sizes(axis)[^1], 16);
    }

    /// <summary>Beyond several vectors of elements of 8 bits.</summary>
    private static IEnumerable<PoolShape> Wide =>
    [
        new(1, 1, 9, 127), new(1, 1, 9, 128), new(2, 1, 9, 200), new(1, 127, 9, 9), new(1, 128, 9, 9), new(1, 131, 9, 9), new(1, 161, 9, 9),
    ];

    /// <summary>
    /// The shape with a depth: one of those that the configuration takes, or does not take, in turn. Where nothing happens along
    /// the depth, every slice is a plane like any other, and a few shapes are enough to show it.
    /// </summary>
    private static IEnumerable<PoolShape> Volumes(PoolConfig config, PoolShape shape, int index)
    {
        if (config.Depth == default)
        {
            yield return shape;
            if (index % 11 == 0)
                yield return new PoolShape(shape.Batch, shape.Channels, 2 + (index % 3), shape.Height, shape.Width);
            yield break;
        }

        int[] depths = [.. Sizes(config.Depth).SkipLast(1).Where(depth => Oracle.Windows(config.Depth, depth, config.CeilMode) > 0)];
        PoolShape volume = new(shape.Batch, shape.Channels, depths[index % depths.Length], shape.Height, shape.Width);
        if (volume.Length <= LargeVolume || index % 8 == 0)
            yield return volume;
        if (index % 11 == 0)
            yield return shape;
    }

    private static IEnumerable<PoolShape> Planes(PoolConfig config)
    {
        int[] heights = Sizes(config.Height);
        int[] widths = Sizes(config.Width);
        for (int width = 1; width <= Widest; width++)
            yield return new PoolShape(1 + (width % 2), 1 + (width % 3), heights[width % heights.Length], width);

        // Narrow planes, where kernels may go across planes or channels instead of along rows.
        for (int channels = 1; channels <= Widest; channels++)
        {
            yield return new PoolShape(1, channels, heights[channels % heights.Length], widths[channels % widths.Length]);
            yield return new PoolShape(1 + (channels % 3), channels, 1 + (channels % 8), 1 + (channels % 5));
        }

        foreach (int height in heights)
        {
            foreach (int width in widths)
                yield return new PoolShape(1, 2, height, width);
        }

        yield return new PoolShape(1, 1, 1, 1);
        yield return new PoolShape(0, 3, heights[^1], widths[^1]);
        yield return new PoolShape(3, 2, heights[^1], widths[^1]);
        yield return new PoolShape(3, 1, 4, 4);
        yield return new PoolShape(2, 5, 7, 7);
        yield return new PoolShape(1, 3, 13, 13);
        yield return new PoolShape(1, 2, 33, 131);

        // As many planes as lanes and a few more, as wide as kernels may put in lanes.
        yield return new PoolShape(1, 19, 13, 13);
        yield return new PoolShape(3, 3, 20, 20);
        yield return new PoolShape(1, 8, 9, 21);
    }

    /// <summary>Sizes around one window, or one element for each output, two of them, and a few.</summary>
    private static int[] Sizes(PoolAxis axis)
    {
        int reach = axis.Outputs != 0 ? axis.Outputs : ((axis.Window - 1) * axis.Dilation) + 1;
        int[] sizes = [1, 2, reach - 1, reach, reach + 1, reach + axis.Stride, reach + (2 * axis.Stride) + 1, (2 * reach) + 3];
        return [.. sizes.Where(size => size > 0).Distinct()];
    }

    /// <summary>A shape with the fixed axes in place.</summary>
    public static PoolShape Fixed(PoolFixedShape axes, PoolShape shape) => new(
        axes.Batch ?? shape.Batch, axes.Channels ?? shape.Channels, axes.Depth ?? shape.Depth, axes.Height ?? shape.Height, axes.Width ?? shape.Width);
}
