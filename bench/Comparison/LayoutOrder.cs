namespace PoolGen.Bench.Comparison;

/// <summary>Reorders maps between channels first and channels last.</summary>
internal static class LayoutOrder
{
    /// <summary>Copies channels-last maps of the given shape into channels-first order.</summary>
    public static void ToChannelsFirst(in PoolShape shape, ReadOnlySpan<float> channelsLast, Span<float> channelsFirst) =>
        SwapAxes(shape.Batch, shape.Height * shape.Width, shape.Channels, channelsLast, channelsFirst);

    /// <summary>Copies channels-first maps of the given shape into channels-last order.</summary>
    public static void ToChannelsLast(in PoolShape shape, ReadOnlySpan<float> channelsFirst, Span<float> channelsLast) =>
        SwapAxes(shape.Batch, shape.Channels, shape.Height * shape.Width, channelsFirst, channelsLast);

    private static void SwapAxes(int batch, int rows, int columns, ReadOnlySpan<float> from, Span<float> to)
    {
        for (int sample = 0; sample < batch; sample++)
        {
            int start = sample * rows * columns;
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                    to[start + (column * rows) + row] = from[start + (row * columns) + column];
            }
        }
    }
}
