using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>The same over elements of 8 and 16 bits, four neighbours of every plane at a time: whole vectors of one plane would be longer than its rows.</summary>
public static partial class PlaneLanes
{
    /// <summary>Neighbouring elements of a plane that go into cells at a time.</summary>
    internal const int NarrowTaps = 4;

    /// <summary>Four neighbouring elements of 32 planes become four cells, each with a plane per lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Gather(ref byte planes, nuint plane, ref byte cells)
    {
        // Each 128-bit half sees to 16 planes: planes that are neighbours meet byte by byte, then pairs of them, then fours.
        Vector256<byte> a = Fours(ref planes, plane, 0), b = Fours(ref planes, plane, 1), c = Fours(ref planes, plane, 2), d = Fours(ref planes, plane, 3);
        Vector256<short> abLow = Avx2.UnpackLow(a, b).AsInt16(), abHigh = Avx2.UnpackHigh(a, b).AsInt16();
        Vector256<short> cdLow = Avx2.UnpackLow(c, d).AsInt16(), cdHigh = Avx2.UnpackHigh(c, d).AsInt16();
        Transpose(
            Avx2.UnpackLow(abLow, cdLow).AsSingle(), Avx2.UnpackHigh(abLow, cdLow).AsSingle(), Avx2.UnpackLow(abHigh, cdHigh).AsSingle(), Avx2.UnpackHigh(abHigh, cdHigh).AsSingle(),
            out Vector256<float> cell0, out Vector256<float> cell1, out Vector256<float> cell2, out Vector256<float> cell3);
        Vector256.StoreUnsafe(cell0.AsByte(), ref cells);
        Vector256.StoreUnsafe(cell1.AsByte(), ref cells, 32);
        Vector256.StoreUnsafe(cell2.AsByte(), ref cells, 64);
        Vector256.StoreUnsafe(cell3.AsByte(), ref cells, 96);
    }

    /// <summary>Four neighbouring elements of 16 planes become four cells, each with a plane per lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Gather(ref short planes, nuint plane, ref short cells)
    {
        Vector256<short> a = Pairs(ref planes, plane, 0), b = Pairs(ref planes, plane, 1), c = Pairs(ref planes, plane, 2), d = Pairs(ref planes, plane, 3);
        Vector256<int> abLow = Avx2.UnpackLow(a, b).AsInt32(), abHigh = Avx2.UnpackHigh(a, b).AsInt32();
        Vector256<int> cdLow = Avx2.UnpackLow(c, d).AsInt32(), cdHigh = Avx2.UnpackHigh(c, d).AsInt32();
        Vector256<long> lowFirst = Avx2.UnpackLow(abLow, cdLow).AsInt64(), lowLast = Avx2.UnpackHigh(abLow, cdLow).AsInt64();
        Vector256<long> highFirst = Avx2.UnpackLow(abHigh, cdHigh).AsInt64(), highLast = Avx2.UnpackHigh(abHigh, cdHigh).AsInt64();
        Vector256.StoreUnsafe(Avx2.UnpackLow(lowFirst, highFirst).AsInt16(), ref cells);
        Vector256.StoreUnsafe(Avx2.UnpackHigh(lowFirst, highFirst).AsInt16(), ref cells, 16);
        Vector256.StoreUnsafe(Avx2.UnpackLow(lowLast, highLast).AsInt16(), ref cells, 32);
        Vector256.StoreUnsafe(Avx2.UnpackHigh(lowLast, highLast).AsInt16(), ref cells, 48);
    }

    /// <summary>Four cells become four neighbouring elements of every plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Scatter(ref byte cells, ref byte planes, nuint plane)
    {
        Vector256<byte> a = Vector256.LoadUnsafe(ref cells), b = Vector256.LoadUnsafe(ref cells, 32);
        Vector256<byte> c = Vector256.LoadUnsafe(ref cells, 64), d = Vector256.LoadUnsafe(ref cells, 96);
        Vector256<short> abLow = Avx2.UnpackLow(a, b).AsInt16(), abHigh = Avx2.UnpackHigh(a, b).AsInt16();
        Vector256<short> cdLow = Avx2.UnpackLow(c, d).AsInt16(), cdHigh = Avx2.UnpackHigh(c, d).AsInt16();
        StoreFours(Avx2.UnpackLow(abLow, cdLow).AsUInt32(), ref planes, plane);
        StoreFours(Avx2.UnpackHigh(abLow, cdLow).AsUInt32(), ref Unsafe.Add(ref planes, plane * 4), plane);
        StoreFours(Avx2.UnpackLow(abHigh, cdHigh).AsUInt32(), ref Unsafe.Add(ref planes, plane * 8), plane);
        StoreFours(Avx2.UnpackHigh(abHigh, cdHigh).AsUInt32(), ref Unsafe.Add(ref planes, plane * 12), plane);
    }

    /// <summary>Four cells become four neighbouring elements of every plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Scatter(ref short cells, ref short planes, nuint plane)
    {
        Vector256<short> a = Vector256.LoadUnsafe(ref cells), b = Vector256.LoadUnsafe(ref cells, 16);
        Vector256<short> c = Vector256.LoadUnsafe(ref cells, 32), d = Vector256.LoadUnsafe(ref cells, 48);
        Vector256<int> abLow = Avx2.UnpackLow(a, b).AsInt32(), abHigh = Avx2.UnpackHigh(a, b).AsInt32();
        Vector256<int> cdLow = Avx2.UnpackLow(c, d).AsInt32(), cdHigh = Avx2.UnpackHigh(c, d).AsInt32();
        StorePairs(Avx2.UnpackLow(abLow, cdLow).AsUInt64(), ref planes, plane);
        StorePairs(Avx2.UnpackHigh(abLow, cdLow).AsUInt64(), ref Unsafe.Add(ref planes, plane * 2), plane);
        StorePairs(Avx2.UnpackLow(abHigh, cdHigh).AsUInt64(), ref Unsafe.Add(ref planes, plane * 4), plane);
        StorePairs(Avx2.UnpackHigh(abHigh, cdHigh).AsUInt64(), ref Unsafe.Add(ref planes, plane * 6), plane);
    }

    /// <summary>Four bytes of every fourth plane, from one of the first four on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Fours(ref byte planes, nuint plane, nuint first) => Vector256.Create(
        Four(ref planes, plane * first), Four(ref planes, plane * (first + 4)), Four(ref planes, plane * (first + 8)), Four(ref planes, plane * (first + 12)),
        Four(ref planes, plane * (first + 16)), Four(ref planes, plane * (first + 20)), Four(ref planes, plane * (first + 24)), Four(ref planes, plane * (first + 28))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Four(ref byte planes, nuint offset) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref planes, offset));

    /// <summary>Four elements of every fourth plane, from one of the first four on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pairs(ref short planes, nuint plane, nuint first) => Vector256.Create(
        Four(ref planes, plane * first), Four(ref planes, plane * (first + 4)), Four(ref planes, plane * (first + 8)), Four(ref planes, plane * (first + 12))).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Four(ref short planes, nuint offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref planes, offset)));

    /// <summary>Writes four bytes to each of four planes, and to four that lie 16 planes behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFours(Vector256<uint> fours, ref byte planes, nuint plane)
    {
        Store(fours.GetLower(), ref planes, plane);
        Store(fours.GetUpper(), ref Unsafe.Add(ref planes, plane * 16), plane);

        static void Store(Vector128<uint> fours, ref byte planes, nuint plane)
        {
            Unsafe.WriteUnaligned(ref planes, fours[0]);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref planes, plane), fours[1]);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref planes, plane * 2), fours[2]);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref planes, plane * 3), fours[3]);
        }
    }

    /// <summary>Writes four elements to each of two planes, and to two that lie 8 planes behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePairs(Vector256<ulong> fours, ref short planes, nuint plane)
    {
        Store(fours.GetLower(), ref planes, plane);
        Store(fours.GetUpper(), ref Unsafe.Add(ref planes, plane * 8), plane);

        static void Store(Vector128<ulong> fours, ref short planes, nuint plane)
        {
            Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref planes), fours[0]);
            Unsafe.WriteUnaligned(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref planes, plane)), fours[1]);
        }
    }
}
