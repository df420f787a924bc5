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
            return Vector128.MaxNative(third, Vector128.MaxNative(first, second));

        // A NaN of the second operand stays by itself, so one comparison looks for those of the other two: four instructions, where two maxima of two take six.
        return X86Base.IsSupported
            ? Vector128.MaxNative(third, Vector128.MaxNative(first, second)) | Unordered(first, third)
            : Vector128.Max(Vector128.Max(first, second), third);
    }

    /// <inheritdoc cref="Max{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Max<T>(Vector256<T> first, Vector256<T> second, Vector256<T> third)
    {
        if (!MayBeNaN<T>())
            return Vector256.MaxNative(third, Vector256.MaxNative(first, second));
        return X86Base.IsSupported
            ? Vector256.MaxNative(third, Vector256.MaxNative(first, second)) | Unordered(first, third)
            : Vector256.Max(Vector256.Max(first, second), third);
    }

    /// <summary>Whether elements of the type can be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayBeNaN<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    /// <summary>All bits, which are a NaN, where either side is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Unordered<T>(Vector128<T> left, Vector128<T> right)
    {
        if (typeof(T) == typeof(float))
            return Sse.CompareUnordered(left.AsSingle(), right.AsSingle()).As<float, T>();
        return Sse2.CompareUnordered(left.AsDouble(), right.AsDouble()).As<double, T>();
    }

    /// <inheritdoc cref="Unordered{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Unordered<T>(Vector256<T> left, Vector256<T> right)
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
}
