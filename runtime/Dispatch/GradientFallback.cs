using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>The generic loops of the backward pass of sums, averages and norms: any configuration, any number type with fractions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientFallback
{
    /// <summary>
    /// Writes some rows of the input's gradient: to every element the sum of what the windows that hold it give, from +0 on, in row-major order of the
    /// windows and in the element type, as PyTorch does. Arguments were checked before.
    /// </summary>
    public static void Rows<T>(in PoolConfig config, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstRow, int endRow)
        where T : INumber<T>
    {
        if (firstRow < endRow)
            GradientLoops<T, SumGradient<T>>.Rows(new FallbackProblem(config, shape), new(outputGradient), inputGradient, firstRow, endRow);
    }

    /// <summary>The same for a norm, whose windows give each element a part of its own.</summary>
    public static void Rows<T>(
        in PoolConfig config, ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape,
        int firstRow, int endRow)
        where T : INumber<T>
    {
        if (firstRow < endRow)
        {
            NormGradient<T> windows = new(config.Norm!.Value, input, output, outputGradient);
            GradientLoops<T, NormGradient<T>>.Rows(new FallbackProblem(config, shape), windows, inputGradient, firstRow, endRow);
        }
    }
}
