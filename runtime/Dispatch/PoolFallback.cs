using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>The generic loops: any configuration, any number type, no unrolling.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PoolFallback
{
    /// <summary>Computes some output rows of arguments that were checked before.</summary>
    /// <typeparam name="T">Any number for max pooling; a type with fractions for averages.</typeparam>
    /// <exception cref="NotSupportedException">An average of whole numbers; nothing has been written.</exception>
    public static void Rows<T>(in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : INumber<T>
    {
        CheckElement<T>(config);
        FallbackProblem problem = new(config, shape);
        if (config.Mode == PoolMode.Max)
        {
            if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
                FallbackLoops<T, T, MaxOfOne<T>, Vector<T>, MaxOfVector<T>>.Rows(problem, input, output, firstRow, endRow);
            else
                FallbackLoops<T, T, MaxOfOne<T>, T, MaxOfOne<T>>.Rows(problem, input, output, firstRow, endRow);
        }
        else if (typeof(T) == typeof(Half))
        {
            FallbackLoops<T, float, AverageOfNarrow<T>, float, AverageOfNarrow<T>>.Rows(problem, input, output, firstRow, endRow);
        }
        else if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            FallbackLoops<T, T, AverageOfOne<T>, Vector<T>, AverageOfVector<T>>.Rows(problem, input, output, firstRow, endRow);
        }
        else
        {
            FallbackLoops<T, T, AverageOfOne<T>, T, AverageOfOne<T>>.Rows(problem, input, output, firstRow, endRow);
        }
    }

    /// <summary>Refuses averages of a type that has no fractions.</summary>
    internal static void CheckElement<T>(in PoolConfig config)
        where T : INumber<T>
    {
        if (config.Mode == PoolMode.Average && T.IsZero(T.One / (T.One + T.One)))
        {
            throw new NotSupportedException(
                $"The elements are {typeof(T).Name}, which has no fractions; an average needs a type that has them, such as Single or Double");
        }
    }
}
