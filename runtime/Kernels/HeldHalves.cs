using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>
/// Rows of the input so narrow that two rows of outputs fill a vector, a half each. Their columns are even and odd ones, which windows two apart have
/// in common; a column outside the row is another one of its window, which changes nothing in an extremum. A kernel is compiled once for each form.
/// Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHeldHalves
{
    /// <summary>The planes side by side, of which every vector has a row.</summary>
    static abstract int Planes { get; }

    /// <summary>A row of the input, and where planes lie side by side that of the next plane.</summary>
    static abstract Vector256<T> Row<T>(ref T row, nuint nextPlane)
        where T : unmanaged;

    /// <summary>The even and the odd columns of two rows.</summary>
    static abstract (Vector256<T> Even, Vector256<T> Odd) Columns<T>(Vector256<T> first, Vector256<T> second)
        where T : unmanaged;

    /// <summary>The odd columns before the even ones; the first even column has none, and stands in for it.</summary>
    static abstract Vector256<T> Before<T>(Vector256<T> odd, Vector256<T> even)
        where T : unmanaged;

    /// <summary>The even columns behind the odd ones; the last even one stands twice.</summary>
    static abstract Vector256<T> After<T>(Vector256<T> even)
        where T : unmanaged;

    /// <summary>Writes the outputs of two rows.</summary>
    static abstract void Store<T>(Vector256<T> outputs, ref T target, nuint nextPlane)
        where T : unmanaged;

    /// <summary>Writes the outputs of the first row.</summary>
    static abstract void StoreFirst<T>(Vector256<T> outputs, ref T target, nuint nextPlane)
        where T : unmanaged;
}

/// <summary>Rows whose columns fill a vector, or of whose columns windows take that many.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HeldAlone : IHeldHalves
{
    /// <inheritdoc/>
    public static int Planes => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Row<T>(ref T row, nuint nextPlane)
        where T : unmanaged => Vector256.LoadUnsafe(ref row);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<T> Even, Vector256<T> Odd) Columns<T>(Vector256<T> first, Vector256<T> second)
        where T : unmanaged
    {
        (Vector256<T> left, Vector256<T> right) = HeldLanes.Halves(first, second);
        return (Lanes.Even(left, right), Lanes.Odd(left, right));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Before<T>(Vector256<T> odd, Vector256<T> even)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Avx.UnpackLow(even.AsDouble(), odd.AsDouble()).As<double, T>()
            : Avx.Blend(HeldLanes.Shuffle(odd, odd, 0b10_01_00_00).AsSingle(), even.AsSingle(), 0b0001_0001).As<float, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> After<T>(Vector256<T> even)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Avx.UnpackHigh(even.AsDouble(), even.AsDouble()).As<double, T>()
            : HeldLanes.Shuffle(even, even, 0b11_11_10_01);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> outputs, ref T target, nuint nextPlane)
        where T : unmanaged => Vector256.StoreUnsafe(outputs, ref target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<T>(Vector256<T> outputs, ref T target, nuint nextPlane)
        where T : unmanaged => Vector128.StoreUnsafe(outputs.GetLower(), ref target);
}

/// <summary>Rows with a column less: the last lane has an element of what follows, and no window takes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HeldShort : IHeldHalves
{
    /// <inheritdoc/>
    public static int Planes => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Row<T>(ref T row, nuint nextPlane)
        where T : unmanaged => HeldAlone.Row(ref row, nextPlane);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<T> Even, Vector256<T> Odd) Columns<T>(Vector256<T> first, Vector256<T> second)
        where T : unmanaged
    {
        // The column before it, which is in the same windows, takes the place of the one that is missing.
        (Vector256<T> left, Vector256<T> right) = HeldLanes.Halves(first, second);
        Vector256<T> odd = Unsafe.SizeOf<T>() == sizeof(double)
            ? Avx.Shuffle(left.AsDouble(), right.AsDouble(), 0b0101).As<double, T>()
            : HeldLanes.Shuffle(left, right, 0b10_01_11_01);
        return (Lanes.Even(left, right), odd);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Before<T>(Vector256<T> odd, Vector256<T> even)
        where T : unmanaged => HeldAlone.Before(odd, even);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> After<T>(Vector256<T> even)
        where T : unmanaged => HeldAlone.After(even);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> outputs, ref T target, nuint nextPlane)
        where T : unmanaged => HeldAlone.Store(outputs, ref target, nextPlane);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<T>(Vector256<T> outputs, ref T target, nuint nextPlane)
        where T : unmanaged => HeldAlone.StoreFirst(outputs, ref target, nextPlane);
}

/// <summary>Rows of four columns of 32 bits, those of two planes side by side: each half has two outputs of a row and two of the next.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HeldBeside : IHeldHalves
{
    /// <inheritdoc/>
    public static int Planes => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Row<T>(ref T row, nuint nextPlane)
        where T : unmanaged => Vector256.Create(Vector128.LoadUnsafe(ref row), Vector128.LoadUnsafe(ref row, nextPlane));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<T> Even, Vector256<T> Odd) Columns<T>(Vector256<T> first, Vector256<T> second)
        where T : unmanaged => (Lanes.Even(first, second), Lanes.Odd(first, second));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Before<T>(Vector256<T> odd, Vector256<T> even)
        where T : unmanaged => Avx.Blend(HeldLanes.Shuffle(odd, odd, 0b10_10_00_00).AsSingle(), even.AsSingle(), 0b0101_0101).As<float, T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> After<T>(Vector256<T> even)
        where T : unmanaged => HeldLanes.Shuffle(even, even, 0b11_11_01_01);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> outputs, ref T target, nuint nextPlane)
        where T : unmanaged
    {
        Vector128.StoreUnsafe(outputs.GetLower(), ref target);
        Vector128.StoreUnsafe(outputs.GetUpper(), ref target, nextPlane);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<T>(Vector256<T> outputs, ref T target, nuint nextPlane)
        where T : unmanaged
    {
        Vector64.StoreUnsafe(outputs.GetLower().GetLower(), ref target);
        Vector64.StoreUnsafe(outputs.GetUpper().GetLower(), ref target, nextPlane);
    }
}
