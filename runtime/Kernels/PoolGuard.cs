using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>The checks before a kernel runs; generated code calls them, nobody else needs to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class PoolGuard
{
    /// <summary>Checks the arguments of a pooling call and returns the shape of its output.</summary>
    /// <exception cref="ArgumentException">An argument does not fit; the message says what was found and what was needed.</exception>
    public static PoolShape Check<T>(
        in PoolConfig config, in PoolFixedShape fixedShape, in PoolShape shape, ReadOnlySpan<T> input, Span<T> output)
    {
        CheckAxes(fixedShape, shape);
        PoolShape pooled = PoolGeometry.OutputShape(config, shape);
        if (input.Length < shape.Length)
            ThrowTooShort("input", input.Length, shape.Length, shape);
        if (output.Length < pooled.Length)
            ThrowTooShort("output", output.Length, pooled.Length, pooled);
        if (((ReadOnlySpan<T>)output[..pooled.Length]).Overlaps(input[..shape.Length]))
            ThrowOverlap(input, output);
        return pooled;
    }

    /// <summary>The shape of a call without one: the fixed axes, 1 for a depth or a height that is not fixed, and the batch that fills the input.</summary>
    /// <exception cref="ArgumentException">The input is not a whole number of samples.</exception>
    public static PoolShape ShapeOf<T>(in PoolFixedShape fixedShape, ReadOnlySpan<T> input)
    {
        PoolShape sample = new(1, fixedShape.Channels!.Value, fixedShape.Depth ?? 1, fixedShape.Height ?? 1, fixedShape.Width!.Value);
        int batch = fixedShape.Batch ?? input.Length / sample.Length;
        if (fixedShape.Batch is null && batch * sample.Length != input.Length)
        {
            throw new ArgumentException(
                $"The input has {Text(input.Length)} elements; it must be a multiple of the {Text(sample.Length)} of one sample {sample}", nameof(input));
        }

        return new PoolShape(batch, sample.Channels, sample.Depth, sample.Height, sample.Width);
    }

    private static void CheckAxes(in PoolFixedShape fixedShape, in PoolShape shape)
    {
        CheckAxis(fixedShape.Batch, shape.Batch, "batch");
        CheckAxis(fixedShape.Channels, shape.Channels, "channels");
        CheckAxis(fixedShape.Depth, shape.Depth, "depth");
        CheckAxis(fixedShape.Height, shape.Height, "height");
        CheckAxis(fixedShape.Width, shape.Width, "width");
    }

    private static void CheckAxis(int? needed, int found, string axis)
    {
        if (needed is int size && size != found)
            ThrowWrongAxis(axis, found, size);
    }

    [DoesNotReturn]
    private static void ThrowWrongAxis(string axis, int found, int needed) =>
        throw new ArgumentException($"The {axis} of the shape is {Text(found)}; this kernel was generated for {Text(needed)}", "shape");

    [DoesNotReturn]
    private static void ThrowTooShort(string argument, int found, int needed, PoolShape shape) =>
        throw new ArgumentException($"The {argument} has {Text(found)} elements; the shape {shape} needs {Text(needed)}", argument);

    [DoesNotReturn]
    private static void ThrowOverlap<T>(ReadOnlySpan<T> input, Span<T> output)
    {
        nint bytes = Unsafe.ByteOffset(ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output));
        throw new ArgumentException(
            $"The output overlaps the input: it starts {Text((int)(bytes / Unsafe.SizeOf<T>()))} elements after the input's start; "
            + "they must not share memory",
            nameof(output));
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
