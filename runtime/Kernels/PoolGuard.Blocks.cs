using System;

namespace PoolGen;

/// <content>The checks before several poolings in one pass.</content>
public static partial class PoolGuard
{
    /// <summary>Checks the arguments of a call with the windows of a pyramid and returns the number of parts.</summary>
    /// <exception cref="ArgumentException">An argument does not fit; the message says what was found and what was needed.</exception>
    public static int CheckPyramid<T>(PoolPyramid pyramid, in PoolFixedShape fixedShape, in PoolShape shape, ReadOnlySpan<T> input, Span<T> output)
    {
        CheckAxes(fixedShape, shape);
        PoolShape pooled = pyramid.OutputShape(shape);
        CheckLength(nameof(input), input, shape);
        CheckLength<T>(nameof(output), output, pooled);
        CheckApart(nameof(output), (ReadOnlySpan<T>)output[..pooled.Length], nameof(input), input[..shape.Length]);
        return PyramidChain.Count(pyramid, shape);
    }

    /// <summary>Checks the arguments of a call that takes maxima and averages and returns the shape of both.</summary>
    /// <exception cref="ArgumentException">An argument does not fit; the message says what was found and what was needed.</exception>
    public static PoolShape CheckMaxAndAverage<T>(
        in PoolConfig config, in PoolFixedShape fixedShape, in PoolShape shape, ReadOnlySpan<T> input, Span<T> maximum, Span<T> average)
    {
        CheckAxes(fixedShape, shape);
        PoolShape pooled = PoolGeometry.OutputShape(config, shape);
        CheckLength(nameof(input), input, shape);
        CheckLength<T>(nameof(maximum), maximum, pooled);
        CheckLength<T>(nameof(average), average, pooled);
        ReadOnlySpan<T> read = input[..shape.Length], largest = maximum[..pooled.Length], mean = average[..pooled.Length];
        CheckApart(nameof(maximum), largest, nameof(input), read);
        CheckApart(nameof(average), mean, nameof(input), read);
        CheckApart(nameof(average), mean, nameof(maximum), largest);
        return pooled;
    }
}
