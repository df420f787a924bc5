using System;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>The checks before other operations than the plain forward pass.</summary>
public static partial class PoolGuard
{
    /// <summary>Checks the arguments of a pooling call with indices and returns the shape of its output.</summary>
    /// <exception cref="ArgumentException">An argument does not fit; the message says what was found and what was needed.</exception>
    public static PoolShape CheckWithIndices<T, TIndex>(
        in PoolConfig config, in PoolFixedShape fixedShape, in PoolShape shape, ReadOnlySpan<T> input, Span<T> output, Span<TIndex> indices)
    {
        PoolShape pooled = Check(config, fixedShape, shape, input, output);
        CheckLength<TIndex>("indices", indices, pooled);
        CheckApart("indices", (ReadOnlySpan<TIndex>)indices[..pooled.Length], "input", input[..shape.Length]);
        CheckApart("indices", (ReadOnlySpan<TIndex>)indices[..pooled.Length], "output", (ReadOnlySpan<T>)output[..pooled.Length]);
        return pooled;
    }

    /// <summary>Checks the arguments of a call that puts elements where indices say, and every index; returns the number of parts.</summary>
    /// <exception cref="ArgumentException">An argument does not fit; the message says what was found and what was needed.</exception>
    public static int CheckScatter<T, TIndex>(
        in PoolConfig config, in PoolFixedShape fixedShape, PoolOperation operation, PoolIndexing indexing, in PoolShape shape,
        ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target)
        where TIndex : struct, IBinaryInteger<TIndex>
    {
        bool backward = operation == PoolOperation.Backward;
        string from = backward ? "outputGradient" : "input", to = backward ? "inputGradient" : "output";
        CheckAxes(fixedShape, shape);
        PoolShape pooled = PoolGeometry.OutputShape(config, shape);
        CheckLength(from, values, pooled);
        CheckLength(nameof(indices), indices, pooled);
        CheckLength<T>(to, target, shape);
        ReadOnlySpan<T> written = target[..shape.Length];
        ReadOnlySpan<TIndex> used = indices[..pooled.Length];
        CheckApart(to, written, from, values[..pooled.Length]);
        CheckApart(to, written, nameof(indices), used);
        PoolScatter.CheckRange(used, new PoolIndexSteps(indexing, shape).End);
        return PoolScatter.Parts(config.Layout, indexing, shape);
    }

    /// <summary>Checks the arguments of a call that computes a gradient without indices; returns the number of its rows.</summary>
    /// <exception cref="ArgumentException">An argument does not fit; the message says what was found and what was needed.</exception>
    public static int CheckGradient<T>(
        in PoolConfig config, in PoolFixedShape fixedShape, in PoolShape shape, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        CheckAxes(fixedShape, shape);
        PoolShape pooled = PoolGeometry.OutputShape(config, shape);
        CheckLength(nameof(outputGradient), outputGradient, pooled);
        CheckLength<T>(nameof(inputGradient), inputGradient, shape);
        CheckApart(nameof(inputGradient), (ReadOnlySpan<T>)inputGradient[..shape.Length], nameof(outputGradient), outputGradient[..pooled.Length]);
        return shape.Rows(config.Layout);
    }

    /// <summary>Checks the arguments of a call that computes the gradient of a norm; returns the number of its rows.</summary>
    /// <exception cref="ArgumentException">An argument does not fit; the message says what was found and what was needed.</exception>
    public static int CheckNormGradient<T>(
        in PoolConfig config, in PoolFixedShape fixedShape, in PoolShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient,
        Span<T> inputGradient)
    {
        CheckAxes(fixedShape, shape);
        PoolShape pooled = PoolGeometry.OutputShape(config, shape);
        CheckLength(nameof(input), input, shape);
        CheckLength(nameof(output), output, pooled);
        int rows = CheckGradient(config, fixedShape, shape, outputGradient, inputGradient);
        ReadOnlySpan<T> written = inputGradient[..shape.Length];
        CheckApart(nameof(inputGradient), written, nameof(input), input[..shape.Length]);
        CheckApart(nameof(inputGradient), written, nameof(output), output[..pooled.Length]);
        return rows;
    }

    private static void CheckLength<T>(string argument, ReadOnlySpan<T> span, in PoolShape needed)
    {
        if (span.Length < needed.Length)
            ThrowTooShort(argument, span.Length, needed.Length, needed);
    }

    private static void CheckApart<T, TOther>(string argument, ReadOnlySpan<T> span, string otherArgument, ReadOnlySpan<TOther> other)
    {
        nint distance = Unsafe.ByteOffset(
            ref Unsafe.As<TOther, byte>(ref MemoryMarshal.GetReference(other)), ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span)));
        nint length = (nint)span.Length * Unsafe.SizeOf<T>(), otherLength = (nint)other.Length * Unsafe.SizeOf<TOther>();
        if (length > 0 && otherLength > 0 && distance < otherLength && -distance < length)
            ThrowOverlap(argument, otherArgument, distance);
    }

    [DoesNotReturn]
    private static void ThrowOverlap(string argument, string other, nint distance) => throw new ArgumentException(
        $"The span {argument} overlaps {other}: it starts {Text((int)distance)} bytes after the start of {other}; they must not share memory", argument);
}
