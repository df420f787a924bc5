using System;
using System.Globalization;
using System.Numerics;

namespace PoolGen;

/// <summary>
/// Fractional max pooling (Graham, "Fractional Max-Pooling", 2014) with the windows that PyTorch makes out of given samples
/// (aten/src/ATen/native/FractionalMaxPooling.h). Every channel of a batch has a sample <c>u</c> from 0 to below 1 for each axis. With
/// <c>alpha = (n - window) / (outputs - 1)</c>, window <c>i</c> of an axis of <c>n</c> elements starts at
/// <c>trunc((i + u) * alpha) - trunc(u * alpha)</c>, and the last one at <c>n - window</c>; all of it in the arithmetic of the elements.
/// A NaN in a window gives NaN. A value never changes and may be used from several threads.
/// </summary>
public sealed record FractionalMaxPool
{
    /// <summary>Fractional pooling along height and width; a depth stays as it is.</summary>
    /// <exception cref="ArgumentException">A window or a number of outputs is not from 1 to 4096.</exception>
    public FractionalMaxPool(FractionalAxis height, FractionalAxis width)
    {
        Height = Checked(height, nameof(height));
        Width = Checked(width, nameof(width));
    }

    /// <summary>Fractional pooling along depth, height and width.</summary>
    /// <exception cref="ArgumentException">A window or a number of outputs is not from 1 to 4096.</exception>
    public FractionalMaxPool(FractionalAxis depth, FractionalAxis height, FractionalAxis width)
        : this(height, width) => Depth = Checked(depth, nameof(depth));

    /// <summary>The depth, or null where it stays as it is.</summary>
    public FractionalAxis? Depth { get; }

    /// <summary>The height.</summary>
    public FractionalAxis Height { get; }

    /// <summary>The width.</summary>
    public FractionalAxis Width { get; }

    /// <summary>The order of the axes in memory. Channels first when not set.</summary>
    public PoolLayout Layout { get; init; }

    /// <summary>The shape of the output.</summary>
    /// <exception cref="ArgumentException">An axis has fewer than <c>window + outputs - 1</c> elements.</exception>
    public PoolShape OutputShape(in PoolShape shape) => new(
        shape.Batch,
        shape.Channels,
        Depth is FractionalAxis depth ? Outputs(depth, shape.Depth, "depth") : shape.Depth,
        Outputs(Height, shape.Height, "height"),
        Outputs(Width, shape.Width, "width"));

    /// <summary>How many samples a shape needs: those of a batch's channels one after another, sample by sample and channel by channel.</summary>
    public int SampleCount(in PoolShape shape) => checked(shape.Batch * shape.Channels * Axes);

    /// <summary>Pools <paramref name="input"/> into <paramref name="output"/>.</summary>
    /// <typeparam name="T">The type of elements and samples.</typeparam>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="input">At least <c>shape.Length</c> elements.</param>
    /// <param name="samples">
    /// At least <see cref="SampleCount"/> numbers from 0 to below 1, for each channel in PyTorch's order: width, height; with a depth that is pooled along
    /// depth, height, width.
    /// </param>
    /// <param name="output">At least <c>OutputShape(shape).Length</c> elements; it must not overlap the others.</param>
    /// <exception cref="ArgumentException">A span is too short, spans overlap, the shape does not fit, or a sample is out of range; nothing has been written.</exception>
    public void Run<T>(in PoolShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> samples, Span<T> output)
        where T : struct, IFloatingPoint<T> => FractionalRows.Run(this, shape, input, samples, output, default);

    /// <summary>
    /// The same, and where each element comes from: its index in the plane of its channel, or in the volume where the depth is pooled along. The first of
    /// equal elements counts, and the last NaN.
    /// </summary>
    /// <inheritdoc cref="Run{T}(in PoolShape, ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T})"/>
    /// <param name="shape">The shape of the input.</param>
    /// <param name="input">At least <c>shape.Length</c> elements.</param>
    /// <param name="samples">As many samples as without indices.</param>
    /// <param name="output">At least <c>OutputShape(shape).Length</c> elements; it must not overlap the others.</param>
    /// <param name="indices">As many as elements of the output.</param>
    public void RunWithIndices<T>(in PoolShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> samples, Span<T> output, Span<long> indices)
        where T : struct, IFloatingPoint<T>
    {
        int needed = OutputShape(shape).Length;
        if (indices.Length < needed)
            throw new ArgumentException($"The indices have {Text(indices.Length)} elements; the output has {Text(needed)}", nameof(indices));
        FractionalRows.Run(this, shape, input, samples, output, indices[..needed]);
    }

    /// <summary>Samples of a channel.</summary>
    internal int Axes => Depth is null ? 2 : 3;

    internal static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static FractionalAxis Checked(FractionalAxis axis, string name)
    {
        Size(axis.Window, "window");
        Size(axis.Outputs, "outputs");
        return axis;

        void Size(int value, string word)
        {
            if (value is < 1 or > PoolConfigRules.LargestSize)
                throw new ArgumentException($"The {word} of the {name}: {Text(value)} was found, and from 1 to {Text(PoolConfigRules.LargestSize)} is needed", name);
        }
    }

    private static int Outputs(FractionalAxis axis, int size, string name) => size >= axis.Window + axis.Outputs - 1
        ? axis.Outputs
        : throw new ArgumentException(
            $"The {name} is {Text(size)}; {Text(axis.Outputs)} windows of {Text(axis.Window)} need at least {Text(axis.Window + axis.Outputs - 1)}", "shape");
}
