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

/// <summary>Stores past the caches where every vector is known to start at a multiple of its length; the target is pinned.</summary>
internal readonly struct AlignedStore : IStore
{
    /// <summary>
    /// Whether vectors of pairs of elements of 32 or 64 bits can start there, in all rows at the same columns: those of arrays, too, which start at a
    /// multiple of 8 bytes.
    /// </summary>
    public static unsafe bool Suits<T>(T* target, int width)
        where T : unmanaged => Avx2.IsSupported && ScatterLanes.Have<T>() && (nuint)target % (2 * (nuint)sizeof(T)) == 0 && (nuint)width * (nuint)sizeof(T) % (nuint)Vector256<byte>.Count == 0;

    /// <summary>The pairs of elements before the first such vector, at most so many.</summary>
    public static unsafe int PairsBefore<T>(ref T target, int most)
        where T : unmanaged
    {
        nuint past = (nuint)Unsafe.AsPointer(ref target) % (nuint)Vector256<byte>.Count;
        return past == 0 ? 0 : Math.Min(most, (Vector256<byte>.Count - (int)past) / (2 * sizeof(T)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store<T>(Vector256<T> elements, ref T target, nuint offset)
        where T : unmanaged => Vector256.StoreAlignedNonTemporal(elements, (T*)Unsafe.AsPointer(ref Unsafe.Add(ref target, offset)));

    /// <summary>Stores a pair of 32 or 64 bits each before or behind such vectors: through the caches it would take longer than all of them, which share a line with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePair<T>(T first, T second, ref T target)
        where T : unmanaged
    {
        T* at = (T*)Unsafe.AsPointer(ref target);
        if (sizeof(T) == sizeof(double))
        {
            Vector128.StoreAlignedNonTemporal(Vector128.Create(Unsafe.BitCast<T, long>(first), Unsafe.BitCast<T, long>(second)), (long*)at);
            return;
        }

        int low = Unsafe.BitCast<T, int>(first), high = Unsafe.BitCast<T, int>(second);
        if (Sse2.X64.IsSupported)
        {
            Sse2.X64.StoreNonTemporal((long*)at, (uint)low | ((long)high << 32));
            return;
        }

        Sse2.StoreNonTemporal((int*)at, low);
        Sse2.StoreNonTemporal((int*)at + 1, high);
    }
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
