using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Minima: what <see cref="Max{T}(Vector256{T}, Vector256{T})"/> and its neighbours say of maxima holds for them alike.</summary>
public static partial class Lanes
{
    /// <summary>The smaller of two numbers; NaN when either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min<T>(T left, T right)
        where T : INumber<T> => T.Min(left, right);

    /// <summary>The smaller of both in every lane; NaN where either is. The sign of a zero is not defined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Min<T>(Vector128<T> left, Vector128<T> right)
    {
        if (!MayBeNaN<T>())
            return Vector128.MinNative(left, right);
        return X86Base.IsSupported
            ? Vector128.ConditionalSelect(Vector128.Equals(left, left), Vector128.MinNative(left, right), left)
            : Vector128.Min(left, right);
    }

    /// <inheritdoc cref="Min{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Min<T>(Vector256<T> left, Vector256<T> right)
    {
        if (!MayBeNaN<T>())
            return Vector256.MinNative(left, right);
        return X86Base.IsSupported
            ? Vector256.ConditionalSelect(Vector256.Equals(left, left), Vector256.MinNative(left, right), left)
            : Vector256.Min(left, right);
    }

    /// <summary>The smallest of three numbers; NaN when one of them is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min<T>(T first, T second, T third)
        where T : INumber<T> => T.Min(T.Min(first, second), third);

    /// <summary>The smallest of three in every lane; NaN where one of them is. The sign of a zero is not defined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Min<T>(Vector128<T> first, Vector128<T> second, Vector128<T> third)
    {
        if (!MayBeNaN<T>())
            return Vector128.MinNative(Vector128.MinNative(first, second), third);
        return X86Base.IsSupported
            ? Vector128.MinNative(second, Vector128.MinNative(first, third)) | Unordered(first, second)
            : Vector128.Min(Vector128.Min(first, second), third);
    }

    /// <inheritdoc cref="Min{T}(Vector128{T}, Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Min<T>(Vector256<T> first, Vector256<T> second, Vector256<T> third)
    {
        if (!MayBeNaN<T>())
            return Vector256.MinNative(Vector256.MinNative(first, second), third);
        return X86Base.IsSupported
            ? Vector256.MinNative(second, Vector256.MinNative(first, third)) | Unordered(first, second)
            : Vector256.Min(Vector256.Min(first, second), third);
    }
}
