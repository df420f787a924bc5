using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Which end of the order the NaNs of <see cref="HalfKeys"/> stand at; a kernel is compiled once for each. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHalfOrder
{
    /// <summary>What is added to keys, so that those of the NaNs of one sign wrap around to those of the other.</summary>
    static abstract short Bias { get; }

    /// <summary>The bits of a half that count.</summary>
    static abstract short Kept { get; }
}

/// <summary>NaNs are larger than all numbers, and −∞ is the smallest key.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NaNIsLargest : IHalfOrder
{
    /// <inheritdoc/>
    public static short Bias => -1024;

    /// <inheritdoc/>
    public static short Kept => -1;
}

/// <summary>NaNs are smaller than all numbers, and +∞ is the largest key.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NaNIsSmallest : IHalfOrder
{
    /// <inheritdoc/>
    public static short Bias => 1023;

    /// <inheritdoc/>
    public static short Kept => -1;
}

/// <summary>Magnitudes without their signs; those of NaNs are larger than all others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MagnitudesOnly : IHalfOrder
{
    /// <inheritdoc/>
    public static short Bias => 0;

    /// <inheritdoc/>
    public static short Kept => short.MaxValue;
}

/// <summary>
/// Halves as whole numbers of 16 bits in the same order, so that maxima and minima of them are one instruction for twice as many lanes as
/// floats have. A half is a sign and a magnitude; its key is that number, moved by a bias so that NaNs of either sign stand at the end
/// that wins. Both zeros have the same key and come back as +0. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HalfKeys
{
    /// <summary>The bits of −∞.</summary>
    public const short NegativeInfinity = unchecked((short)0xFC00);

    /// <summary>The bits of +∞.</summary>
    public const short PositiveInfinity = 0x7C00;

    private const short Magnitude = 0x7FFF;

    /// <summary>The key of the half with the bits at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Load<TOrder>(ref short source, nuint offset)
        where TOrder : struct, IHalfOrder
    {
        int bits = Unsafe.Add(ref source, offset) & TOrder.Kept, magnitude = bits & Magnitude;
        return (short)((bits < 0 ? -magnitude : magnitude) + TOrder.Bias);
    }

    /// <summary>The keys of neighbouring halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Load128<TOrder>(ref short source, nuint offset)
        where TOrder : struct, IHalfOrder
    {
        Vector128<short> bits = Vector128.LoadUnsafe(ref source, offset) & Vector128.Create(TOrder.Kept), magnitude = bits & Vector128.Create(Magnitude);
        Vector128<short> signed = Ssse3.IsSupported ? Ssse3.Sign(magnitude, bits) : (magnitude ^ (bits >> 15)) - (bits >> 15);
        return signed + Vector128.Create(TOrder.Bias);
    }

    /// <inheritdoc cref="Load128{TOrder}(ref short, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Load256<TOrder>(ref short source, nuint offset)
        where TOrder : struct, IHalfOrder
    {
        Vector256<short> bits = Vector256.LoadUnsafe(ref source, offset) & Vector256.Create(TOrder.Kept), magnitude = bits & Vector256.Create(Magnitude);
        return Avx2.Sign(magnitude, bits) + Vector256.Create(TOrder.Bias);
    }

    /// <summary>Writes the bits of the half with a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TOrder>(short key, ref short target, nuint offset)
        where TOrder : struct, IHalfOrder
    {
        short signed = (short)(key - TOrder.Bias);
        Unsafe.Add(ref target, offset) = signed < 0 ? (short)(-signed | ~Magnitude) : signed;
    }

    /// <summary>Writes the bits of the halves with some keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store128<TOrder>(Vector128<short> keys, ref short target, nuint offset)
        where TOrder : struct, IHalfOrder
    {
        Vector128<short> signed = keys - Vector128.Create(TOrder.Bias);
        Vector128.StoreUnsafe(Vector128.Abs(signed) | (signed & Vector128.Create((short)~Magnitude)), ref target, offset);
    }

    /// <inheritdoc cref="Store128{TOrder}(Vector128{short}, ref short, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store256<TOrder>(Vector256<short> keys, ref short target, nuint offset)
        where TOrder : struct, IHalfOrder
    {
        Vector256<short> signed = keys - Vector256.Create(TOrder.Bias);
        Vector256.StoreUnsafe(Vector256.Abs(signed) | (signed & Vector256.Create((short)~Magnitude)), ref target, offset);
    }
}
