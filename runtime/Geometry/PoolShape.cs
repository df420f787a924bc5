using System;
using System.Globalization;

namespace PoolGen;

/// <summary>The sizes of a feature map: batch, channels and the spatial axes, whatever their order in memory.</summary>
public readonly struct PoolShape : IEquatable<PoolShape>
{
    /// <summary>The shape of a batch of two-dimensional feature maps.</summary>
    /// <param name="batch">Number of samples; 0 is allowed and gives an empty output.</param>
    /// <param name="channels">Channels of a sample, at least 1.</param>
    /// <param name="height">Rows of a plane, at least 1.</param>
    /// <param name="width">Columns of a plane, at least 1.</param>
    /// <exception cref="ArgumentException">A size is too small, or the elements are more than a span can hold.</exception>
    public PoolShape(int batch, int channels, int height, int width)
        : this(batch, channels, 1, height, width)
    {
    }

    /// <summary>The shape of a batch of lines, such as signals: the height is 1.</summary>
    /// <param name="batch">Number of samples; 0 is allowed and gives an empty output.</param>
    /// <param name="channels">Channels of a sample, at least 1.</param>
    /// <param name="width">Elements of a line, at least 1.</param>
    /// <exception cref="ArgumentException">A size is too small, or the elements are more than a span can hold.</exception>
    public PoolShape(int batch, int channels, int width)
        : this(batch, channels, 1, 1, width)
    {
    }

    /// <summary>The shape of a batch of volumes.</summary>
    /// <param name="batch">Number of samples; 0 is allowed and gives an empty output.</param>
    /// <param name="channels">Channels of a sample, at least 1.</param>
    /// <param name="depth">Slices of a volume, at least 1.</param>
    /// <param name="height">Rows of a slice, at least 1.</param>
    /// <param name="width">Columns of a slice, at least 1.</param>
    /// <exception cref="ArgumentException">A size is too small, or the elements are more than a span can hold.</exception>
    public PoolShape(int batch, int channels, int depth, int height, int width)
    {
        if (Refusal(batch, channels, depth, height, width) is string refusal)
            throw new ArgumentException(refusal, Culprit(batch, channels, depth, height));
        Batch = batch;
        Channels = channels;
        Depth = depth;
        Height = height;
        Width = width;
    }

    /// <summary>Number of samples.</summary>
    public int Batch { get; private init; }

    /// <summary>Channels of a sample.</summary>
    public int Channels { get; private init; }

    /// <summary>Slices of a volume; 1 for two-dimensional maps.</summary>
    public int Depth { get; private init; }

    /// <summary>Rows of a plane.</summary>
    public int Height { get; private init; }

    /// <summary>Columns of a plane.</summary>
    public int Width { get; private init; }

    /// <summary>Number of elements.</summary>
    public int Length => Batch * Channels * Depth * Height * Width;

    /// <summary>Rows of all planes: what a kernel splits its work by. A row of channels last holds every channel.</summary>
    public int Rows(PoolLayout layout) =>
        layout == PoolLayout.ChannelsFirst ? Batch * Channels * Depth * Height : Batch * Depth * Height;

    /// <inheritdoc/>
    public bool Equals(PoolShape other) =>
        Batch == other.Batch && Channels == other.Channels && Depth == other.Depth && Height == other.Height && Width == other.Width;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PoolShape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((((((((Batch * 31) + Channels) * 31) + Depth) * 31) + Height) * 31)) + Width;

    /// <summary>The sizes as <c>batch×channels×height×width</c>, with the depth before the height where it is not 1.</summary>
    public override string ToString() => Text(Batch, Channels, Depth, Height, Width);

    /// <summary>Whether both shapes have the same sizes.</summary>
    public static bool operator ==(PoolShape left, PoolShape right) => left.Equals(right);

    /// <summary>Whether the shapes differ in a size.</summary>
    public static bool operator !=(PoolShape left, PoolShape right) => !left.Equals(right);

    /// <summary>The shape of sizes that were checked before.</summary>
    internal static PoolShape Trusted(int batch, int channels, int depth, int height, int width) =>
        new() { Batch = batch, Channels = channels, Depth = depth, Height = height, Width = width };

    /// <summary>Whether a span can hold the elements; an empty batch counts as a batch of one.</summary>
    internal static bool Fits(int batch, int channels, int depth, int height, int width)
    {
        // Exact as long as it matters: products up to the limit are whole numbers of 31 bits, and rounding keeps larger ones larger.
        return (double)height * width * depth * channels * Math.Max(batch, 1) <= int.MaxValue;
    }

    /// <summary>Why there is no such shape, or null when there is.</summary>
    internal static string? Refusal(int batch, int channels, int depth, int height, int width, string name = "shape")
    {
        if (batch < 0)
            return $"The batch is {Text(batch)}; it must be at least 0";
        if (channels < 1)
            return $"The channels are {Text(channels)}; they must be at least 1";
        if (depth < 1)
            return $"The depth is {Text(depth)}; it must be at least 1";
        if (height < 1)
            return $"The height is {Text(height)}; it must be at least 1";
        if (width < 1)
            return $"The width is {Text(width)}; it must be at least 1";
        return Fits(batch, channels, depth, height, width)
            ? null
            : $"The {name} {Text(batch, channels, depth, height, width)} has more than {Text(int.MaxValue)} elements, which is what a span can hold";
    }

    private static string Culprit(int batch, int channels, int depth, int height)
    {
        if (batch < 0)
            return nameof(batch);
        if (channels < 1)
            return nameof(channels);
        if (depth < 1)
            return nameof(depth);
        return height < 1 ? nameof(height) : "width";
    }

    private static string Text(int batch, int channels, int depth, int height, int width) =>
        $"{Text(batch)}×{Text(channels)}×{(depth == 1 ? "" : Text(depth) + "×")}{Text(height)}×{Text(width)}";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
