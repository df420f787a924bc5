using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Whether the taps to one side of a vector lie in the row. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISide
{
    /// <inheritdoc cref="IColumns256.Before"/>
    static abstract Vector256<T> Before<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged;

    /// <inheritdoc cref="IColumns256.After"/>
    static abstract Vector256<T> After<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged;

    /// <inheritdoc cref="IColumns256.Before"/>
    static abstract Vector128<T> Before<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged;

    /// <inheritdoc cref="IColumns256.After"/>
    static abstract Vector128<T> After<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged;
}

/// <summary>The taps lie in the row and are read from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Inside : ISide
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Before<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => Vector256.LoadUnsafe(ref Unsafe.Subtract(ref under, distance));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> After<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => Vector256.LoadUnsafe(ref under, distance);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Before<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => Vector128.LoadUnsafe(ref Unsafe.Subtract(ref under, distance));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> After<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => Vector128.LoadUnsafe(ref under, distance);
}

/// <summary>The row ends at the vector: its lanes move by one, and the lane that is left over repeats its neighbour or is zero.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Edge : ISide
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Before<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => repeats ? Lanes.Up(held) : Lanes.UpFromZero(held);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> After<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => repeats ? Lanes.Down(held) : Lanes.DownFromZero(held);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Before<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => repeats ? Lanes.Up(held) : Lanes.UpFromZero(held);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> After<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => repeats ? Lanes.Down(held) : Lanes.DownFromZero(held);
}
