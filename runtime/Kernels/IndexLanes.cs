using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>
/// What kernels with indices do in every lane: PyTorch's rule, by which a tap takes the place of the one that is kept when it is more, or NaN. So of equal
/// taps the first is kept, and of several NaNs the last. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IndexLanes
{
    /// <summary>Whether the tap is larger than the one that is kept, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLarger<T>(T tap, T kept)
        where T : INumber<T> => tap > kept || T.IsNaN(tap);

    /// <summary>Whether the tap is smaller than the one that is kept, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSmaller<T>(T tap, T kept)
        where T : INumber<T> => tap < kept || T.IsNaN(tap);

    /// <summary>The lanes in which the tap is larger than the one that is kept, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> IsLarger<T>(Vector128<T> tap, Vector128<T> kept) =>
        Lanes.MayBeNaN<T>() ? Vector128.GreaterThan(tap, kept) | Unordered(tap, tap) : Vector128.GreaterThan(tap, kept);

    /// <inheritdoc cref="IsLarger{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> IsLarger<T>(Vector256<T> tap, Vector256<T> kept) =>
        Lanes.MayBeNaN<T>() ? Vector256.GreaterThan(tap, kept) | Unordered(tap, tap) : Vector256.GreaterThan(tap, kept);

    /// <summary>The lanes in which the tap is smaller than the one that is kept, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> IsSmaller<T>(Vector128<T> tap, Vector128<T> kept) =>
        Lanes.MayBeNaN<T>() ? Vector128.LessThan(tap, kept) | Unordered(tap, tap) : Vector128.LessThan(tap, kept);

    /// <inheritdoc cref="IsSmaller{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> IsSmaller<T>(Vector256<T> tap, Vector256<T> kept) =>
        Lanes.MayBeNaN<T>() ? Vector256.LessThan(tap, kept) | Unordered(tap, tap) : Vector256.LessThan(tap, kept);

    /// <summary>What takes the place, or what is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Select<T>(bool taken, T tap, T kept) => taken ? tap : kept;

    // The mask is used more than once, so it is a local, and then the JIT does not know that it is one.

    /// <summary>In every lane what takes the place, or what is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Select<TMask, T>(Vector128<TMask> taken, Vector128<T> tap, Vector128<T> kept) => Sse41.IsSupported
        ? Sse41.BlendVariable(kept.AsByte(), tap.AsByte(), taken.AsByte()).As<byte, T>()
        : Vector128.ConditionalSelect(taken.As<TMask, T>(), tap, kept);

    /// <inheritdoc cref="Select{TMask, T}(Vector128{TMask}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Select<TMask, T>(Vector256<TMask> taken, Vector256<T> tap, Vector256<T> kept) => Avx2.IsSupported
        ? Avx2.BlendVariable(kept.AsByte(), tap.AsByte(), taken.AsByte()).As<byte, T>()
        : Vector256.ConditionalSelect(taken.As<TMask, T>(), tap, kept);

    // Of two that are equal, zeros of either sign among them, x86's own maximum and minimum give the second, which is the one that is kept.

    /// <summary>In every lane the larger, where <paramref name="taken"/> says whether it is the tap and neither is NaN; of equal ones the one that is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Larger<T>(Vector128<T> taken, Vector128<T> tap, Vector128<T> kept) =>
        X86Base.IsSupported && Lanes.MayBeNaN<T>() ? Vector128.MaxNative(tap, kept) : Select(taken, tap, kept);

    /// <inheritdoc cref="Larger{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Larger<T>(Vector256<T> taken, Vector256<T> tap, Vector256<T> kept) =>
        X86Base.IsSupported && Lanes.MayBeNaN<T>() ? Vector256.MaxNative(tap, kept) : Select(taken, tap, kept);

    /// <summary>In every lane the smaller, where <paramref name="taken"/> says whether it is the tap and neither is NaN; of equal ones the one that is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Smaller<T>(Vector128<T> taken, Vector128<T> tap, Vector128<T> kept) =>
        X86Base.IsSupported && Lanes.MayBeNaN<T>() ? Vector128.MinNative(tap, kept) : Select(taken, tap, kept);

    /// <inheritdoc cref="Smaller{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Smaller<T>(Vector256<T> taken, Vector256<T> tap, Vector256<T> kept) =>
        X86Base.IsSupported && Lanes.MayBeNaN<T>() ? Vector256.MinNative(tap, kept) : Select(taken, tap, kept);

    /// <summary>The indices of neighbouring positions, from that of the first on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Along(int first, int step) => first;

    /// <summary>The indices of neighbouring positions, one per lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Along128<T>(int first, int step)
        where T : INumberBase<T> => Vector128.Create(T.CreateTruncating(first)) + (Vector128<T>.Indices * T.CreateTruncating(step));

    /// <inheritdoc cref="Along128{T}(int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Along256<T>(int first, int step)
        where T : INumberBase<T> => Vector256.Create(T.CreateTruncating(first)) + (Vector256<T>.Indices * T.CreateTruncating(step));

    /// <summary>The indices of some columns inside a row of <paramref name="width"/>, where a column outside the row counts as the nearest one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InRow<T>(Vector128<T> columns, int width, int step)
        where T : INumber<T> =>
        Vector128.Min(Vector128.Max(columns, Vector128<T>.Zero), Vector128.Create(T.CreateTruncating(width - 1))) * T.CreateTruncating(step);

    /// <inheritdoc cref="InRow{T}(Vector128{T}, int, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InRow<T>(Vector256<T> columns, int width, int step)
        where T : INumber<T> =>
        Vector256.Min(Vector256.Max(columns, Vector256<T>.Zero), Vector256.Create(T.CreateTruncating(width - 1))) * T.CreateTruncating(step);

    /// <summary>All bits where either side is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Unordered<T>(Vector128<T> left, Vector128<T> right) =>
        X86Base.IsSupported ? Lanes.Unordered(left, right) : ~(Vector128.Equals(left, left) & Vector128.Equals(right, right));

    /// <inheritdoc cref="Unordered{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Unordered<T>(Vector256<T> left, Vector256<T> right) =>
        Avx.IsSupported ? Lanes.Unordered(left, right) : ~(Vector256.Equals(left, left) & Vector256.Equals(right, right));

    /// <summary>Writes an index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TIndex>(int index, ref TIndex target, nuint offset)
        where TIndex : INumberBase<TIndex> => Unsafe.Add(ref target, offset) = TIndex.CreateTruncating(index);

    /// <summary>Writes the indices of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store128(Vector128<int> indices, ref int target, nuint offset) => Vector128.StoreUnsafe(indices, ref target, offset);

    /// <inheritdoc cref="Store128(Vector128{int}, ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store128(Vector128<int> indices, ref long target, nuint offset)
    {
        Vector128.StoreUnsafe(Vector128.WidenLower(indices), ref target, offset);
        Vector128.StoreUnsafe(Vector128.WidenUpper(indices), ref target, offset + 2);
    }

    /// <inheritdoc cref="Store128(Vector128{int}, ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store128(Vector128<long> indices, ref int target, nuint offset) => Wide.Store128(indices, ref target, offset);

    /// <inheritdoc cref="Store128(Vector128{int}, ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store128(Vector128<long> indices, ref long target, nuint offset) => Vector128.StoreUnsafe(indices, ref target, offset);

    /// <inheritdoc cref="Store128(Vector128{int}, ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store256(Vector256<int> indices, ref int target, nuint offset) => Vector256.StoreUnsafe(indices, ref target, offset);

    /// <inheritdoc cref="Store128(Vector128{int}, ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store256(Vector256<int> indices, ref long target, nuint offset)
    {
        Vector256.StoreUnsafe(Vector256.WidenLower(indices), ref target, offset);
        Vector256.StoreUnsafe(Vector256.WidenUpper(indices), ref target, offset + 4);
    }

    /// <inheritdoc cref="Store128(Vector128{int}, ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store256(Vector256<long> indices, ref int target, nuint offset) => Wide.Store256(indices, ref target, offset);

    /// <inheritdoc cref="Store128(Vector128{int}, ref int, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store256(Vector256<long> indices, ref long target, nuint offset) => Vector256.StoreUnsafe(indices, ref target, offset);
}
