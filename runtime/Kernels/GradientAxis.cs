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
    private readonly (int First, int End) inside = PoolGeometry.UnpaddedWindows(axis, size, outputs);

    /// <summary>Taps of a window.</summary>
    public readonly int Window = axis.Window;

    /// <summary>Elements from one window to the next.</summary>
    public readonly int Stride = axis.Stride;

    /// <summary>Elements of the axis.</summary>
    public readonly int Size = size;

    /// <summary>Windows of the axis.</summary>
    public readonly int Outputs = outputs;

    /// <summary>The most windows before the last one that reach over an element.</summary>
    public readonly int MostBefore = (axis.Window - 1) / axis.Stride;

    /// <summary>Whether a single window reaches over every element.</summary>
    public bool IsOneWindow => Outputs == 1 && axis.Window - axis.PaddingBefore >= Size;

    /// <summary>The first window that lies inside the axis, up to <paramref name="end"/>; those inside count all their taps.</summary>
    public int FirstInside(int first, int end) => Math.Clamp(inside.First, first, end);

    /// <summary>The end of those windows, from <paramref name="first"/> on.</summary>
    public int EndInside(int first, int end) => Math.Clamp(inside.End, first, end);

    /// <summary>The windows before the last one that reach over elements of a phase; -1 where none does, the last one neither.</summary>
    public int Before(int phase) => phase < Window ? (Window - 1 - phase) / Stride : -1;

    // Up to the padding more than an int holds, but never more than 32 bits do.

    /// <summary>The last window that starts at or before an element; there may be no such output any more.</summary>
    public int LastOf(int position) => (int)((uint)(position + axis.PaddingBefore) / (uint)Stride);

    /// <summary>How far behind the start of that window the element lies.</summary>
    public int PhaseOf(int position) => (int)((uint)(position + axis.PaddingBefore) % (uint)Stride);

    /// <summary>The first window that starts at the first element or behind it.</summary>
    public int FirstStart => LastOf(0) + Math.Min(1, PhaseOf(0));

    /// <summary>Where a window starts, or the end of the axis where it starts behind it, or 0 where it starts before it.</summary>
    public int Start(int window) => (int)Math.Clamp(((long)window * Stride) - axis.PaddingBefore, 0, Size);

    /// <summary>What a window counts in its divisor.</summary>
    public int Extent(int window) =>
        window >= inside.First && window < inside.End ? Window : PoolGeometry.DivisorExtent(axis, Size, window, countIncludePad);
}
