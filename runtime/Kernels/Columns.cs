using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// How a vector of neighbouring output columns takes its taps from an input row while it walks down a plane. They lie in vectors that
/// start a column apart, of which windows two apart take every second element; where one of those would leave the row, it is made from
/// the vector next to it. A kernel is compiled once for each place of a vector in its row. Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IColumns256
{
    /// <summary>The input under the outputs.</summary>
    Vector256<T> Load<T>(ref T under)
        where T : unmanaged;

    /// <summary>The taps some columns to the left of the outputs.</summary>
    /// <param name="held">The taps one column further right.</param>
    /// <param name="under">The input under the first output.</param>
    /// <param name="distance">How many columns to the left.</param>
    /// <param name="repeats">Whether a tap outside the row repeats the nearest one; otherwise it is zero.</param>
    Vector256<T> Before<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged;

    /// <summary>The same to the right of the outputs, where <paramref name="held"/> are the taps one column further left.</summary>
    Vector256<T> After<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged;

    /// <summary>Writes the outputs.</summary>
    void Store<T>(Vector256<T> value, ref T target)
        where T : unmanaged;
}

/// <inheritdoc cref="IColumns256"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IColumns128
{
    /// <inheritdoc cref="IColumns256.Load"/>
    Vector128<T> Load<T>(ref T under)
        where T : unmanaged;

    /// <inheritdoc cref="IColumns256.Before"/>
    Vector128<T> Before<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged;

    /// <inheritdoc cref="IColumns256.After"/>
    Vector128<T> After<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged;

    /// <inheritdoc cref="IColumns256.Store"/>
    void Store<T>(Vector128<T> value, ref T target)
        where T : unmanaged;
}

/// <summary>Columns of rows that are at least a vector wide, with what lies to the left and to the right of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Columns<TLeft, TRight> : IColumns256, IColumns128
    where TLeft : struct, ISide
    where TRight : struct, ISide
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256<T> IColumns256.Load<T>(ref T under) => Vector256.LoadUnsafe(ref under);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256<T> IColumns256.Before<T>(Vector256<T> held, ref T under, nuint distance, bool repeats) =>
        TLeft.Before(held, ref under, distance, repeats);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256<T> IColumns256.After<T>(Vector256<T> held, ref T under, nuint distance, bool repeats) =>
        TRight.After(held, ref under, distance, repeats);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns256.Store<T>(Vector256<T> value, ref T target) => Vector256.StoreUnsafe(value, ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector128<T> IColumns128.Load<T>(ref T under) => Vector128.LoadUnsafe(ref under);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector128<T> IColumns128.Before<T>(Vector128<T> held, ref T under, nuint distance, bool repeats) =>
        TLeft.Before(held, ref under, distance, repeats);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector128<T> IColumns128.After<T>(Vector128<T> held, ref T under, nuint distance, bool repeats) =>
        TRight.After(held, ref under, distance, repeats);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IColumns128.Store<T>(Vector128<T> value, ref T target) => Vector128.StoreUnsafe(value, ref target);
}
