using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Some neighbouring elements that a loop takes at a time; a loop is compiled once for each kind of tile.</summary>
internal interface IVectorTile<TSelf, T>
    where TSelf : struct, IVectorTile<TSelf, T>
{
    /// <summary>Elements of a tile.</summary>
    static abstract int Length { get; }

    /// <summary>The tile at an offset.</summary>
    static abstract TSelf Load(ref T source, nuint offset);

    /// <summary>The larger elements of both; NaN where either is.</summary>
    static abstract TSelf Max(in TSelf left, in TSelf right);

    /// <summary>Writes the tile to an offset.</summary>
    void Store(ref T target, nuint offset);
}

/// <summary>Four vectors of 256 bits: two cache lines, and chains enough to hide the latency of a maximum.</summary>
internal readonly struct FourVectors256<T>(Vector256<T> first, Vector256<T> second, Vector256<T> third, Vector256<T> fourth) : IVectorTile<FourVectors256<T>, T>
    where T : unmanaged
{
    private readonly Vector256<T> first = first, second = second, third = third, fourth = fourth;

    public static int Length => 4 * Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourVectors256<T> Load(ref T source, nuint offset)
    {
        nuint lanes = (nuint)Vector256<T>.Count;
        return new(
            Vector256.LoadUnsafe(ref source, offset),
            Vector256.LoadUnsafe(ref source, offset + lanes),
            Vector256.LoadUnsafe(ref source, offset + (2 * lanes)),
            Vector256.LoadUnsafe(ref source, offset + (3 * lanes)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourVectors256<T> Max(in FourVectors256<T> left, in FourVectors256<T> right) => new(
        Lanes.Max(left.first, right.first),
        Lanes.Max(left.second, right.second),
        Lanes.Max(left.third, right.third),
        Lanes.Max(left.fourth, right.fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T target, nuint offset)
    {
        nuint lanes = (nuint)Vector256<T>.Count;
        first.StoreUnsafe(ref target, offset);
        second.StoreUnsafe(ref target, offset + lanes);
        third.StoreUnsafe(ref target, offset + (2 * lanes));
        fourth.StoreUnsafe(ref target, offset + (3 * lanes));
    }
}

/// <summary>One vector of 256 bits.</summary>
internal readonly struct OneVector256<T>(Vector256<T> lanes) : IVectorTile<OneVector256<T>, T>
    where T : unmanaged
{
    private readonly Vector256<T> lanes = lanes;

    public static int Length => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector256<T> Load(ref T source, nuint offset) => new(Vector256.LoadUnsafe(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector256<T> Max(in OneVector256<T> left, in OneVector256<T> right) => new(Lanes.Max(left.lanes, right.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T target, nuint offset) => lanes.StoreUnsafe(ref target, offset);
}

/// <summary>One vector of 128 bits.</summary>
internal readonly struct OneVector128<T>(Vector128<T> lanes) : IVectorTile<OneVector128<T>, T>
    where T : unmanaged
{
    private readonly Vector128<T> lanes = lanes;

    public static int Length => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector128<T> Load(ref T source, nuint offset) => new(Vector128.LoadUnsafe(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector128<T> Max(in OneVector128<T> left, in OneVector128<T> right) => new(Lanes.Max(left.lanes, right.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T target, nuint offset) => lanes.StoreUnsafe(ref target, offset);
}

/// <summary>One element, where there are no vectors or too few elements for one.</summary>
internal readonly struct OneElement<T>(T value) : IVectorTile<OneElement<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly T value = value;

    public static int Length => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneElement<T> Load(ref T source, nuint offset) => new(Unsafe.Add(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneElement<T> Max(in OneElement<T> left, in OneElement<T> right) => new(Lanes.Max(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T target, nuint offset) => Unsafe.Add(ref target, offset) = value;
}
