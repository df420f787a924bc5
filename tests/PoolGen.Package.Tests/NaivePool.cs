using System.Globalization;
using System.Numerics;

namespace PoolGen.Package.Tests;

/// <summary>What a consumer must have printed: plain loops that share nothing with the package.</summary>
internal sealed record NaivePool(bool Average, int Window, int Stride, int Batch, int Channels, int Height, int Width)
{
    public int Padding { get; init; }

    public bool Ceil { get; init; }

    public bool ExcludePad { get; init; }

    public bool ChannelsLast { get; init; }

    public bool InDouble { get; init; }

    /// <summary>The output elements as text, separated by blanks.</summary>
    public string Text() => InDouble ? Text<double>() : Text<float>();

    private string Text<T>()
        where T : IFloatingPointIeee754<T>
    {
        int rows = OutputSize(Height), columns = OutputSize(Width);
        List<string> values = [];
        for (int batch = 0; batch < Batch; batch++)
        {
            // The output has the layout of the input: channels outermost or innermost.
            for (int outer = 0; outer < (ChannelsLast ? rows : Channels); outer++)
            {
                for (int middle = 0; middle < (ChannelsLast ? columns : rows); middle++)
                {
                    for (int inner = 0; inner < (ChannelsLast ? Channels : columns); inner++)
                    {
                        T value = ChannelsLast ? Pool<T>(batch, inner, outer, middle) : Pool<T>(batch, outer, middle, inner);
                        values.Add(value.ToString("R", CultureInfo.InvariantCulture));
                    }
                }
            }
        }

        return string.Join(' ', values);
    }

    private T Pool<T>(int batch, int channel, int row, int column)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero, most = T.NegativeInfinity;
        int counted = 0;
        for (int y = (row * Stride) - Padding; y < (row * Stride) - Padding + Window; y++)
        {
            for (int x = (column * Stride) - Padding; x < (column * Stride) - Padding + Window; x++)
            {
                if (y < 0 || y >= Height || x < 0 || x >= Width)
                {
                    // What ceil mode adds beyond the padding never counts.
                    counted += !ExcludePad && y < Height + Padding && x < Width + Padding ? 1 : 0;
                    continue;
                }

                T value = Input<T>(batch, channel, y, x);
                sum += value;
                most = T.IsNaN(value) || value > most ? value : most;
                counted++;
                if (T.IsNaN(most))
                    most = T.NaN;
            }
        }

        return Average ? sum / T.CreateChecked(counted) : most;
    }

    private T Input<T>(int batch, int channel, int y, int x)
        where T : IFloatingPointIeee754<T>
    {
        int i = ChannelsLast
            ? (((((batch * Height) + y) * Width) + x) * Channels) + channel
            : (((((batch * Channels) + channel) * Height) + y) * Width) + x;
        return i % 499 == 498 ? T.NaN : T.CreateChecked((i * 7919 % 1009) - 500) / T.CreateChecked(7);
    }

    private int OutputSize(int size)
    {
        int count = 0;
        while (Ceil
            ? (count * Stride) - Padding < size && (count == 0 || ((count - 1) * Stride) - Padding + Window < size + Padding)
            : (count * Stride) - Padding + Window <= size + Padding)
        {
            count++;
        }

        return count;
    }
}
