using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>
/// How the elements of a one-dimensional window are combined, in passes over the whole row: pass p makes
/// <c>row[x] = combine of row[x + offset]</c> over its offsets, and only the last pass is taken at every stride-th element.
/// A pass multiplies the reach of its input. One of two taps is a doubling step; one of up to four does two steps at once, which
/// costs one more combination and saves a pass over memory.
/// </summary>
internal sealed record WindowNetwork(EquatableArray<EquatableArray<int>> Passes)
{
    // One pass over memory costs about as much as two loads and a combination; measured on 5 and 13 wide windows.
    private const int LoadCost = 2;
    private const int StoreCost = 3;
    private const int CombineCost = 3;
    private const int MostTaps = 4;

    /// <summary>Combinations per element, all passes together.</summary>
    public int Combinations => Passes.Sum(pass => pass.Count - 1);

    /// <summary>Combining steps one after the other: the taps of a pass meet in pairs, and the pairs in pairs.</summary>
    public int Steps => Passes.Sum(pass => Doublings(pass.Count));

    /// <summary>The offsets of the last pass, the only one taken at the stride.</summary>
    public EquatableArray<int> LastPass => Passes[Passes.Count - 1];

    /// <summary>How far ahead a pass reads.</summary>
    public int Reach(int pass) => Passes[pass][Passes[pass].Count - 1];

    /// <summary>What an output takes when outputs are a stride apart: the passes before the last work on every element between them.</summary>
    public OperationCount PerOutput(int stride)
    {
        OperationCount count = OperationCount.OfTaps(LastPass.Count);
        for (int pass = 0; pass < Passes.Count - 1; pass++)
            count += stride * OperationCount.OfTaps(Passes[pass].Count);
        return count;
    }

    /// <summary>The cheapest network for a window that may be combined in any order.</summary>
    /// <param name="window">Number of taps.</param>
    /// <param name="dilation">Distance between taps.</param>
    /// <param name="stride">How many elements an output is apart from the next: passes before the last work on all of them.</param>
    /// <param name="idempotent">Whether combining an element twice changes nothing; else every element is combined exactly once.</param>
    public static WindowNetwork Cheapest(int window, int dilation, int stride, bool idempotent)
    {
        WindowNetwork best = Of(window, []);
        long bestCost = Cost(best, stride);
        Search(window, stride, idempotent, [], 1, ref best, ref bestCost);
        return best with { Passes = new(best.Passes.Select(pass => new EquatableArray<int>(pass.Select(offset => offset * dilation)))) };
    }

    /// <summary>How often one element must double to become <paramref name="taps"/>.</summary>
    private static int Doublings(int taps)
    {
        int steps = 0;
        for (int reach = 1; reach < taps; reach *= 2)
            steps++;
        return steps;
    }

    private static void Search(int window, int stride, bool idempotent, List<int> taken, int reach, ref WindowNetwork best, ref long bestCost)
    {
        for (int taps = 2; taps <= MostTaps && reach * taps <= window; taps++)
        {
            // A window that is no multiple of the reach combines some elements twice.
            if (!idempotent && window % (reach * taps) != 0)
                continue;
            List<int> next = [.. taken, taps];
            WindowNetwork network = Of(window, next);
            long cost = Cost(network, stride);

            // Passes of three taps can add up to more steps than doubling takes.
            if (cost < bestCost && (!idempotent || network.Steps <= Doublings(window)))
            {
                bestCost = cost;
                best = network;
            }

            // More passes only help while those so far cost less than the best.
            if (cost - Cost(network.LastPass.Count) < bestCost)
                Search(window, stride, idempotent, next, reach * taps, ref best, ref bestCost);
        }
    }

    /// <summary>The network of passes that multiply the reach by the given factors, and a last pass that fills the window.</summary>
    private static WindowNetwork Of(int window, IReadOnlyList<int> factors)
    {
        List<EquatableArray<int>> passes = [];
        int reach = 1;
        foreach (int taps in factors)
        {
            int step = reach;
            passes.Add(new(Enumerable.Range(0, taps).Select(tap => tap * step)));
            reach *= taps;
        }

        List<int> last = [];
        for (int offset = 0; offset + reach < window; offset += reach)
            last.Add(offset);
        last.Add(window - reach);
        passes.Add(new(last));
        return new(new EquatableArray<EquatableArray<int>>(passes));
    }

    private static long Cost(int taps) => Cost(OperationCount.OfTaps(taps));

    private static long Cost(WindowNetwork network, int stride) => Cost(network.PerOutput(stride));

    private static long Cost(OperationCount count) =>
        (count.Loads * LoadCost) + (count.Combinations * CombineCost) + (count.Stores * StoreCost);
}
