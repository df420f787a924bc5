using System;
using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>The checks before tensors are pooled: ranks, lengths and shared memory.</summary>
internal static class TensorGuard
{
    /// <summary>The shape of a tensor: batch, channels and one to three spatial axes.</summary>
    /// <exception cref="ArgumentException">The rank or a length does not fit; the message says what was found and what was needed.</exception>
    public static PoolShape Shape(PoolLayout layout, ReadOnlySpan<nint> lengths, string argument)
    {
        int rank = lengths.Length;
        if (rank is < 3 or > 5)
        {
            throw new ArgumentException(
                $"The {argument} has rank {Text(rank)}; it must have rank 3, 4 or 5: batch, channels and one to three spatial axes", argument);
        }

        foreach (nint length in lengths)
        {
            if (length > int.MaxValue)
                throw new ArgumentException($"The {argument} has a length of {Text(length)}; it must be at most {Text(int.MaxValue)}", argument);
        }

        int width = TensorAxis.Width(layout, rank);
        int batch = (int)lengths[0], channels = (int)lengths[TensorAxis.Channels(layout, rank)];
        int depth = rank > 4 ? (int)lengths[width - 2] : 1, height = rank > 3 ? (int)lengths[width - 1] : 1;
        if (PoolShape.Refusal(batch, channels, depth, height, (int)lengths[width], argument) is string refusal)
            throw new ArgumentException(refusal, argument);
        return PoolShape.Trusted(batch, channels, depth, height, (int)lengths[width]);
    }

    /// <summary>Checks that the output has the lengths that the input gives, and returns its shape.</summary>
    /// <exception cref="ArgumentException">The input gives no output, or the output has another rank or length.</exception>
    public static PoolShape CheckLengths(in PoolConfig config, in PoolShape shape, int rank, ReadOnlySpan<nint> found)
    {
        string? refusal = PoolGeometry.Refusal(config.Depth, shape.Depth, config.CeilMode, "depth")
            ?? PoolGeometry.Refusal(config.Height, shape.Height, config.CeilMode, "height")
            ?? PoolGeometry.Refusal(config.Width, shape.Width, config.CeilMode, "width");
        if (refusal is not null)
            throw new ArgumentException(refusal, "input");
        PoolShape pooled = config.OutputShape(shape);
        if (found.Length != rank)
            throw new ArgumentException($"The output has rank {Text(found.Length)}; it must have the rank of the input, {Text(rank)}", "output");

        int width = TensorAxis.Width(config.Layout, rank);
        CheckLength("batch", found[0], pooled.Batch, config, shape);
        CheckLength("channels", found[TensorAxis.Channels(config.Layout, rank)], pooled.Channels, config, shape);

        // Nothing can be pooled along an axis that a tensor of lower rank does not have: it has one element, and keeps it.
        CheckLength("depth", rank > 4 ? found[width - 2] : 1, pooled.Depth, config, shape);
        CheckLength("height", rank > 3 ? found[width - 1] : 1, pooled.Height, config, shape);
        CheckLength("width", found[width], pooled.Width, config, shape);
        return pooled;
    }

    /// <summary>Checks that no element of the output is another one, or one of the input.</summary>
    /// <exception cref="ArgumentException">Elements share memory.</exception>
    public static void CheckMemory<T>(scoped in ReadOnlyTensorSpan<T> input, scoped in TensorSpan<T> output, ref T source, ref T target)
    {
        for (int axis = 0; axis < output.Rank; axis++)
        {
            if (output.Strides[axis] == 0 && output.Lengths[axis] > 1)
                throw new ArgumentException($"The output's axis {Text(axis)} has {Text(output.Lengths[axis])} elements and stride 0; they must not share memory", nameof(output));
        }

        nint bytes = Unsafe.ByteOffset(ref source, ref target);
        if (TensorOverlap.Exists(input.Lengths, input.Strides, output.Lengths, output.Strides, bytes, Unsafe.SizeOf<T>()))
        {
            throw new ArgumentException(
                $"The output overlaps the input: it starts {Text(bytes / Unsafe.SizeOf<T>())} elements after the input's start; they must not share memory", nameof(output));
        }
    }

    /// <summary>Elements from the first to the last one, what lies between them included.</summary>
    public static nint Reach(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        nint reach = 1;
        for (int axis = 0; axis < lengths.Length; axis++)
            reach += (lengths[axis] - 1) * strides[axis];
        return reach;
    }

    private static void CheckLength(string axis, nint found, int needed, in PoolConfig config, in PoolShape shape)
    {
        if (found != needed)
            throw new ArgumentException($"The output's {axis} is {Text(found)}; {config} of the input {shape} gives {Text(needed)}", "output");
    }

    private static string Text(nint value) => value.ToString(CultureInfo.InvariantCulture);
}
