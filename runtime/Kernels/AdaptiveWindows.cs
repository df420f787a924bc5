using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>
/// The windows of an adaptive axis one after another, as <see cref="PoolGeometry.AdaptiveWindow"/> has them, without a division for each.
/// Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct AdaptiveWindows
{
    private readonly int outputs;
    private readonly int whole;
    private readonly int rest;

    // index * size is always Start * outputs + over.
    private int over;

    /// <summary>The windows of an axis from one of them on.</summary>
    public AdaptiveWindows(int size, int outputs, int index = 0)
    {
        this.outputs = outputs;
        (whole, rest) = Math.DivRem(size, outputs);
        if (index == 0)
            return;
        (long start, long left) = Math.DivRem((long)index * size, outputs);
        (Start, over) = ((int)start, (int)left);
    }

    /// <summary>The first element of the window.</summary>
    public int Start { get; private set; }

    /// <summary>How many elements every window has at least.</summary>
    public readonly int Least => whole;

    /// <summary>How many elements the window has.</summary>
    public readonly int Count => over + rest is int ahead and > 0 ? whole + (ahead > outputs ? 2 : 1) : whole;

    /// <summary>Writes the first element and the number of elements of every window of an axis, one after the other.</summary>
    public static void Fill(int size, Span<int> windows)
    {
        AdaptiveWindows axis = new(size, windows.Length / 2);
        for (int at = 0; at + 1 < windows.Length; at += 2)
        {
            (windows[at], windows[at + 1]) = (axis.Start, axis.Count);
            axis.Advance();
        }
    }

    /// <summary>Goes on to the next window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance()
    {
        Start += whole;
        over += rest;
        if (over < outputs)
            return;
        over -= outputs;
        Start++;
    }
}
