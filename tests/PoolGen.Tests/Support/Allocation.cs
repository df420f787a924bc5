using System.Runtime.CompilerServices;

namespace PoolGen.Tests.Support;

/// <summary>What a call allocates.</summary>
internal static class Allocation
{
    private const int Calls = 100;
    private const int Measurements = 3;

    /// <summary>
    /// The bytes of a hundred calls, the least of some measurements: a collection that another test causes may count what is left of this thread's memory,
    /// up to 8 KB of it, as allocated, but not each time.
    /// </summary>
    public static long Of(Action call) => Enumerable.Range(0, Measurements).Min(_ => Once(call));

    /// <summary>After enough calls that nothing is left to be initialised.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Once(Action call)
    {
        for (int i = 0; i < 3; i++)
            call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
            call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
