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

    internal PoolShape(int batch, int channels, int depth, int height, int width)
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
    public int Batch { get; }

    /// <summary>Channels of a sample.</summary>
    public int Channels { get; }

    /// <summary>Slices of a volume; 1 for two-dimensional maps.</summary>
    public int Depth { get; }

    /// <summary>Rows of a plane.</summary>
    public int Height { get; }

    /// <summary>Columns of a plane.</summary>
    public int Width { get; }

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

    /// <summary>Why there is no such shape, or null when there is.</summary>
    internal static string? Refusal(int batch, int channels, int depth, int height, int width)
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

        // Each factor fits 31 bits, so a product that is checked after every step never leaves 64.
        long length = 1;
        foreach (int size in new[] { channels, depth, height, width, Math.Max(batch, 1) })
        {
            length *= size;
            if (length > int.MaxValue)
                return $"The shape {Text(batch, channels, depth, height, width)} has more than {Text(int.MaxValue)} elements, which is what a span can hold";
        }

        return null;
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
