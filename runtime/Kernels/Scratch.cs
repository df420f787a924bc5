using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>
/// Scratch memory for cells that are vectors: it starts at a line of the caches, so that no vector lies across two. The stack by itself starts anywhere, and
/// what was timed with one caller took a quarter longer with another. Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scratch
{
    private const int LineBytes = 64;

    /// <summary>Elements that memory needs more, so that it can start at a line.</summary>
    public static int Spare<T>() => LineBytes / Unsafe.SizeOf<T>();

    /// <summary>What is left of the memory from the first line on.</summary>
    public static unsafe Span<T> FromLine<T>(Span<T> memory)
        where T : unmanaged
    {
        nuint past = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory)) % LineBytes;
        return past == 0 ? memory : memory[((LineBytes - (int)past) / Unsafe.SizeOf<T>())..];
    }
}
