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

    public GradientAxis Depth { get; }

    public GradientAxis Height { get; }

    public GradientAxis Width { get; }

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

        cells[..(from - first)].Clear();
        cells[(end - first)..].Clear();
        ReadOnlySpan<T> gradients = outputGradient.Slice(((((volume * Depth.Outputs) + slice) * Height.Outputs) + row) * Width.Outputs, Width.Outputs);
        long extent = divisor ?? ((long)Depth.Extent(slice) * Height.Extent(row));
        (int firstInside, int endInside) = divisor is null ? Width.Inside : (from, end);
        firstInside = Math.Clamp(firstInside, from, end);
        endInside = Math.Clamp(endInside, firstInside, end);
        for (int window = from; window < firstInside; window++)
            cells[window - first] = (gradients[window] / T.CreateTruncating(extent * Width.Extent(window))) + T.Zero;
        Divide(gradients[firstInside..endInside], divisor is null ? extent * Width.Window : extent, cells.Slice(firstInside - first, endInside - firstInside));
        for (int window = endInside; window < end; window++)
            cells[window - first] = (gradients[window] / T.CreateTruncating(extent * Width.Extent(window))) + T.Zero;
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
