using CsCheck;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Dispatch;

/// <summary>Fractional max pooling against windows that are listed one by one.</summary>
public sealed class FractionalMaxPoolTests
{
    private static readonly Gen<(FractionalAxis Axis, int Size)> Axes =
        from window in Gen.Int[1, 4]
        from outputs in Gen.Int[1, 6]
        from more in Gen.Int[0, 7]
        select (new FractionalAxis(window, outputs), window + outputs - 1 + more);

    [Fact]
    public void Windows_are_those_that_PyTorch_makes()
    {
        // 7 elements, windows of 2, 3 outputs, sample 0.5: alpha is 2.5, so the starts are 0, trunc(3.75) - 1 and 5. Height: alpha 1, starts 0, 1, 2.
        FractionalMaxPool pool = new(new(1, 3), new(2, 3));
        float[] input = [.. Enumerable.Range(0, 21).Select(value => (float)value)];
        float[] output = new float[9];
        long[] indices = new long[9];
        pool.RunWithIndices(new PoolShape(1, 1, 3, 7), input, [0.5f, 0f], output, indices);

        Assert.Equal([1, 3, 6, 8, 10, 13, 15, 17, 20], output);
        Assert.Equal([1L, 3, 6, 8, 10, 13, 15, 17, 20], indices);
    }

    [Fact]
    public void Samples_stand_in_the_order_of_PyTorch()
    {
        // Along an axis of 4 elements with 3 windows of 1, the second starts at 1 for a sample of 0 and at 2 for one of 0.4.
        float[] plane = [.. Enumerable.Range(0, 16).Select(value => (float)value)], volume = [.. Enumerable.Range(0, 64).Select(value => (float)value)];
        float[] pooledPlane = new float[9], pooledVolume = new float[27];
        FractionalAxis axis = new(1, 3);
        new FractionalMaxPool(axis, axis).Run(new PoolShape(1, 1, 4, 4), plane, [0.4f, 0f], pooledPlane);
        new FractionalMaxPool(axis, axis, axis).Run(new PoolShape(1, 1, 4, 4, 4), volume, [0.4f, 0f, 0.4f], pooledVolume);

        Assert.Equal((1 * 4) + 2, pooledPlane[4]);
        Assert.Equal((2 * 16) + (1 * 4) + 2, pooledVolume[13]);
    }

    [Fact]
    public void Every_window_keeps_its_first_largest_element_or_its_last_NaN() => Gen.Select(Axes, Axes, Axes, Gen.Bool, Gen.Int[0, 1], Gen.Int[0, 1000]).Sample(
        (depth, height, width, volume, layout, seed) =>
        {
            PoolShape shape = new(2, 3, volume ? depth.Size : 2, height.Size, width.Size);
            FractionalMaxPool pool = volume ? new(depth.Axis, height.Axis, width.Axis) { Layout = (PoolLayout)layout } : new(height.Axis, width.Axis) { Layout = (PoolLayout)layout };
            Random random = new(seed);
            double[] input = [.. Enumerable.Range(0, shape.Length).Select(_ => random.Next(20) == 0 ? double.NaN : random.Next(-9, 9))];
            double[] samples = [.. Enumerable.Range(0, pool.SampleCount(shape)).Select(_ => random.NextDouble())];
            PoolShape pooled = pool.OutputShape(shape);
            double[] output = new double[pooled.Length];
            long[] indices = new long[pooled.Length];
            pool.RunWithIndices(shape, input, samples, output, indices);

            int axes = volume ? 3 : 2;
            for (int channel = 0; channel < 6; channel++)
            {
                double[] own = samples[(channel * axes)..((channel + 1) * axes)];
                for (int place = 0; place < pooled.Depth * pooled.Height * pooled.Width; place++)
                {
                    int z = place / pooled.Width / pooled.Height, y = place / pooled.Width % pooled.Height, x = place % pooled.Width;
                    int[] slices = volume ? Window(depth.Axis, shape.Depth, own[0])[z] : [z];
                    int[] rows = Window(height.Axis, shape.Height, own[1])[y], columns = Window(width.Axis, shape.Width, own[volume ? 2 : 0])[x];
                    (double value, long index)[] taps =
                    [
                        .. from slice in slices
                           from row in rows
                           from column in columns
                           select (input[Oracle.Place(pool.Layout, shape, channel / 3, channel % 3, slice, row, column)], (long)((((volume ? slice : 0) * shape.Height) + row) * shape.Width) + column),
                    ];
                    (double value, long index) expected = taps.Any(tap => double.IsNaN(tap.value))
                        ? taps.Last(tap => double.IsNaN(tap.value))
                        : taps.First(tap => tap.value == taps.Max(other => other.value));
                    int at = Oracle.Place(pool.Layout, pooled, channel / 3, channel % 3, z, y, x);
                    Assert.Equal(expected, (output[at], indices[at]));
                }
            }
        },
        iter: 300);

    [Fact]
    public void Halves_stay_inside_long_rows()
    {
        FractionalMaxPool pool = new(new(1, 1), new(2, 999));
        Half[] input = new Half[4099], output = new Half[999];
        pool.Run(new PoolShape(1, 1, 1, input.Length), input, [(Half)0.9f, Half.Zero], output);
        Assert.All(output, value => Assert.Equal(Half.Zero, value));
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_nothing_is_written()
    {
        FractionalMaxPool pool = new(new(2, 3), new(2, 3));
        float[] output = [7, 7, 7, 7, 7, 7, 7, 7, 7];
        PoolShape shape = new(1, 1, 5, 5);
        float[] input = new float[25];
        Refused("shape", "The height is 3; 3 windows of 2 need at least 4", () => pool.Run(new PoolShape(1, 1, 3, 5), input, [0f, 0f], output));
        Refused("input", "The input has 24 elements; the shape needs 25", () => pool.Run(shape, input.AsSpan(1), [0f, 0f], output));
        Refused("samples", "The samples has 1 elements; the shape needs 2", () => pool.Run<float>(shape, input, [0f], output));
        Refused("samples", "The sample at 1 is 1; it must be from 0 to below 1", () => pool.Run(shape, input, [0f, 1f], output));
        Refused("samples", "The sample at 0 is NaN; it must be from 0 to below 1", () => pool.Run(shape, input, [float.NaN, 0f], output));
        Refused("output", "The output has 8 elements; the shape needs 9", () => pool.Run(shape, input, [0f, 0f], output.AsSpan(1)));
        Refused("output", "overlaps", () => pool.Run<float>(shape, input, [0f, 0f], input));
        Refused("indices", "The indices have 8 elements; the output has 9", () => pool.RunWithIndices(shape, input, [0f, 0f], output, new long[8]));
        Refused("width", "The window of the width: 0 was found, and from 1 to 4096 is needed", () => GC.KeepAlive(new FractionalMaxPool(new(1, 1), new(0, 1))));
        Assert.All(output, value => Assert.Equal(7, value));
    }

    /// <summary>The elements of every window of an axis.</summary>
    private static int[][] Window(FractionalAxis axis, int size, double sample)
    {
        List<int> starts = [];
        double alpha = axis.Outputs == 1 ? 0 : (double)(size - axis.Window) / (axis.Outputs - 1);
        while (starts.Count < axis.Outputs - 1)
            starts.Add((int)Math.Floor((starts.Count + sample) * alpha) - (int)Math.Floor(sample * alpha));
        starts.Add(size - axis.Window);
        return [.. starts.Select(start => Enumerable.Range(start, axis.Window).ToArray())];
    }

    private static void Refused(string argument, string words, Action run)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(run);
        Assert.Equal(argument, refusal.ParamName);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }
}
