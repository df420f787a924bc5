using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>
/// A row of at least half a vector and less than a whole one: its first half and its last half stand in the halves of the vector, where
/// some columns stand twice, so that nothing beyond the row is read or written. Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NarrowColumns256 : IColumns256
{
    // For every 32 bits those of the columns to the left and to the right, and masks that clear what lies outside the row.
    private readonly Vector256<int> left, right, hasLeft, hasRight;
    private readonly nuint upper;

    private NarrowColumns256(Vector256<int> left, Vector256<int> right, Vector256<int> hasLeft, Vector256<int> hasRight, int upper)
    {
        this.left = left;
        this.right = right;
        this.hasLeft = hasLeft;
        this.hasRight = hasRight;
        this.upper = (nuint)upper;
    }

    /// <summary>The columns of rows of <paramref name="width"/> elements.</summary>
    public static NarrowColumns256 Of<T>(int width)
        where T : unmanaged
    {
        int doubled = Unsafe.SizeOf<T>() == sizeof(double) ? 1 : 0;
        Vector256<int> lanes = Vector256<int>.Indices >> doubled, rest = Vector256<int>.Indices & Vector256.Create(doubled);
        Vector256<int> half = Vector256.Create(Vector256<T>.Count / 2), gap = Vector256.Create(Vector256<T>.Count - width), last = Vector256.Create(width - 1);
        Vector256<int> columns = lanes - (Vector256.GreaterThanOrEqual(lanes, half) & gap);
        return new(
            Lane(Vector256.Max(columns - Vector256<int>.One, Vector256<int>.Zero)),
            Lane(Vector256.Min(columns + Vector256<int>.One, last)),
            Vector256.GreaterThan(columns, Vector256<int>.Zero),
            Vector256.LessThan(columns, last),
            width - (Vector256<T>.Count / 2));

        Vector256<int> Lane(Vector256<int> column) => ((column + (Vector256.GreaterThanOrEqual(column, half) & gap)) << doubled) + rest;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Load<T>(ref T under)
        where T : unmanaged => Vector256.Create(Vector128.LoadUnsafe(ref under), Vector128.LoadUnsafe(ref under, upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Before<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged
    {
        Vector256<int> moved = Avx2.PermuteVar8x32(held.AsInt32(), left);
        return (repeats ? moved : moved & hasLeft).As<int, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> After<T>(Vector256<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged
    {
        Vector256<int> moved = Avx2.PermuteVar8x32(held.AsInt32(), right);
        return (repeats ? moved : moved & hasRight).As<int, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(Vector256<T> value, ref T target)
        where T : unmanaged
    {
        Vector128.StoreUnsafe(value.GetLower(), ref target);
        Vector128.StoreUnsafe(value.GetUpper(), ref target, upper);
    }
}

/// <inheritdoc cref="NarrowColumns256"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NarrowColumns128 : IColumns128
{
    // For every byte those of the columns to the left and to the right; an index of 255 gives zero.
    private readonly Vector128<byte> left, right, leftOrZero, rightOrZero;
    private readonly nuint upper;

    private NarrowColumns128(Vector128<byte> left, Vector128<byte> right, Vector128<byte> hasLeft, Vector128<byte> hasRight, int upper)
    {
        this.left = left;
        this.right = right;
        leftOrZero = left | ~hasLeft;
        rightOrZero = right | ~hasRight;
        this.upper = (nuint)upper;
    }

    /// <summary>The columns of rows of <paramref name="width"/> elements.</summary>
    public static NarrowColumns128 Of<T>(int width)
        where T : unmanaged
    {
        int shift = Unsafe.SizeOf<T>() == sizeof(double) ? 3 : 2;
        Vector128<byte> lanes = Vector128<byte>.Indices >> shift, rest = Vector128<byte>.Indices & Vector128.Create((byte)(Unsafe.SizeOf<T>() - 1));
        Vector128<byte> half = Vector128.Create((byte)(Vector128<T>.Count / 2)), gap = Vector128.Create((byte)(Vector128<T>.Count - width)), last = Vector128.Create((byte)(width - 1));
        Vector128<byte> columns = lanes - (Vector128.GreaterThanOrEqual(lanes, half) & gap);
        return new(
            Lane(Vector128.Max(columns, Vector128<byte>.One) - Vector128<byte>.One),
            Lane(Vector128.Min(columns + Vector128<byte>.One, last)),
            Vector128.GreaterThan(columns, Vector128<byte>.Zero),
            Vector128.LessThan(columns, last),
            width - (Vector128<T>.Count / 2));

        Vector128<byte> Lane(Vector128<byte> column) => ((column + (Vector128.GreaterThanOrEqual(column, half) & gap)) << shift) + rest;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<T> Load<T>(ref T under)
        where T : unmanaged => Vector128.Create(Vector64.LoadUnsafe(ref under), Vector64.LoadUnsafe(ref under, upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<T> Before<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => Vector128.Shuffle(held.AsByte(), repeats ? left : leftOrZero).As<byte, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<T> After<T>(Vector128<T> held, ref T under, nuint distance, bool repeats)
        where T : unmanaged => Vector128.Shuffle(held.AsByte(), repeats ? right : rightOrZero).As<byte, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(Vector128<T> value, ref T target)
        where T : unmanaged
    {
        Vector64.StoreUnsafe(value.GetLower(), ref target);
        Vector64.StoreUnsafe(value.GetUpper(), ref target, upper);
    }
}
