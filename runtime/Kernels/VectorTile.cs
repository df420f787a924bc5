using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Some elements that a loop takes at a time; a loop is compiled once for each kind of tile.</summary>
internal interface IVectorTile<TSelf, T>
    where TSelf : struct, IVectorTile<TSelf, T>
{
    /// <summary>Elements of a tile.</summary>
    static abstract int Length { get; }

    /// <summary>The parts of a tile, each of neighbouring elements.</summary>
    static abstract int Parts { get; }

    /// <summary>The tile at an offset, its parts at some distance from one another.</summary>
    static abstract TSelf Load(ref T source, nuint offset, nuint spacing);

    /// <summary>The elements of both that stay.</summary>
    static abstract TSelf Combine<TExtremum>(in TSelf left, in TSelf right)
        where TExtremum : struct, IExtremum;

    /// <summary>Writes the tile to an offset, its parts at some distance from one another.</summary>
    void Store(ref T target, nuint offset, nuint spacing);
}

/// <summary>Four tiles: chains enough to hide the latency of an extremum, and what a loop counts for each is shared.</summary>
internal readonly struct FourTiles<TTile, T>(TTile first, TTile second, TTile third, TTile fourth) : IVectorTile<FourTiles<TTile, T>, T>
    where T : unmanaged
    where TTile : struct, IVectorTile<TTile, T>
{
    private readonly TTile first = first, second = second, third = third, fourth = fourth;

    public static int Length => 4 * TTile.Length;

    public static int Parts => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTiles<TTile, T> Load(ref T source, nuint offset, nuint spacing) => new(
        TTile.Load(ref source, offset, spacing),
        TTile.Load(ref source, offset + spacing, spacing),
        TTile.Load(ref source, offset + (2 * spacing), spacing),
        TTile.Load(ref source, offset + (3 * spacing), spacing));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourTiles<TTile, T> Combine<TExtremum>(in FourTiles<TTile, T> left, in FourTiles<TTile, T> right)
        where TExtremum : struct, IExtremum => new(
        TTile.Combine<TExtremum>(left.first, right.first),
        TTile.Combine<TExtremum>(left.second, right.second),
        TTile.Combine<TExtremum>(left.third, right.third),
        TTile.Combine<TExtremum>(left.fourth, right.fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T target, nuint offset, nuint spacing)
    {
        first.Store(ref target, offset, spacing);
        second.Store(ref target, offset + spacing, spacing);
        third.Store(ref target, offset + (2 * spacing), spacing);
        fourth.Store(ref target, offset + (3 * spacing), spacing);
    }
}

/// <summary>One vector of 256 bits.</summary>
internal readonly struct OneVector256<T>(Vector256<T> lanes) : IVectorTile<OneVector256<T>, T>
    where T : unmanaged
{
    private readonly Vector256<T> lanes = lanes;

    public static int Length => Vector256<T>.Count;

    public static int Parts => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector256<T> Load(ref T source, nuint offset, nuint spacing) => new(Vector256.LoadUnsafe(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector256<T> Combine<TExtremum>(in OneVector256<T> left, in OneVector256<T> right)
        where TExtremum : struct, IExtremum => new(TExtremum.Of(left.lanes, right.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T target, nuint offset, nuint spacing) => lanes.StoreUnsafe(ref target, offset);
}

/// <summary>One vector of 128 bits.</summary>
internal readonly struct OneVector128<T>(Vector128<T> lanes) : IVectorTile<OneVector128<T>, T>
    where T : unmanaged
{
    private readonly Vector128<T> lanes = lanes;

    public static int Length => Vector128<T>.Count;

    public static int Parts => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector128<T> Load(ref T source, nuint offset, nuint spacing) => new(Vector128.LoadUnsafe(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneVector128<T> Combine<TExtremum>(in OneVector128<T> left, in OneVector128<T> right)
        where TExtremum : struct, IExtremum => new(TExtremum.Of(left.lanes, right.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T target, nuint offset, nuint spacing) => lanes.StoreUnsafe(ref target, offset);
}

/// <summary>One element, where there are no vectors or too few elements for one.</summary>
internal readonly struct OneElement<T>(T value) : IVectorTile<OneElement<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly T value = value;

    public static int Length => 1;

    public static int Parts => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneElement<T> Load(ref T source, nuint offset, nuint spacing) => new(Unsafe.Add(ref source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneElement<T> Combine<TExtremum>(in OneElement<T> left, in OneElement<T> right)
        where TExtremum : struct, IExtremum => new(TExtremum.Of(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T target, nuint offset, nuint spacing) => Unsafe.Add(ref target, offset) = value;
}
