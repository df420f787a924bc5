namespace PoolGen.Bench.Comparison;

/// <summary>Reorders maps between channels first and channels last.</summary>
internal static class LayoutOrder
{
    /// <summary>Copies maps of the given shape from one layout to the other.</summary>
    public static void Copy<T>(in PoolShape shape, PoolLayout from, ReadOnlySpan<T> input, PoolLayout to, Span<T> output)
    {
        int plane = shape.Depth * shape.Height * shape.Width;
        if (from == to)
            input.CopyTo(output);
        else if (to == PoolLayout.ChannelsFirst)
            SwapAxes(shape.Batch, plane, shape.Channels, input, output);
        else
            SwapAxes(shape.Batch, shape.Channels, plane, input, output);
    }

    private static void SwapAxes<T>(int batch, int rows, int columns, ReadOnlySpan<T> from, Span<T> to)
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
