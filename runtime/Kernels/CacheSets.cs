using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>Where elements that are read one after the other come to lie in the first-level cache. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CacheSets
{
    /// <summary>Bytes from a line to the next of the same set: a page, whose size bounds what such caches index by.</summary>
    private const int Period = 4 * 1024;

    /// <summary>Lines that a set holds in most processors.</summary>
    private const int Ways = 8;

    /// <summary>
    /// Whether so many elements at such a distance fall into one set, which cannot hold them: the lines beside them, which the processor fetches
    /// meanwhile, are gone before they are read. Channels last with 1024 channels of four bytes take twice the time of 1000.
    /// </summary>
    public static bool Collide<T>(int distance, int count)
        where T : unmanaged => count > Ways && (long)distance * Unsafe.SizeOf<T>() % Period == 0;
}
