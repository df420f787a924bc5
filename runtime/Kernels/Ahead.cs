using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>How a kernel treats maps of some size: what it asks for before it needs it, and how it stores. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IAhead
{
    /// <summary>Asks for as many elements as a turn takes from the input, some way behind <paramref name="index"/>.</summary>
    void Fetch<T>(ref T row, nuint index, int elements)
        where T : unmanaged;

    /// <summary>What to count from where a turn takes <paramref name="elements"/> elements out of order: the first of them, or those behind them.</summary>
    nuint FirstAsked(nuint elements);

    /// <summary>Stores outputs.</summary>
    void Store<T>(Vector256<T> outputs, ref T target, nuint index)
        where T : unmanaged;
}

/// <summary>
/// Asks for the input as one stream. Kernels read several rows at a time: the processor takes them for as many short streams and is late
/// for each, which is what a large map otherwise waits for.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FetchAhead : IAhead
{
    /// <summary>Bytes to the elements that are asked for: a page, and time enough for them to come from memory.</summary>
    internal const int Distance = 4 * 1024;

    private const int Line = 64;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Fetch<T>(ref T row, nuint index, int elements)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
            return;

        // Asking for memory that has moved, or that ends before, does nothing.
        byte* at = (byte*)Unsafe.AsPointer(ref Unsafe.Add(ref row, index)) + Distance;
        Sse.Prefetch0(at);
        if (elements * sizeof(T) > Line)
            Sse.Prefetch0(at + Line);
        if (elements * sizeof(T) > 2 * Line)
            Sse.Prefetch0(at + (2 * Line));
        if (elements * sizeof(T) > 3 * Line)
            Sse.Prefetch0(at + (3 * Line));
    }

    /// <inheritdoc/>
    public nuint FirstAsked(nuint elements) => elements;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(Vector256<T> outputs, ref T target, nuint index)
        where T : unmanaged => Vector256.StoreUnsafe(outputs, ref target, index);
}

/// <summary>Asks for nothing: maps that stay in the caches are there in time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoFetch : IAhead
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch<T>(ref T row, nuint index, int elements)
        where T : unmanaged
    {
    }

    /// <inheritdoc/>
    public nuint FirstAsked(nuint elements) => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(Vector256<T> outputs, ref T target, nuint index)
        where T : unmanaged => Vector256.StoreUnsafe(outputs, ref target, index);
}

/// <summary>Decides between <see cref="NoFetch"/>, <see cref="FetchAhead"/> and <see cref="FetchStreams"/>. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Ahead
{
    /// <summary>Bytes of input below which asking costs more than it saves: smaller maps come from the outer cache in time.</summary>
    private const int LeastBytes = 3 * 1024 * 1024;

    /// <summary>Bytes of input that the outermost cache, of which other programs have their part, does not hold from one call to the next.</summary>
    private const int LeastStreamedBytes = 16 * 1024 * 1024;

    /// <summary>Whether a map is so large that a kernel waits for it.</summary>
    public static bool Pays<T>(ReadOnlySpan<T> input)
        where T : unmanaged => Sse.IsSupported && (long)input.Length * Unsafe.SizeOf<T>() >= LeastBytes;

    /// <summary>Whether a map is so large that <see cref="StreamedRows"/> pay.</summary>
    public static bool Streams<T>(ReadOnlySpan<T> input)
        where T : unmanaged => Avx.IsSupported && (long)input.Length * Unsafe.SizeOf<T>() >= LeastStreamedBytes;
}
