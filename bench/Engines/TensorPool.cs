using System.Numerics.Tensors;

namespace PoolGen.Bench.Engines;

/// <summary>
/// Pooling out of <see cref="TensorPrimitives"/>: the tap rows of a window, those of all its slices, meet first, in a padded row, and then its
/// columns. Whole rows meet at a time where windows start at every column; else pixels of several channels, or, where a pixel is one
/// number, whole rows again, of which every stride-th number is kept.
/// </summary>
internal sealed class TensorPool
{
    private readonly PoolConfig config;
    private readonly PoolShape shape;
    private readonly PoolShape pooled;

    /// <summary>Numbers of a pixel that are next to each other: channels first is a batch of planes with one channel each.</summary>
    private readonly int channels;

    /// <summary>A row of the input with its padding; what is padding is never written again.</summary>
    private readonly float[] padded;

    /// <summary>The windows that start at each column, where only some of them are wanted.</summary>
    private readonly float[] windows;

    /// <summary>Neighbouring outputs of a row with the same number of counted columns.</summary>
    private readonly (int Start, int Length, int Counted)[] runs;

    public TensorPool(in PoolConfig config, in PoolShape shape, in PoolShape pooled)
    {
        this.config = config;
        this.shape = shape;
        this.pooled = pooled;
        PoolAxis columns = config.Width;
        channels = config.Layout == PoolLayout.ChannelsLast ? shape.Channels : 1;
        int starts = ((pooled.Width - 1) * columns.Stride) + 1;
        padded = new float[Math.Max(columns.PaddingBefore + shape.Width, starts + columns.EffectiveWindow - 1) * channels];
        padded.AsSpan().Fill(config.Mode == PoolMode.Max ? float.NegativeInfinity : 0);
        windows = new float[starts];
        runs = [.. Runs(config, shape, pooled)];
    }

    public void Run(ReadOnlySpan<float> input, Span<float> output)
    {
        int inputRow = shape.Width * channels, outputRow = pooled.Width * channels;
        int inputVolume = shape.Depth * shape.Height * inputRow;
        int planes = shape.Length / inputVolume * pooled.Depth;
        for (int plane = 0; plane < planes; plane++)
        {
            (int volume, int z) = Math.DivRem(plane, pooled.Depth);
            ReadOnlySpan<float> map = input.Slice(volume * inputVolume, inputVolume);
            for (int y = 0; y < pooled.Height; y++)
            {
                CombineRows(map, z, y);
                Span<float> row = output.Slice(((plane * pooled.Height) + y) * outputRow, outputRow);
                CombineColumns(row);
                if (config.Mode == PoolMode.Average)
                    Divide(row, z, y);
            }
        }
    }

    /// <summary>The tap rows of the windows at one depth and height, combined into the padded row.</summary>
    private void CombineRows(ReadOnlySpan<float> map, int z, int y)
    {
        PoolAxis deep = config.Depth, tall = config.Height;
        int length = shape.Width * channels;
        (int firstSlice, int endSlice) = PoolGeometry.ValidTaps(deep, shape.Depth, z);
        (int firstRow, int endRow) = PoolGeometry.ValidTaps(tall, shape.Height, y);
        int front = PoolGeometry.WindowStart(deep, z), top = PoolGeometry.WindowStart(tall, y);
        Span<float> combined = padded.AsSpan(config.Width.PaddingBefore * channels, length);
        for (int slice = firstSlice; slice < endSlice; slice++)
        {
            for (int row = firstRow; row < endRow; row++)
            {
                int start = (((front + (slice * deep.Dilation)) * shape.Height) + top + (row * tall.Dilation)) * length;
                ReadOnlySpan<float> taps = map.Slice(start, length);
                if (slice == firstSlice && row == firstRow)
                    taps.CopyTo(combined);
                else
                    Combine(combined, taps, combined);
            }
        }
    }

    /// <summary>The columns of the windows, combined from the padded row.</summary>
    private void CombineColumns(Span<float> output)
    {
        PoolAxis axis = config.Width;
        if (axis.Stride == 1)
        {
            CombineTaps(0, output);
        }
        else if (channels > 1)
        {
            for (int x = 0; x < pooled.Width; x++)
                CombineTaps(x * axis.Stride, output.Slice(x * channels, channels));
        }
        else
        {
            CombineTaps(0, windows);
            for (int x = 0; x < output.Length; x++)
                output[x] = windows[x * axis.Stride];
        }
    }

    /// <summary>Windows that start at neighbouring columns: as many as the output holds.</summary>
    private void CombineTaps(int column, Span<float> output)
    {
        PoolAxis axis = config.Width;
        padded.AsSpan(column * channels, output.Length).CopyTo(output);
        for (int tap = 1; tap < axis.Window; tap++)
            Combine(output, padded.AsSpan((column + (tap * axis.Dilation)) * channels, output.Length), output);
    }

    private void Combine(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result)
    {
        if (config.Mode == PoolMode.Max)
            TensorPrimitives.Max(left, right, result);
        else
            TensorPrimitives.Add(left, right, result);
    }

    private void Divide(Span<float> row, int z, int y)
    {
        int rows = PoolGeometry.DivisorExtent(config.Depth, shape.Depth, z, config.CountIncludePad) * PoolGeometry.DivisorExtent(config.Height, shape.Height, y, config.CountIncludePad);
        foreach ((int start, int length, int counted) in runs)
        {
            Span<float> sums = row.Slice(start * channels, length * channels);
            TensorPrimitives.Divide(sums, config.DivisorOverride ?? (rows * counted), sums);
        }
    }

    private static IEnumerable<(int Start, int Length, int Counted)> Runs(PoolConfig config, PoolShape shape, PoolShape pooled)
    {
        int Counted(int x) => PoolGeometry.DivisorExtent(config.Width, shape.Width, x, config.CountIncludePad);
        int start = 0;
        for (int x = 1; x <= pooled.Width; x++)
        {
            if (x < pooled.Width && Counted(x) == Counted(start))
                continue;
            yield return (start, x - start, Counted(start));
            start = x;
        }
    }
}
