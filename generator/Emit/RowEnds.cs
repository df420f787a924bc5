using System;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>Where rows end for vectors of windows that walk down a plane, with and without indices.</summary>
internal static class RowEnds
{
    /// <summary>Columns that the last window may have beyond its row.</summary>
    public static int MostBeyond(KernelText text) => AxisReach.MostBeyond(text.Width, text.Plan.LeavesWidth, text.Plan.Config.CeilMode);

    /// <summary>Windows that begin left of a row.</summary>
    public static int Starts(KernelText text) => Windows(text, text.Width.PaddingBefore);

    /// <summary>Windows that may end right of it.</summary>
    public static int Ends(KernelText text) => Windows(text, MostBeyond(text));

    /// <summary>Windows that a row has more than a vector at least, so that no vector leaves it on both sides.</summary>
    public static int Margin(KernelText text) => Math.Max(Starts(text), Ends(text));

    private static int Windows(KernelText text, int columns) => (columns + text.Width.Stride - 1) / text.Width.Stride;
}
