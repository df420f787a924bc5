using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// The part of a gradient's kernel that is written for its windows: how the elements of a row add up what the windows over them give. Generated
/// code implements this, and <see cref="GradientBlocks"/> calls it.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGradientRows<T>
    where T : unmanaged
{
    /// <summary>
    /// Writes the gradients of neighbouring elements: as many as a stride for each of <paramref name="count"/> windows.
    /// </summary>
    /// <typeparam name="TStore">How they are stored.</typeparam>
    /// <param name="phase">Where the row lies between the starts of two windows: along the depth times the stride of the height, plus along the height.</param>
    /// <param name="cells">What each element of the last window over the first element takes; windows before it stand before it.</param>
    /// <param name="slicePitch">Cells from a slice of windows to the next.</param>
    /// <param name="pitch">Cells from a row of windows to the next.</param>
    /// <param name="target">The first of the elements.</param>
    /// <param name="count">The number of windows.</param>
    static abstract void Write<TStore>(int phase, ref T cells, nuint slicePitch, nuint pitch, ref T target, nuint count)
        where TStore : struct, IGradientStore;
}

/// <summary>How gradients are stored. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGradientStore
{
    /// <summary>Stores neighbouring gradients.</summary>
    static abstract void Store<T>(Vector256<T> gradients, ref T target, nuint offset)
        where T : unmanaged;
}

/// <summary>Stores through the caches.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CachedStore : IGradientStore
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> gradients, ref T target, nuint offset)
        where T : unmanaged => Vector256.StoreUnsafe(gradients, ref target, offset);
}

/// <summary>Stores past the caches, which would read every line before it is written; the target is pinned.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BypassingStore : IGradientStore
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store<T>(Vector256<T> gradients, ref T target, nuint offset)
        where T : unmanaged
    {
        T* at = (T*)Unsafe.AsPointer(ref Unsafe.Add(ref target, offset));
        if ((nuint)at % (nuint)Vector256<byte>.Count == 0)
            Vector256.StoreAlignedNonTemporal(gradients, at);
        else
            Vector256.Store(gradients, at);
    }
}
