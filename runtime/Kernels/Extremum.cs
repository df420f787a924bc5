using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>How a kernel takes a maximum or a minimum; a kernel is compiled once for each rule. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExtremum
{
    /// <summary>The one of both that stays.</summary>
    static abstract T Of<T>(T left, T right)
        where T : INumber<T>;

    /// <summary>The one of both that stays, in every lane.</summary>
    static abstract Vector128<T> Of<T>(Vector128<T> left, Vector128<T> right);

    /// <summary>The one of both that stays, in every lane.</summary>
    static abstract Vector256<T> Of<T>(Vector256<T> left, Vector256<T> right);

    /// <summary>Bits where either side is NaN and the rule does not keep it; none where it does.</summary>
    static abstract Vector128<T> Lost<T>(Vector128<T> left, Vector128<T> right);

    /// <inheritdoc cref="Lost{T}(Vector128{T}, Vector128{T})"/>
    static abstract Vector256<T> Lost<T>(Vector256<T> left, Vector256<T> right);
}

/// <summary>The maximum that gives NaN when either side is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MaximumWithNaN : IExtremum
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T left, T right)
        where T : INumber<T> => Lanes.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Of<T>(Vector128<T> left, Vector128<T> right) => Lanes.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> left, Vector256<T> right) => Lanes.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Lost<T>(Vector128<T> left, Vector128<T> right) => Vector128<T>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Lost<T>(Vector256<T> left, Vector256<T> right) => Vector256<T>.Zero;
}

/// <summary>The maximum of numbers: one instruction, for elements among which there is no NaN.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MaximumOfNumbers : IExtremum
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T left, T right)
        where T : INumber<T> => Lanes.Max(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Of<T>(Vector128<T> left, Vector128<T> right) => Vector128.MaxNative(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> left, Vector256<T> right) => Vector256.MaxNative(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Lost<T>(Vector128<T> left, Vector128<T> right) => Lanes.Unordered(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Lost<T>(Vector256<T> left, Vector256<T> right) => Lanes.Unordered(left, right);
}

/// <summary>The minimum that gives NaN when either side is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MinimumWithNaN : IExtremum
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T left, T right)
        where T : INumber<T> => Lanes.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Of<T>(Vector128<T> left, Vector128<T> right) => Lanes.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> left, Vector256<T> right) => Lanes.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Lost<T>(Vector128<T> left, Vector128<T> right) => Vector128<T>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Lost<T>(Vector256<T> left, Vector256<T> right) => Vector256<T>.Zero;
}

/// <summary>The minimum of numbers: one instruction, for elements among which there is no NaN.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MinimumOfNumbers : IExtremum
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T left, T right)
        where T : INumber<T> => Lanes.Min(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Of<T>(Vector128<T> left, Vector128<T> right) => Vector128.MinNative(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> left, Vector256<T> right) => Vector256.MinNative(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Lost<T>(Vector128<T> left, Vector128<T> right) => Lanes.Unordered(left, right);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Lost<T>(Vector256<T> left, Vector256<T> right) => Lanes.Unordered(left, right);
}
