using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>Bounds of numbers: a number at a bound becomes the bound, so that its zero is the bound's, and a NaN stays NaN.</summary>
public static partial class Lanes
{
    /// <summary>The number, or the bound where the number is not above it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AtLeast<T>(T number, T lowest)
        where T : INumber<T> => number <= lowest ? lowest : number;

    /// <inheritdoc cref="AtLeast{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AtLeast<T>(Vector128<T> numbers, T lowest)
    {
        Vector128<T> bound = Vector128.Create(lowest);
        return MayBeNaN<T>() ? Vector128.ConditionalSelect(Vector128.LessThanOrEqual(numbers, bound), bound, numbers) : Vector128.Max(numbers, bound);
    }

    /// <inheritdoc cref="AtLeast{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AtLeast<T>(Vector256<T> numbers, T lowest)
    {
        Vector256<T> bound = Vector256.Create(lowest);
        return MayBeNaN<T>() ? Vector256.ConditionalSelect(Vector256.LessThanOrEqual(numbers, bound), bound, numbers) : Vector256.Max(numbers, bound);
    }

    /// <summary>The number, or the bound where the number is not below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AtMost<T>(T number, T largest)
        where T : INumber<T> => number >= largest ? largest : number;

    /// <inheritdoc cref="AtMost{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AtMost<T>(Vector128<T> numbers, T largest)
    {
        Vector128<T> bound = Vector128.Create(largest);
        return MayBeNaN<T>() ? Vector128.ConditionalSelect(Vector128.GreaterThanOrEqual(numbers, bound), bound, numbers) : Vector128.Min(numbers, bound);
    }

    /// <inheritdoc cref="AtMost{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AtMost<T>(Vector256<T> numbers, T largest)
    {
        Vector256<T> bound = Vector256.Create(largest);
        return MayBeNaN<T>() ? Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(numbers, bound), bound, numbers) : Vector256.Min(numbers, bound);
    }
}
