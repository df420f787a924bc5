using System;
using System.Numerics;

namespace PoolGen;

/// <summary>
/// Extrema of windows one element apart along a line: up to three combinations per element, whatever the window (van Herk 1992, Gil and Werman 1993).
/// A group of as many windows as a window is wide shares the end of the first one; each window is what lies before that end, taken once
/// from the end backwards, and what lies behind it, taken once forwards. Taps outside the line are left out.
/// </summary>
/// <param name="Window">Taps of a window.</param>
/// <param name="Start">The first tap of the first window; negative inside the padding.</param>
/// <param name="Last">The last tap of the line.</param>
/// <param name="Count">Number of windows.</param>
internal readonly record struct RunningLine(int Window, int Start, int Last, int Count)
{
    /// <summary>Pools along a line of tiles.</summary>
    /// <param name="source">The tile of the first tap.</param>
    /// <param name="from">How the tiles of the line stand.</param>
    /// <param name="target">Takes the tile of the first window.</param>
    /// <param name="to">How the tiles of windows stand.</param>
    /// <param name="ends">Takes a tile for every tap of a window.</param>
    public void Run<T, TTile, TExtremum>(ref T source, TilePlaces from, ref T target, TilePlaces to, ref T ends)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        if (Window >= Last)
            RunFromEnds<T, TTile, TExtremum>(ref source, from, ref target, to);
        else
            RunGroups<T, TTile, TExtremum>(ref source, from, ref target, to, ref ends);
    }

    /// <summary>
    /// Windows that are as long as the line but for a tap reach one of its ends: each is all of the line up to its own last tap, or from its first one on,
    /// so that two combinations per element do, and no tile waits in memory.
    /// </summary>
    private void RunFromEnds<T, TTile, TExtremum>(ref T source, TilePlaces from, ref T target, TilePlaces to)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        nuint pitch = from.Pitch, spacing = from.Spacing;
        int before = Math.Clamp(1 - Start, 0, Count);
        TTile value = TTile.Load(ref source, 0, spacing);
        for (int index = 0, tap = 1; index < before; index++)
        {
            for (int last = Math.Min(Start + index + Window - 1, Last); tap <= last; tap++)
                value = TTile.Combine<TExtremum>(value, TTile.Load(ref source, (nuint)tap * pitch, spacing));
            value.Store(ref target, (nuint)index * to.Pitch, to.Spacing);
        }

        if (before < Count)
            RunFromLast<T, TTile, TExtremum>(ref source, from, ref target, to, before);
    }

    /// <summary>Windows from some number on, all of which reach the end of the line: each is what lies behind its first tap.</summary>
    private void RunFromLast<T, TTile, TExtremum>(ref T source, TilePlaces from, ref T target, TilePlaces to, int number)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        nuint pitch = from.Pitch, spacing = from.Spacing;
        TTile value = TTile.Load(ref source, (nuint)Last * pitch, spacing);
        for (int index = Count - 1, tap = Last - 1; index >= number; index--)
        {
            for (int first = Start + index; tap >= first; tap--)
                value = TTile.Combine<TExtremum>(value, TTile.Load(ref source, (nuint)tap * pitch, spacing));
            value.Store(ref target, (nuint)index * to.Pitch, to.Spacing);
        }
    }

    private void RunGroups<T, TTile, TExtremum>(ref T source, TilePlaces from, ref T target, TilePlaces to, ref T ends)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        nuint pitch = from.Pitch, spacing = from.Spacing, length = (nuint)TTile.Length, apart = length / (nuint)TTile.Parts;
        for (int first = 0; first < Count; first += Window)
        {
            int start = Start + first, shared = start + Window - 1, low = Math.Max(start, 0);
            if (shared >= Last)
            {
                RunFromLast<T, TTile, TExtremum>(ref source, from, ref target, to, first);
                return;
            }

            TTile value = TTile.Load(ref source, (nuint)shared * pitch, spacing);
            value.Store(ref ends, (nuint)(shared - low) * length, apart);
            for (int tap = shared - 1; tap >= low; tap--)
            {
                value = TTile.Combine<TExtremum>(value, TTile.Load(ref source, (nuint)tap * pitch, spacing));
                value.Store(ref ends, (nuint)(tap - low) * length, apart);
            }

            nuint place = (nuint)first * to.Pitch;
            value.Store(ref target, place, to.Spacing);
            int count = Math.Min(Window, Count - first), whole = Math.Min(count, Last - shared + 1);
            int index = 1;
            TTile begin = value;
            for (; index < whole; index++)
            {
                TTile next = TTile.Load(ref source, (nuint)(shared + index) * pitch, spacing);
                begin = index == 1 ? next : TTile.Combine<TExtremum>(begin, next);
                place += to.Pitch;
                nuint end = (nuint)(Math.Max(start + index, low) - low) * length;
                TTile.Combine<TExtremum>(TTile.Load(ref ends, end, apart), begin).Store(ref target, place, to.Spacing);
            }

            // Beyond the last tap nothing is new to a window.
            for (; index < count; index++)
            {
                place += to.Pitch;
                value = TTile.Load(ref ends, (nuint)(Math.Max(start + index, low) - low) * length, apart);
                TTile.Combine<TExtremum>(value, begin).Store(ref target, place, to.Spacing);
            }
        }
    }
}

/// <summary>How the tiles of a line stand in memory.</summary>
/// <param name="Pitch">Elements from one tile to the next.</param>
/// <param name="Spacing">Elements from one part of a tile to the next.</param>
internal readonly record struct TilePlaces(nuint Pitch, nuint Spacing);
