using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>
/// The kernels of each configuration, whatever their sums allow. A hash table of its own, because a call through the dispatcher takes little longer than its
/// look-up: keys of 40 bytes are compared where they stand, and are copied nowhere.
/// </summary>
internal sealed class KernelTable
{
    private readonly Entry[] entries;

    /// <summary>A table of lists that are in their order of choice.</summary>
    public KernelTable(IEnumerable<IGrouping<PoolConfig, PoolKernel>> groups)
    {
        Entry[] found = [.. groups.Select(group => new Entry(group.Key, [.. group]))];

        // At most half full, so that a search soon meets its entry or a free one.
        entries = new Entry[BitOperations.RoundUpToPowerOf2((uint)(2 * found.Length) + 1)];
        foreach (Entry entry in found)
        {
            int place = entry.Config.GetHashCode() & (entries.Length - 1);
            while (entries[place].Kernels is not null)
                place = (place + 1) & (entries.Length - 1);
            entries[place] = entry;
        }
    }

    /// <summary>The kernels of a configuration, the first to be asked first; none where there are none.</summary>
    public ReadOnlySpan<PoolKernel> this[scoped in PoolConfig config]
    {
        get => config.AllowReassociation ? OfExact(config) : Of(config);
    }

    // A method that may make a configuration clears the place for it in every call, so this one is kept out of the look-ups that make none.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<PoolKernel> OfExact(scoped in PoolConfig config)
    {
        PoolConfig exact = config.Exact;
        return Of(exact);
    }

    private ReadOnlySpan<PoolKernel> Of(scoped in PoolConfig config)
    {
        int mask = entries.Length - 1;
        for (int place = config.GetHashCode() & mask; ; place = (place + 1) & mask)
        {
            ref readonly Entry entry = ref entries[place];
            if (entry.Kernels is null || entry.Config.IsSame(config))
                return entry.Kernels;
        }
    }

    private readonly struct Entry(PoolConfig config, PoolKernel[] kernels)
    {
        public readonly PoolConfig Config = config;
        public readonly PoolKernel[]? Kernels = kernels;
    }
}
