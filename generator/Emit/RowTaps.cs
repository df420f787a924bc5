using System;
using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes how a vector of windows that walks down a plane loads the taps of an input row: from vectors that start some columns left or right of the first
/// window's own, of which windows two apart take the even or the odd elements. Where such a vector would leave the row, it is made from the one next to it.
/// </summary>
internal sealed class RowTaps(KernelText text, VectorWidth width, bool repeats)
{
    private readonly PoolAxis axis = text.Width;
    private readonly int lanes = width.Lanes(text.Element);

    /// <summary>Whether windows take every second element.</summary>
    public bool Selects => width.Selects(axis.Stride);

    /// <summary>The vector that starts at a position, by name.</summary>
    public static string Name(int position) =>
        position == 0 ? "under" : $"{(position < 0 ? "left" : "right")}{KernelText.Number(Math.Abs(position))}";

    /// <summary>The positions of all vectors, in an order in which each can be made from one before it.</summary>
    public IReadOnlyList<int> Positions
    {
        get
        {
            List<int> positions = [];
            for (int tap = 0; tap < axis.Window; tap++)
                Taken(tap, Needed);
            return positions;

            string Needed(int position)
            {
                if (position < 0 || IsMoved(position))
                    Needed(position < 0 ? position + 1 : position - 1);
                if (!positions.Contains(position))
                    positions.Add(position);
                return "";
            }
        }
    }

    /// <summary>The tap of each window, from vectors that start at some positions.</summary>
    public string Taken(int tap, Func<int, string> from)
    {
        if (!Selects)
            return from(tap - axis.PaddingBefore);
        ColumnSelection selection = ColumnSelection.Of(tap, axis.Window - 1);
        int position = selection.Offset - axis.PaddingBefore;
        return $"Lanes.{(selection.Odd ? "Odd" : "Even")}({from(position)}, {from(position + lanes)})";
    }

    /// <summary>The expression of the vector at a position of a row, where those before it have their names.</summary>
    public string Load(int position, string row)
    {
        string distance = KernelText.Number(Math.Abs(position)), also = repeats ? "true" : "false";
        return position == 0 ? $"columns.Load({row})"
            : position < 0 ? $"columns.Before({Name(position + 1)}, {row}, {distance}, repeats: {also})"
            : IsMoved(position) ? $"columns.After({Name(position - 1)}, {row}, {distance}, repeats: {also})"
            : $"{width.Type}.LoadUnsafe({row}, {distance})";
    }

    /// <summary>Whether a vector right of the first window's own may end beyond the row: it then holds columns that the last window reaches for only beyond it.</summary>
    private bool IsMoved(int position)
    {
        int inside = ((lanes - 1) * axis.Stride) - axis.PaddingBefore + axis.Window - 1 - RowEnds.MostBeyond(text);
        return position > 0 && position + lanes - 1 > inside;
    }
}
