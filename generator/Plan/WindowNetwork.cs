using System;
using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>
/// How the elements of a one-dimensional window are combined, in passes over the whole row: pass p makes
/// <c>row[x] = combine of row[x + offset]</c> over its offsets, and only the last pass is taken at every stride-th element.
/// Where a repeated element changes nothing, passes double the reach of their input (13 wide takes 4 combinations instead of 12).
/// </summary>
internal sealed record WindowNetwork(EquatableArray<EquatableArray<int>> Passes)
{
    // One pass over memory costs about as much as two loads and a combination; measured on 5 and 13 wide windows.
    private const int LoadCost = 2;
    private const int StoreCost = 3;
    private const int CombineCost = 3;

    /// <summary>Combinations per element, all passes together.</summary>
    public int Combinations => Passes.Sum(pass => pass.Count - 1);

    /// <summary>The offsets of the last pass, the only one taken at the stride.</summary>
    public EquatableArray<int> LastPass => Passes[Passes.Count - 1];

    /// <summary>How far ahead a pass reads.</summary>
    public int Reach(int pass) => Passes[pass][Passes[pass].Count - 1];

    /// <summary>The cheapest network for a window.</summary>
    /// <param name="window">Number of taps.</param>
    /// <param name="dilation">Distance between taps.</param>
    /// <param name="stride">How many elements an output is apart from the next: passes before the last work on all of them.</param>
    /// <param name="idempotent">Whether combining an element twice changes nothing.</param>
    public static WindowNetwork Cheapest(int window, int dilation, int stride, bool idempotent)
    {
        List<int> best = [];
        int bestCost = LastPassCost(window, 1);
        if (idempotent)
            Search(window, stride, 1, 0, [], ref best, ref bestCost);

        List<EquatableArray<int>> passes = [];
        int reach = 1;
        foreach (int taps in best)
        {
            int step = reach;
            passes.Add(new(Enumerable.Range(0, taps).Select(tap => tap * step * dilation)));
            reach *= taps;
        }

        passes.Add(new(LastOffsets(window, reach).Select(offset => offset * dilation)));
        return new WindowNetwork(new EquatableArray<EquatableArray<int>>(passes));
    }

    private static void Search(int window, int stride, int reach, int cost, List<int> taken, ref List<int> best, ref int bestCost)
    {
        for (int taps = 2; taps <= 4 && reach * taps <= window; taps++)
        {
            // Doubling needs the fewest combinations; three or four taps at once save a pass over memory.
            int passCost = stride * ((taps * LoadCost) + ((taps - 1) * CombineCost) + StoreCost);
            List<int> next = [.. taken, taps];
            int total = cost + passCost + LastPassCost(window, reach * taps);
            if (total < bestCost)
            {
                bestCost = total;
                best = next;
            }

            if (cost + passCost < bestCost)
                Search(window, stride, reach * taps, cost + passCost, next, ref best, ref bestCost);
        }
    }

    private static int LastPassCost(int window, int reach)
    {
        int taps = LastOffsets(window, reach).Count;
        return (taps * LoadCost) + ((taps - 1) * CombineCost) + StoreCost;
    }

    private static List<int> LastOffsets(int window, int reach)
    {
        List<int> offsets = [];
        for (int offset = 0; offset + reach < window; offset += reach)
            offsets.Add(offset);
        offsets.Add(window - reach);
        return offsets;
    }
}
