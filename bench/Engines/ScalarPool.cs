namespace PoolGen.Bench.Engines;

/// <summary>Plain scalar pooling: over outputs, then over the taps that lie inside the map.</summary>
internal static class ScalarPool
{
    public static void Run(in PoolConfig config, in PoolShape shape, in PoolShape pooled, ReadOnlySpan<float> input, Span<float> output)
    {
        // Channels first is a batch of volumes with one channel each.
        bool last = config.Layout == PoolLayout.ChannelsLast;
        int volumes = last ? shape.Batch : shape.Batch * shape.Channels;
        int channels = last ? shape.Channels : 1;
        int inputLength = shape.Depth * shape.Height * shape.Width * channels;
        int outputLength = pooled.Height * pooled.Width * channels;
        for (int plane = 0; plane < volumes * pooled.Depth; plane++)
        {
            (int volume, int z) = Math.DivRem(plane, pooled.Depth);
            Taps slices = new(config.Depth, shape.Depth, z, config.CountIncludePad);
            Plane(config, shape, pooled, slices, channels, input.Slice(volume * inputLength, inputLength), output.Slice(plane * outputLength, outputLength));
        }
    }

    private static void Plane(
        in PoolConfig config, in PoolShape shape, in PoolShape pooled, in Taps slices, int channels, ReadOnlySpan<float> input, Span<float> output)
    {
        bool max = config.Mode == PoolMode.Max;
        int next = 0;
        for (int y = 0; y < pooled.Height; y++)
        {
            Taps rows = new(config.Height, shape.Height, y, config.CountIncludePad);
            for (int x = 0; x < pooled.Width; x++)
            {
                Taps columns = new(config.Width, shape.Width, x, config.CountIncludePad);
                float divisor = config.DivisorOverride ?? (slices.Counted * rows.Counted * columns.Counted);
                for (int channel = 0; channel < channels; channel++)
                {
                    output[next++] = max
                        ? Max(slices, rows, columns, shape, channels, input[channel..])
                        : Sum(slices, rows, columns, shape, channels, input[channel..]) / divisor;
                }
            }
        }
    }

    private static float Max(in Taps slices, in Taps rows, in Taps columns, in PoolShape shape, int channels, ReadOnlySpan<float> input)
    {
        float best = float.NegativeInfinity;
        for (int slice = slices.First; slice < slices.End; slice += slices.Step)
        {
            for (int row = rows.First; row < rows.End; row += rows.Step)
            {
                for (int column = columns.First; column < columns.End; column += columns.Step)
                {
                    float value = input[((((slice * shape.Height) + row) * shape.Width) + column) * channels];
                    if (value > best || float.IsNaN(value))
                        best = value;
                }
            }
        }

        return best;
    }

    private static float Sum(in Taps slices, in Taps rows, in Taps columns, in PoolShape shape, int channels, ReadOnlySpan<float> input)
    {
        float sum = 0;
        for (int slice = slices.First; slice < slices.End; slice += slices.Step)
        {
            for (int row = rows.First; row < rows.End; row += rows.Step)
            {
                for (int column = columns.First; column < columns.End; column += columns.Step)
                    sum += input[((((slice * shape.Height) + row) * shape.Width) + column) * channels];
            }
        }

        return sum;
    }

    /// <summary>The taps of a window that lie inside an axis, and how many of its taps the divisor counts.</summary>
    private readonly ref struct Taps
    {
        public Taps(PoolAxis axis, int size, int index, bool countPadding)
        {
            int start = (index * axis.Stride) - axis.PaddingBefore;
            int end = start + axis.EffectiveWindow;
            First = start;
            while (First < 0)
                First += axis.Dilation;
            End = Math.Min(end, size);
            Step = axis.Dilation;
            int countedStart = countPadding ? start : First;
            int countedEnd = Math.Min(end, countPadding ? size + axis.PaddingAfter : size);
            Counted = (countedEnd - countedStart + Step - 1) / Step;
        }

        public int First { get; }

        public int End { get; }

        public int Step { get; }

        public int Counted { get; }
    }
}
