using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>The same over halves, whose bits stand in memory and which are floats in registers.</summary>
public static partial class PlaneLanes
{
    /// <summary>Four neighbouring halves of four planes, a half of every plane per vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(
        ref short first, nuint plane, out Vector128<float> tap0, out Vector128<float> tap1, out Vector128<float> tap2, out Vector128<float> tap3) =>
        Transpose(
            HalfLanes.Load128(ref first, 0), HalfLanes.Load128(ref first, plane), HalfLanes.Load128(ref first, plane * 2), HalfLanes.Load128(ref first, plane * 3),
            out tap0, out tap1, out tap2, out tap3);

    /// <summary>Four neighbouring halves of eight planes, a half of every plane per vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(
        ref short first, nuint plane, out Vector256<float> tap0, out Vector256<float> tap1, out Vector256<float> tap2, out Vector256<float> tap3) =>
        Transpose(
            Widened(ref first, 0, plane * 4), Widened(ref first, plane, plane * 5), Widened(ref first, plane * 2, plane * 6), Widened(ref first, plane * 3, plane * 7),
            out tap0, out tap1, out tap2, out tap3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Widened(ref short first, nuint lower, nuint upper)
    {
        ulong low = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref first, lower)));
        ulong high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref first, upper)));
        Vector128<ushort> bits = Vector128.Create(low, high).AsUInt16();
        return HalfLanes.Widen(Wide.ToInts(bits));
    }
}
