using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>The generic loops of the backward pass of sums and averages: any configuration, any number type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientFallback
{
    /// <summary>
    /// Fills some parts of the input's gradient with zeros and adds to every element what the windows that hold it contribute, window by window in
    /// row-major order and in the element type, as PyTorch does. Arguments were checked before.
    /// </summary>
    /// <exception cref="ArgumentException">The mode keeps one element of a window, which only an index names; nothing has been written.</exception>
    public static void Parts<T>(in PoolConfig config, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstPart, int endPart)
        where T : INumber<T>
    {
        if (PoolOperationRules.Backward(config.Mode, hasIndices: false) is PoolProblem refusal)
            throw new ArgumentException(refusal.Message, nameof(config));
        int parts = PoolScatter.Parts(config.Layout, PoolIndexing.Plane, shape);
        if (parts == 0 || firstPart >= endPart)
            return;

        FallbackProblem problem = new(config, shape);
        bool divides = PoolModeOptions.Of(config.Mode).Divides;
        int to = shape.Length / parts, rows = problem.Output.Depth * problem.Output.Height;
        inputGradient[(firstPart * to)..(endPart * to)].Clear();
        int channels = config.Layout == PoolLayout.ChannelsFirst ? 1 : shape.Channels;
        for (int row = firstPart * rows; row < endPart * rows; row++)
        {
            (int slice, int y) = Math.DivRem(row, problem.Output.Height);
            (int part, int z) = Math.DivRem(slice, problem.Output.Depth);
            AxisTaps depth = problem.DepthTaps(z), height = problem.HeightTaps(y);
            for (int column = 0; column < problem.Output.Width; column++)
            {
                AxisTaps width = problem.WidthTaps(column);
                T divisor = divides ? T.CreateTruncating(problem.DivisorOf(depth, height, width)) : T.One;
                ReadOnlySpan<T> gradients = outputGradient.Slice(((row * problem.Output.Width) + column) * channels, channels);
                Window(problem, gradients, divisor, inputGradient.Slice(part * to, to), depth, height, width);
            }
        }
    }

    private static void Window<T>(
        in FallbackProblem problem, ReadOnlySpan<T> gradients, T divisor, Span<T> target, in AxisTaps depth, in AxisTaps height, in AxisTaps width)
        where T : INumber<T>
    {
        for (int slice = 0; slice < depth.Count; slice++)
        {
            int z = depth.Position + (slice * problem.Depth.Dilation);
            for (int row = 0; row < height.Count; row++)
            {
                int y = height.Position + (row * problem.Height.Dilation);
                for (int column = 0; column < width.Count; column++)
                {
                    int x = width.Position + (column * problem.Width.Dilation);
                    Span<T> element = target.Slice(((((z * problem.Input.Height) + y) * problem.Input.Width) + x) * gradients.Length, gradients.Length);
                    for (int channel = 0; channel < gradients.Length; channel++)
                        element[channel] += gradients[channel] / divisor;
                }
            }
        }
    }
}
