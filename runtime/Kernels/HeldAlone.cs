using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Half a vector of outputs, from a row that one vector holds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HeldAlone : IHeldColumns
{
    // The first columns of the windows, and in the other half the second ones.
    private readonly Vector256<int> columns;
    private readonly nuint upper;

    private HeldAlone(Vector256<int> columns, int upper)
    {
        this.columns = columns;
        this.upper = (nuint)upper;
    }

    /// <summary>Rows of so many columns.</summary>
    public static HeldAlone Of<T>(in PoolAxis axis, int width)
        where T : unmanaged
    {
        int half = Vector256<T>.Count / 2, upper = Math.Min(width, Vector256<T>.Count) - half;
        return new(HeldLanes.Of<T>(axis, width, firstWindow: 0, start: half, moved: upper - half), upper);
    }

    /// <inheritdoc/>
    public static bool IsPair => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> First<T>(ref T row)
        where T : unmanaged => Vector256.Create(Vector128.LoadUnsafe(ref row), Vector128.LoadUnsafe(ref row, upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Last<T>(ref T row)
        where T : unmanaged => First(ref row);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<T> First, Vector256<T> Second) Columns<T>(Vector256<T> first, Vector256<T> last)
        where T : unmanaged
    {
        Vector256<T> picked = HeldLanes.Pick(first, columns);
        return (picked, picked.GetUpper().ToVector256Unsafe());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Third<T>(Vector256<T> firstColumns)
        where T : unmanaged
    {
        Vector128<int> half = firstColumns.GetLower().AsInt32();
        return (Unsafe.SizeOf<T>() == sizeof(double) ? Vector128.Shuffle(half, Vector128.Create(2, 3, 2, 3)) : Vector128.Shuffle(half, Vector128.Create(1, 2, 3, 3)))
            .As<int, T>().ToVector256Unsafe();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(Vector256<T> value, ref T target)
        where T : unmanaged => Vector128.StoreUnsafe(value.GetLower(), ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreOver<T>(Vector256<T> value, ref T target)
        where T : unmanaged => Store(value, ref target);
}
