using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>
/// Whole numbers that are wider in registers than in memory, so that sums do not overflow: as many elements as a vector of the wider type
/// has lanes, and no byte beyond them. What is written is cut off to the narrower type. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Wide
{
    /// <summary>An element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TWide Load<T, TWide>(ref T source, nuint offset)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide> => TWide.CreateTruncating(Unsafe.Add(ref source, offset));

    /// <summary>Neighbouring elements, one per lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TWide> Load128<T, TWide>(ref T source, nuint offset)
        where T : unmanaged
        where TWide : unmanaged
    {
        ref byte from = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref source, offset));
        Vector128<T> narrow = (Unsafe.SizeOf<T>() * Vector128<TWide>.Count) switch
        {
            2 => Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ushort>(ref from)).As<ushort, T>(),
            4 => Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref from)).As<uint, T>(),
            _ => Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref from)).As<ulong, T>(),
        };
        return Unsafe.SizeOf<TWide>() == sizeof(int) ? ToInt(narrow).As<int, TWide>() : ToLong(narrow).As<long, TWide>();
    }

    /// <inheritdoc cref="Load128{T, TWide}(ref T, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TWide> Load256<T, TWide>(ref T source, nuint offset)
        where T : unmanaged
        where TWide : unmanaged
    {
        ref byte from = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref source, offset));
        Vector128<T> narrow = (Unsafe.SizeOf<T>() * Vector256<TWide>.Count) switch
        {
            4 => Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref from)).As<uint, T>(),
            8 => Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref from)).As<ulong, T>(),
            _ => Vector128.LoadUnsafe(ref from).As<byte, T>(),
        };
        return Unsafe.SizeOf<TWide>() == sizeof(int) ? ToInts(narrow).As<int, TWide>() : ToLongs(narrow).As<long, TWide>();
    }

    /// <summary>Writes an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TWide, T>(TWide value, ref T target, nuint offset)
        where T : unmanaged, INumber<T>
        where TWide : unmanaged, INumber<TWide> => Unsafe.Add(ref target, offset) = T.CreateTruncating(value);

    /// <summary>Writes neighbouring elements, one per lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store128<TWide, T>(Vector128<TWide> values, ref T target, nuint offset)
        where T : unmanaged
        where TWide : unmanaged
    {
        ref byte to = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref target, offset));
        ulong narrow = Narrow<T, TWide>(values, values).AsUInt64().ToScalar();
        switch (Unsafe.SizeOf<T>() * Vector128<TWide>.Count)
        {
            case 2:
                Unsafe.WriteUnaligned(ref to, (ushort)narrow);
                break;
            case 4:
                Unsafe.WriteUnaligned(ref to, (uint)narrow);
                break;
            default:
                Unsafe.WriteUnaligned(ref to, narrow);
                break;
        }
    }

    /// <inheritdoc cref="Store128{TWide, T}(Vector128{TWide}, ref T, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store256<TWide, T>(Vector256<TWide> values, ref T target, nuint offset)
        where T : unmanaged
        where TWide : unmanaged
    {
        ref byte to = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref target, offset));
        Vector128<byte> narrow = Narrow<T, TWide>(values.GetLower(), values.GetUpper());
        switch (Unsafe.SizeOf<T>() * Vector256<TWide>.Count)
        {
            case 4:
                Unsafe.WriteUnaligned(ref to, narrow.AsUInt32().ToScalar());
                break;
            case 8:
                Unsafe.WriteUnaligned(ref to, narrow.AsUInt64().ToScalar());
                break;
            default:
                narrow.StoreUnsafe(ref to);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> ToInt<T>(Vector128<T> narrow)
    {
        if (typeof(T) == typeof(byte))
            return Vector128.WidenLower(Vector128.WidenLower(narrow.AsByte())).AsInt32();
        if (typeof(T) == typeof(sbyte))
            return Vector128.WidenLower(Vector128.WidenLower(narrow.AsSByte()));
        return typeof(T) == typeof(ushort) ? Vector128.WidenLower(narrow.AsUInt16()).AsInt32() : Vector128.WidenLower(narrow.AsInt16());
    }

    /// <summary>The first eight elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> ToInts<T>(Vector128<T> narrow)
    {
        if (typeof(T) == typeof(byte))
            return Avx2.ConvertToVector256Int32(narrow.AsByte());
        if (typeof(T) == typeof(sbyte))
            return Avx2.ConvertToVector256Int32(narrow.AsSByte());
        return typeof(T) == typeof(ushort) ? Avx2.ConvertToVector256Int32(narrow.AsUInt16()) : Avx2.ConvertToVector256Int32(narrow.AsInt16());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> ToLong<T>(Vector128<T> narrow) =>
        Vector128.WidenLower(Unsafe.SizeOf<T>() == sizeof(int) ? narrow.AsInt32() : ToInt(narrow));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> ToLongs<T>(Vector128<T> narrow) =>
        Avx2.ConvertToVector256Int64(Unsafe.SizeOf<T>() == sizeof(int) ? narrow.AsInt32() : ToInt(narrow));

    /// <summary>The low bits of both vectors' lanes, one after the other, from the first byte on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow<T, TWide>(Vector128<TWide> lower, Vector128<TWide> upper)
        where TWide : unmanaged
    {
        if (Unsafe.SizeOf<TWide>() == sizeof(long))
        {
            Vector128<int> numbers = Vector128.Narrow(lower.AsInt64(), upper.AsInt64());
            return Unsafe.SizeOf<T>() == sizeof(int) ? numbers.AsByte() : Narrow<T, int>(numbers, numbers);
        }

        Vector128<short> halves = Vector128.Narrow(lower.AsInt32(), upper.AsInt32());
        return Unsafe.SizeOf<T>() == sizeof(short) ? halves.AsByte() : Vector128.Narrow(halves, halves).AsByte();
    }
}
