using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>How what is written once and not read again is stored: gradients, and elements that are put where indices say. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStore
{
    /// <summary>Stores neighbouring elements.</summary>
    static abstract void Store<T>(Vector256<T> elements, ref T target, nuint offset)
        where T : unmanaged;
}

/// <summary>Stores through the caches.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CachedStore : IStore
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> elements, ref T target, nuint offset)
        where T : unmanaged => Vector256.StoreUnsafe(elements, ref target, offset);
}

/// <summary>Stores past the caches where every vector of a row is known to start at a multiple of its length; the target is pinned.</summary>
internal readonly struct AlignedStore : IStore
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store<T>(Vector256<T> elements, ref T target, nuint offset)
        where T : unmanaged => Vector256.StoreAlignedNonTemporal(elements, (T*)Unsafe.AsPointer(ref Unsafe.Add(ref target, offset)));
}

/// <summary>Stores past the caches, which would read every line before it is written; the target is pinned.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BypassingStore : IStore
{
    /// <summary>Bytes of a target that is better stored past the caches.</summary>
    private const long LeastBytes = 8 * 1024 * 1024;

    /// <summary>Whether a target is so large that it pays.</summary>
    internal static bool Pays<T>(Span<T> target)
        where T : unmanaged => Avx.IsSupported && (long)target.Length * Unsafe.SizeOf<T>() >= LeastBytes;

    /// <summary>Whether <see cref="AlignedStore"/> suits rows of vectors, <paramref name="pitch"/> elements from each to the next.</summary>
    internal static unsafe bool Aligns<T>(ref T target, nuint count, nuint pitch)
        where T : unmanaged
    {
        nuint size = (nuint)sizeof(T), vector = (nuint)Vector256<byte>.Count;
        return ((nuint)Unsafe.AsPointer(ref target) | (count * size) | (pitch * size)) % vector == 0;
    }

    /// <summary>Makes what was stored visible to other threads, which may read it as soon as the call returns.</summary>
    internal static void Fence() => Sse.StoreFence();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store<T>(Vector256<T> elements, ref T target, nuint offset)
        where T : unmanaged
    {
        T* at = (T*)Unsafe.AsPointer(ref Unsafe.Add(ref target, offset));
        if ((nuint)at % (nuint)Vector256<byte>.Count == 0)
            Vector256.StoreAlignedNonTemporal(elements, at);
        else
            Vector256.Store(elements, at);
    }
}
