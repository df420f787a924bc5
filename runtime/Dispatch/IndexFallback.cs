using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>The generic loops of pooling with indices: any configuration, any number type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IndexFallback
{
    /// <summary>Computes some output rows of arguments that were checked before.</summary>
    /// <typeparam name="T">Any number.</typeparam>
    /// <typeparam name="TIndex">The type of indices.</typeparam>
    /// <exception cref="ArgumentException">The mode keeps no element of a window, or the convention is unknown; nothing has been written.</exception>
    public static void Rows<T, TIndex>(
        in PoolConfig config, PoolIndexing indexing, ReadOnlySpan<T> input, Span<T> output, Span<TIndex> indices, in PoolShape shape, int firstRow, int endRow)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex>
    {
        if (PoolOperationRules.Indices(config.Mode, indexing) is PoolProblem refusal)
            throw new ArgumentException(refusal.Message, nameof(config));
        FallbackProblem problem = new(config, shape);
        PoolIndexSteps steps = new(indexing, shape);
        if (config.Mode == PoolMode.Max)
            Rows<T, TIndex, LargestTap>(problem, steps, input, output, indices, firstRow, endRow);
        else
            Rows<T, TIndex, SmallestTap>(problem, steps, input, output, indices, firstRow, endRow);
    }

    private static void Rows<T, TIndex, TChoice>(
        in FallbackProblem problem, in PoolIndexSteps steps, ReadOnlySpan<T> input, Span<T> output, Span<TIndex> indices, int firstRow, int endRow)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex>
        where TChoice : struct, ITapChoice
    {
        bool first = problem.Layout == PoolLayout.ChannelsFirst;
        int channels = first ? 1 : problem.Input.Channels;
        for (int row = firstRow; row < endRow; row++)
        {
            (int slice, int y) = Math.DivRem(row, problem.Output.Height);
            (int plane, int z) = Math.DivRem(slice, problem.Output.Depth);
            AxisTaps depth = problem.DepthTaps(z), height = problem.HeightTaps(y);
            for (int column = 0; column < problem.Output.Width; column++)
            {
                AxisTaps width = problem.WidthTaps(column);
                for (int lane = 0; lane < channels; lane++)
                {
                    (int sample, int channel) = first ? Math.DivRem(plane, problem.Input.Channels) : (plane, lane);
                    int target = (((row * problem.Output.Width) + column) * channels) + lane;
                    (output[target], int offset) = Window<T, TChoice>(problem, steps, input, plane, lane, depth, height, width);
                    indices[target] = TIndex.CreateTruncating((sample * steps.Batch) + (channel * steps.Channel) + offset);
                }
            }
        }
    }

    /// <summary>PyTorch's rule: starts from the first tap; a tap that is more, or a NaN, takes its place.</summary>
    private static (T Kept, int Index) Window<T, TChoice>(
        in FallbackProblem problem, in PoolIndexSteps steps, ReadOnlySpan<T> input, int plane, int lane, in AxisTaps depth, in AxisTaps height, in AxisTaps width)
        where T : INumber<T>
        where TChoice : struct, ITapChoice
    {
        int channels = problem.Layout == PoolLayout.ChannelsFirst ? 1 : problem.Input.Channels;
        T? kept = default;
        int index = -1;
        for (int slice = 0; slice < depth.Count; slice++)
        {
            int z = depth.Position + (slice * problem.Depth.Dilation);
            for (int row = 0; row < height.Count; row++)
            {
                int y = height.Position + (row * problem.Height.Dilation);
                int start = ((((plane * problem.Input.Depth) + z) * problem.Input.Height) + y) * problem.Input.Width;
                for (int column = 0; column < width.Count; column++)
                {
                    int x = width.Position + (column * problem.Width.Dilation);
                    T tap = input[((start + x) * channels) + lane];
                    if (index >= 0 && !TChoice.Takes(tap, kept!) && !T.IsNaN(tap))
                        continue;
                    kept = tap;
                    index = (z * steps.Depth) + (y * steps.Height) + (x * steps.Width);
                }
            }
        }

        return (kept!, index);
    }
}
