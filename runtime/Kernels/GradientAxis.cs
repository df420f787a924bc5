using System;

namespace PoolGen;

/// <summary>
/// The windows over the elements of one axis. An element lies <see cref="PhaseOf"/> elements behind the start of its last window
/// <see cref="LastOf"/>; the phase says how many windows before that one reach over it as well.
/// </summary>
internal readonly struct GradientAxis(in PoolAxis axis, int size, int outputs, bool countIncludePad)
{
    private readonly PoolAxis axis = axis;
    private readonly bool countIncludePad = countIncludePad;

    public int Size { get; } = size;

    public int Outputs { get; } = outputs;

    /// <summary>The windows that lie inside the axis, which count all their taps.</summary>
    public (int First, int End) Inside { get; } = PoolGeometry.UnpaddedWindows(axis, size, outputs);

    public int Window => axis.Window;

    public int Stride => axis.Stride;

    /// <summary>The most windows before the last one that reach over an element.</summary>
    public int MostBefore => (axis.Window - 1) / axis.Stride;

    /// <summary>The windows before the last one that reach over elements of a phase; -1 where none does, the last one neither.</summary>
    public int Before(int phase) => phase < axis.Window ? (axis.Window - 1 - phase) / axis.Stride : -1;

    // Up to the padding more than an int holds, but never more than 32 bits do.

    /// <summary>The last window that starts at or before an element; there may be no such output any more.</summary>
    public int LastOf(int position) => (int)((uint)(position + axis.PaddingBefore) / (uint)axis.Stride);

    public int PhaseOf(int position) => (int)((uint)(position + axis.PaddingBefore) % (uint)axis.Stride);

    /// <summary>The first window that starts inside the axis.</summary>
    public int FirstInside => LastOf(0) + Math.Min(1, PhaseOf(0));

    /// <summary>Where a window starts, or the end of the axis where it starts behind it, or 0 where it starts before it.</summary>
    public int Start(int window) => (int)Math.Clamp(((long)window * axis.Stride) - axis.PaddingBefore, 0, Size);

    /// <summary>What a window counts in its divisor.</summary>
    public int Extent(int window) => PoolGeometry.DivisorExtent(axis, Size, window, countIncludePad);
}
