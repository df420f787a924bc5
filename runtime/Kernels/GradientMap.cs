using System;
using System.Numerics;

namespace PoolGen;

/// <summary>The gradients of a call and the windows between them, unpacked once for the blocks.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly ref struct GradientMap<T>
    where T : unmanaged, INumber<T>
{
    private readonly ReadOnlySpan<T> outputGradient;
    private readonly Span<T> inputGradient;
    private readonly int? divisor;

    // Fields: a property would copy the axis for every question to it.

    /// <summary>The windows along the depth.</summary>
    public readonly GradientAxis Depth;

    /// <summary>The windows along the height.</summary>
    public readonly GradientAxis Height;

    /// <summary>The windows along the width.</summary>
    public readonly GradientAxis Width;

    public GradientMap(in PoolConfig asked, in PoolShape shape, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
    {
        PoolConfig config = asked.At(shape);
        PoolShape pooled = PoolGeometry.OutputShape(config, shape);
        Depth = new(config.Depth, shape.Depth, pooled.Depth, config.CountIncludePad);
        Height = new(config.Height, shape.Height, pooled.Height, config.CountIncludePad);
        Width = new(config.Width, shape.Width, pooled.Width, config.CountIncludePad);
        divisor = PoolModeOptions.Of(config.Mode).Divides ? config.DivisorOverride : 1;
        this.outputGradient = outputGradient;
        this.inputGradient = inputGradient;
    }

    /// <summary>Whether a single window reaches over every element of a map.</summary>
    public bool IsOneWindow => Depth.IsOneWindow && Height.IsOneWindow && Width.IsOneWindow;

    /// <summary>Rows of the input's gradient.</summary>
    public Span<T> Rows(int row, int count) => inputGradient.Slice(row * Width.Size, count * Width.Size);

    /// <summary>
    /// Writes what each element takes of the gradients of neighbouring windows of a row, from window <paramref name="first"/> on; zeros for windows that
    /// there are not. The last addition turns a zero with a sign into plain zero, which a sum from +0 on would do as well.
    /// </summary>
    public void Shares(int volume, int slice, int row, int first, Span<T> cells)
    {
        int from = Math.Max(first, 0), end = Math.Min(first + cells.Length, Width.Outputs);
        if (slice < 0 || slice >= Depth.Outputs || row < 0 || row >= Height.Outputs || from >= end)
        {
            cells.Clear();
            return;
        }

        if (from > first)
            cells[..(from - first)].Clear();
        if (end < first + cells.Length)
            cells[(end - first)..].Clear();
        int start = ((((volume * Depth.Outputs) + slice) * Height.Outputs) + row) * Width.Outputs;
        ReadOnlySpan<T> gradients = outputGradient.Slice(start + from, end - from);
        Span<T> shares = cells.Slice(from - first, end - from);
        if (divisor is int all)
        {
            Divide(gradients, all, shares);
            return;
        }

        long extent = (long)Depth.Extent(slice) * Height.Extent(row);
        int firstInside = Width.FirstInside(from, end), endInside = Width.EndInside(firstInside, end);
        for (int window = from; window < firstInside; window++)
            shares[window - from] = (gradients[window - from] / T.CreateTruncating(extent * Width.Extent(window))) + T.Zero;
        Divide(gradients[(firstInside - from)..(endInside - from)], extent * Width.Window, shares[(firstInside - from)..(endInside - from)]);
        for (int window = endInside; window < end; window++)
            shares[window - from] = (gradients[window - from] / T.CreateTruncating(extent * Width.Extent(window))) + T.Zero;
    }

    private static void Divide(ReadOnlySpan<T> gradients, long divisor, Span<T> shares)
    {
        // Scaling by a power of two has the bits of the division.
        T by = T.CreateTruncating(divisor);
        if (BitOperations.IsPow2(Math.Abs(divisor)))
            ShareLoop<T, Scaling>.Run(gradients, T.One / by, shares);
        else
            ShareLoop<T, Division>.Run(gradients, by, shares);
    }
}
