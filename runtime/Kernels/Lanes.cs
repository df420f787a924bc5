using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Lane operations that generated kernels share; the JIT turns each into a few instructions. Generated code calls them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes
{
    /// <summary>The larger of two numbers; NaN when either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(T left, T right)
        where T : INumber<T> => T.Max(left, right);

    /// <summary>The larger of both in every lane; NaN where either is. The sign of a zero is not defined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Max<T>(Vector128<T> left, Vector128<T> right)
    {
        if (!MayBeNaN<T>())
            return Vector128.MaxNative(left, right);

        // Only x86 lacks a maximum that keeps NaN: its own gives the second operand when either is NaN, so a NaN of the first is put back.
        return X86Base.IsSupported
            ? Vector128.ConditionalSelect(Vector128.Equals(left, left), Vector128.MaxNative(left, right), left)
            : Vector128.Max(left, right);
    }

    /// <inheritdoc cref="Max{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Max<T>(Vector256<T> left, Vector256<T> right)
    {
        if (!MayBeNaN<T>())
            return Vector256.MaxNative(left, right);
        return X86Base.IsSupported
            ? Vector256.ConditionalSelect(Vector256.Equals(left, left), Vector256.MaxNative(left, right), left)
            : Vector256.Max(left, right);
    }

    /// <summary>The largest of three numbers; NaN when one of them is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(T first, T second, T third)
        where T : INumber<T> => T.Max(T.Max(first, second), third);

    /// <summary>The largest of three in every lane; NaN where one of them is. The sign of a zero is not defined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Max<T>(Vector128<T> first, Vector128<T> second, Vector128<T> third)
    {
        if (!MayBeNaN<T>())
            return Vector128.MaxNative(Vector128.MaxNative(first, second), third);

        // A NaN of a second operand stays by itself, so one comparison looks for those of the other two: four instructions, where two maxima of two take six.
        // The third value is needed once, and last in the list of arguments: the JIT then reads it from memory where it is combined.
        return X86Base.IsSupported
            ? Vector128.MaxNative(second, Vector128.MaxNative(first, third)) | Unordered(first, second)
            : Vector128.Max(Vector128.Max(first, second), third);
    }

    /// <inheritdoc cref="Max{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Max<T>(Vector256<T> first, Vector256<T> second, Vector256<T> third)
    {
        if (!MayBeNaN<T>())
            return Vector256.MaxNative(Vector256.MaxNative(first, second), third);
        return X86Base.IsSupported
            ? Vector256.MaxNative(second, Vector256.MaxNative(first, third)) | Unordered(first, second)
            : Vector256.Max(Vector256.Max(first, second), third);
    }

    /// <summary>Whether elements of the type can be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool MayBeNaN<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    /// <summary>All bits, which are a NaN, where either side is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Unordered<T>(Vector128<T> left, Vector128<T> right)
    {
        if (typeof(T) == typeof(float))
            return Sse.CompareUnordered(left.AsSingle(), right.AsSingle()).As<float, T>();
        return Sse2.CompareUnordered(left.AsDouble(), right.AsDouble()).As<double, T>();
    }

    /// <inheritdoc cref="Unordered{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Unordered<T>(Vector256<T> left, Vector256<T> right)
    {
        if (typeof(T) == typeof(float))
            return Avx.Compare(left.AsSingle(), right.AsSingle(), FloatComparisonMode.UnorderedNonSignaling).As<float, T>();
        return Avx.Compare(left.AsDouble(), right.AsDouble(), FloatComparisonMode.UnorderedNonSignaling).As<double, T>();
    }

    /// <summary>Elements 0, 2, 4, … of both vectors, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Even(Vector128<float> left, Vector128<float> right)
    {
        if (X86Base.IsSupported)
            return Sse.Shuffle(left, right, 0b10_00_10_00);
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.UnzipEven(left, right);
        return Vector128.Create(left[0], left[2], right[0], right[2]);
    }

    /// <summary>Elements 1, 3, 5, … of both vectors, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Odd(Vector128<float> left, Vector128<float> right)
    {
        if (X86Base.IsSupported)
            return Sse.Shuffle(left, right, 0b11_01_11_01);
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.UnzipOdd(left, right);
        return Vector128.Create(left[1], left[3], right[1], right[3]);
    }

    /// <inheritdoc cref="Even(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Even(Vector128<double> left, Vector128<double> right) =>
        Vector128.Create(left.GetLower(), right.GetLower());

    /// <inheritdoc cref="Odd(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Odd(Vector128<double> left, Vector128<double> right) =>
        Vector128.Create(left.GetUpper(), right.GetUpper());

    /// <summary>Elements 0, 2, 4, … of both vectors; each 128-bit half keeps its own, and <see cref="InOrder(Vector256{float})"/> sorts them out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Even(Vector256<float> left, Vector256<float> right) => Avx.Shuffle(left, right, 0b10_00_10_00);

    /// <summary>Elements 1, 3, 5, … of both vectors; each 128-bit half keeps its own, and <see cref="InOrder(Vector256{float})"/> sorts them out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Odd(Vector256<float> left, Vector256<float> right) => Avx.Shuffle(left, right, 0b11_01_11_01);

    /// <inheritdoc cref="Even(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Even(Vector256<double> left, Vector256<double> right) => Avx.UnpackLow(left, right);

    /// <inheritdoc cref="Odd(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Odd(Vector256<double> left, Vector256<double> right) => Avx.UnpackHigh(left, right);

    /// <summary>Puts what even and odd selections left in halves into order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> InOrder<T>(Vector128<T> selected) => selected;

    /// <inheritdoc cref="InOrder{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> InOrder(Vector256<float> selected) =>
        Avx2.Permute4x64(selected.AsDouble(), 0b11_01_10_00).AsSingle();

    /// <inheritdoc cref="InOrder(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> InOrder(Vector256<double> selected) => Avx2.Permute4x64(selected, 0b11_01_10_00);

    /// <summary>The lanes moved up by one as far as order is concerned: what output <c>x - 1</c> had comes to output <c>x</c>, and the last to the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Turn(Vector128<float> selected)
    {
        if (X86Base.IsSupported)
            return Sse.Shuffle(selected, selected, 0b10_01_00_11);
        if (AdvSimd.IsSupported)
            return AdvSimd.ExtractVector128(selected, selected, 3);
        return Vector128.Create(selected[3], selected[0], selected[1], selected[2]);
    }

    /// <inheritdoc cref="Turn(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Turn(Vector128<double> selected) => Vector128.Create(selected.GetUpper(), selected.GetLower());

    /// <summary>The lanes moved up by one in the order that <see cref="InOrder(Vector256{float})"/> would give: what output <c>x - 1</c> had comes to output <c>x</c>, and the last to the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Turn(Vector256<float> selected) =>
        Avx2.PermuteVar8x32(selected, Vector256.Create(7, 0, 5, 2, 1, 4, 3, 6));

    /// <inheritdoc cref="Turn(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Turn(Vector256<double> selected) => Avx2.Permute4x64(selected, 0b01_00_10_11);

    /// <summary>The same lanes, but for the first, which comes from <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> First(Vector128<float> lanes, Vector128<float> first)
    {
        if (X86Base.IsSupported)
            return Sse.MoveScalar(lanes, first);
        return lanes.WithElement(0, first.ToScalar());
    }

    /// <inheritdoc cref="First(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> First(Vector128<double> lanes, Vector128<double> first) =>
        Vector128.Create(first.GetLower(), lanes.GetUpper());

    /// <inheritdoc cref="First(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> First(Vector256<float> lanes, Vector256<float> first) => Avx.Blend(lanes, first, 0b0000_0001);

    /// <inheritdoc cref="First(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> First(Vector256<double> lanes, Vector256<double> first) => Avx.Blend(lanes, first, 0b0001);

    /// <summary>The same lanes, but for the last, which comes from <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Last(Vector128<float> lanes, Vector128<float> last) => lanes.WithElement(3, last[3]);

    /// <inheritdoc cref="Last(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Last(Vector128<double> lanes, Vector128<double> last) => Vector128.Create(lanes.GetLower(), last.GetUpper());

    /// <inheritdoc cref="Last(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Last(Vector256<float> lanes, Vector256<float> last) => Avx.Blend(lanes, last, 0b1000_0000);

    /// <inheritdoc cref="Last(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Last(Vector256<double> lanes, Vector256<double> last) => Avx.Blend(lanes, last, 0b1000);

    /// <summary>The lanes moved up by one; the first stands twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Up<T>(Vector128<T> lanes)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(0L, 0L)).As<long, T>()
            : Vector128.Shuffle(lanes.AsInt32(), Vector128.Create(0, 0, 1, 2)).As<int, T>();

    /// <summary>The lanes moved up by one; the first is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> UpFromZero<T>(Vector128<T> lanes)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(2L, 0L)).As<long, T>()
            : Vector128.Shuffle(lanes.AsInt32(), Vector128.Create(4, 0, 1, 2)).As<int, T>();

    /// <summary>The lanes moved down by one; the last stands twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Down<T>(Vector128<T> lanes)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 1L)).As<long, T>()
            : Vector128.Shuffle(lanes.AsInt32(), Vector128.Create(1, 2, 3, 3)).As<int, T>();

    /// <summary>The lanes moved down by one; the last is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> DownFromZero<T>(Vector128<T> lanes)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 2L)).As<long, T>()
            : Vector128.Shuffle(lanes.AsInt32(), Vector128.Create(1, 2, 3, 4)).As<int, T>();

    /// <inheritdoc cref="Up{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Up<T>(Vector256<T> lanes)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Vector256.Shuffle(lanes.AsInt64(), Vector256.Create(0L, 0L, 1L, 2L)).As<long, T>()
            : Vector256.Shuffle(lanes.AsInt32(), Vector256.Create(0, 0, 1, 2, 3, 4, 5, 6)).As<int, T>();

    /// <inheritdoc cref="UpFromZero{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> UpFromZero<T>(Vector256<T> lanes)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Vector256.Shuffle(lanes.AsInt64(), Vector256.Create(4L, 0L, 1L, 2L)).As<long, T>()
            : Vector256.Shuffle(lanes.AsInt32(), Vector256.Create(8, 0, 1, 2, 3, 4, 5, 6)).As<int, T>();

    /// <inheritdoc cref="Down{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Down<T>(Vector256<T> lanes)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Vector256.Shuffle(lanes.AsInt64(), Vector256.Create(1L, 2L, 3L, 3L)).As<long, T>()
            : Vector256.Shuffle(lanes.AsInt32(), Vector256.Create(1, 2, 3, 4, 5, 6, 7, 7)).As<int, T>();

    /// <inheritdoc cref="DownFromZero{T}(Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> DownFromZero<T>(Vector256<T> lanes)
        where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(double)
            ? Vector256.Shuffle(lanes.AsInt64(), Vector256.Create(1L, 2L, 3L, 4L)).As<long, T>()
            : Vector256.Shuffle(lanes.AsInt32(), Vector256.Create(1, 2, 3, 4, 5, 6, 7, 8)).As<int, T>();
}
