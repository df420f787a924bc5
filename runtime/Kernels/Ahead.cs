using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>How a kernel treats maps of some size: whether it asks for the input that it will need soon, and how it stores. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IAhead
{
    /// <summary>Asks for as many elements as a turn takes from the input, some way behind <paramref name="index"/>.</summary>
    static abstract void Fetch<T>(ref T row, nuint index, int elements)
        where T : unmanaged;

    /// <summary>Stores outputs.</summary>
    static abstract void Store<T>(Vector256<T> outputs, ref T target, nuint index)
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
    private const int Distance = 4 * 1024;

    private const int Line = 64;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref T row, nuint index, int elements)
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> outputs, ref T target, nuint index)
        where T : unmanaged => Vector256.StoreUnsafe(outputs, ref target, index);
}

/// <summary>
/// Asks for the input as <see cref="FetchAhead"/> does, and stores past the caches, which would read every line of the output before it is
/// written. Only whole vectors at a multiple of their size can be stored so.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FetchAndBypass : IAhead
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(ref T row, nuint index, int elements)
        where T : unmanaged => FetchAhead.Fetch(ref row, index, elements);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store<T>(Vector256<T> outputs, ref T target, nuint index)
        where T : unmanaged
    {
        // The output is pinned while a kernel streams.
        T* at = (T*)Unsafe.AsPointer(ref Unsafe.Add(ref target, index));
        if (((nuint)at % (nuint)Vector256<byte>.Count) == 0)
            Vector256.StoreAlignedNonTemporal(outputs, at);
        else
            Vector256.StoreUnsafe(outputs, ref target, index);
    }
}

/// <summary>Asks for nothing: maps that stay in the caches are there in time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoFetch : IAhead
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(ref T row, nuint index, int elements)
        where T : unmanaged
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> outputs, ref T target, nuint index)
        where T : unmanaged => Vector256.StoreUnsafe(outputs, ref target, index);
}

/// <summary>Decides between <see cref="NoFetch"/>, <see cref="FetchAhead"/> and <see cref="FetchAndBypass"/>. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Ahead
{
    /// <summary>Bytes of input below which asking costs more than it saves: smaller maps come from the outer cache in time.</summary>
    private const int LeastBytes = 3 * 1024 * 1024;

    /// <summary>Bytes of input from which on the first outputs have left the caches before the last are written.</summary>
    private const int LeastStreamedBytes = 48 * 1024 * 1024;

    /// <summary>Whether a map is so large that a kernel waits for it.</summary>
    public static bool Pays<T>(ReadOnlySpan<T> input)
        where T : unmanaged => Sse.IsSupported && (long)input.Length * Unsafe.SizeOf<T>() >= LeastBytes;

    /// <summary>
    /// Whether a map is so large that its output had better not pass through the caches, and its output rows are whole vectors: others would
    /// be stored half one way and half the other, which takes longer than either.
    /// </summary>
    public static bool Streams<T>(ReadOnlySpan<T> input, in PoolConfig config, in PoolShape shape)
        where T : unmanaged
    {
        if (!Avx.IsSupported || (long)input.Length * Unsafe.SizeOf<T>() < LeastStreamedBytes)
            return false;
        int columns = PoolGeometry.OutputSize(config.Width, shape.Width, config.CeilMode);
        int row = config.Layout == PoolLayout.ChannelsFirst ? columns : columns * shape.Channels;
        return row * Unsafe.SizeOf<T>() % Vector256<byte>.Count == 0;
    }

    /// <summary>Computes rows with stores past the caches; the output stays where it is meanwhile.</summary>
    public static unsafe void Stream<T>(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow, PoolRows<T> rows)
        where T : unmanaged
    {
        fixed (T* pinned = output)
            rows(input, new Span<T>(pinned, output.Length), shape, firstRow, endRow);

        // Other threads may read the output as soon as the call returns.
        Sse.StoreFence();
    }
}
