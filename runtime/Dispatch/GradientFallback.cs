using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>The generic loops of the backward pass of sums and averages: any configuration, any number type with fractions.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientFallback
{
    /// <summary>
    /// Writes some rows of the input's gradient: to every element the sum of what the windows that hold it give, from +0 on, in row-major order of the
    /// windows and in the element type, as PyTorch does. Arguments were checked before.
    /// </summary>
    /// <exception cref="ArgumentException">The configuration and the elements have no such gradient; nothing has been written.</exception>
    public static void Rows<T>(in PoolConfig config, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstRow, int endRow)
        where T : INumber<T>
    {
        if (firstRow < endRow)
            GradientLoops<T>.Rows(new FallbackProblem(config, shape), outputGradient, inputGradient, firstRow, endRow);
    }
}
