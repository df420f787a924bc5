using CsCheck;
using Xunit;

namespace PoolGen.Tests.Dispatch;

/// <summary>The fallback over depth, height and width, against three axes walked tap by tap here.</summary>
public sealed class VolumeTests
{
    private static readonly Gen<PoolConfig> Configs =
        from mode in Gen.Int[0, 1]
        from depth in RandomPools.Axis
        from height in RandomPools.Axis
        from width in RandomPools.Axis
        from options in RandomPools.Options
        select new PoolConfig((PoolMode)mode, depth, height, width, options);

    private static readonly Gen<PoolShape> Shapes =
        from batch in Gen.Int[1, 2]
        from channels in Gen.Int[1, 11]
        from depth in Gen.Int[1, 6]
        from height in Gen.Int[1, 6]
        from width in Gen.Int[1, 19]
        select new PoolShape(batch, channels, depth, height, width);

    [Fact]
    public void Every_volume_agrees_with_taps_walked_one_by_one()
    {
        int compared = 0;
        Gen.Select(Configs, Shapes, Gen.Int[0, 1000]).Sample(
            (config, shape, seed) =>
            {
                if (!Taken(config.Depth, shape.Depth, config) || !Taken(config.Height, shape.Height, config) || !Taken(config.Width, shape.Width, config))
                    return;
                Random random = new(seed);
                double[] input = [.. Enumerable.Range(0, shape.Length).Select(_ => (random.NextDouble() - 0.5) * 100)];
                PoolShape pooled = config.OutputShape(shape);
                double[] output = new double[pooled.Length];

                PoolFallback.Rows<double>(config, input, output, shape, 0, pooled.Rows(config.Layout));

                Assert.Equal(Expected(config, shape, input), output);
                Interlocked.Increment(ref compared);
            },
            iter: 3000);
        Assert.True(compared > 300, $"only {compared} volumes were compared");
    }

    private static bool Taken(PoolAxis axis, int size, PoolConfig config)
    {
        int windows = Oracle.Windows(axis, size, config.CeilMode);
        return windows > 0 && Enumerable.Range(0, windows).All(window => Taps(axis, window).Any(place => place >= 0 && place < size));
    }

    private static double[] Expected(PoolConfig config, PoolShape shape, double[] input)
    {
        int depths = Oracle.Windows(config.Depth, shape.Depth, config.CeilMode);
        int heights = Oracle.Windows(config.Height, shape.Height, config.CeilMode);
        int widths = Oracle.Windows(config.Width, shape.Width, config.CeilMode);
        double[] output = new double[shape.Batch * shape.Channels * depths * heights * widths];
        for (int n = 0; n < shape.Batch; n++)
        {
            for (int c = 0; c < shape.Channels; c++)
            {
                for (int place = 0; place < depths * heights * widths; place++)
                {
                    int z = place / (heights * widths), y = place / widths % heights, x = place % widths;
                    output[Place(config.Layout, shape.Channels, depths, heights, widths, n, c, z, y, x)] = Window(config, shape, input, n, c, z, y, x);
                }
            }
        }

        return output;
    }

    private static double Window(PoolConfig config, PoolShape shape, double[] input, int n, int c, int z, int y, int x)
    {
        double sum = 0, largest = double.NegativeInfinity;
        int inside = 0, padded = 0;
        foreach (int slice in Taps(config.Depth, z))
        {
            foreach (int row in Taps(config.Height, y))
            {
                foreach (int column in Taps(config.Width, x))
                {
                    bool inPadding = slice < shape.Depth + config.Depth.PaddingAfter
                        && row < shape.Height + config.Height.PaddingAfter
                        && column < shape.Width + config.Width.PaddingAfter;
                    padded += inPadding ? 1 : 0;
                    if (slice < 0 || slice >= shape.Depth || row < 0 || row >= shape.Height || column < 0 || column >= shape.Width)
                        continue;
                    double value = input[Place(config.Layout, shape.Channels, shape.Depth, shape.Height, shape.Width, n, c, slice, row, column)];
                    sum += value;
                    largest = Math.Max(largest, value);
                    inside++;
                }
            }
        }

        return config.Mode == PoolMode.Max ? largest : sum / (config.DivisorOverride ?? (config.CountIncludePad ? padded : inside));
    }

    private static IEnumerable<int> Taps(PoolAxis axis, int window) =>
        Enumerable.Range(0, axis.Window).Select(tap => (window * axis.Stride) - axis.PaddingBefore + (tap * axis.Dilation));

    private static int Place(PoolLayout layout, int channels, int depth, int height, int width, int n, int c, int z, int y, int x) =>
        layout == PoolLayout.ChannelsFirst
            ? (((((((n * channels) + c) * depth) + z) * height) + y) * width) + x
            : (((((((n * depth) + z) * height) + y) * width) + x) * channels) + c;
}
