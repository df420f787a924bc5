using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Reads the same elements of several planes and puts one plane into each lane. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PlaneLanes
{
    /// <summary>Four neighbouring elements of four planes, an element of every plane per vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(
        ref float first, nuint plane, out Vector128<float> tap0, out Vector128<float> tap1, out Vector128<float> tap2, out Vector128<float> tap3)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref first);
        Vector128<float> b = Vector128.LoadUnsafe(ref first, plane);
        Vector128<float> c = Vector128.LoadUnsafe(ref first, plane * 2);
        Vector128<float> d = Vector128.LoadUnsafe(ref first, plane * 3);
        if (X86Base.IsSupported)
        {
            Vector128<float> abLow = Sse.UnpackLow(a, b), abHigh = Sse.UnpackHigh(a, b);
            Vector128<float> cdLow = Sse.UnpackLow(c, d), cdHigh = Sse.UnpackHigh(c, d);
            tap0 = Sse.MoveLowToHigh(abLow, cdLow);
            tap1 = Sse.MoveHighToLow(cdLow, abLow);
            tap2 = Sse.MoveLowToHigh(abHigh, cdHigh);
            tap3 = Sse.MoveHighToLow(cdHigh, abHigh);
        }
        else if (AdvSimd.Arm64.IsSupported)
        {
            Vector128<float> acLow = AdvSimd.Arm64.ZipLow(a, c), acHigh = AdvSimd.Arm64.ZipHigh(a, c);
            Vector128<float> bdLow = AdvSimd.Arm64.ZipLow(b, d), bdHigh = AdvSimd.Arm64.ZipHigh(b, d);
            tap0 = AdvSimd.Arm64.ZipLow(acLow, bdLow);
            tap1 = AdvSimd.Arm64.ZipHigh(acLow, bdLow);
            tap2 = AdvSimd.Arm64.ZipLow(acHigh, bdHigh);
            tap3 = AdvSimd.Arm64.ZipHigh(acHigh, bdHigh);
        }
        else
        {
            tap0 = Vector128.Create(a[0], b[0], c[0], d[0]);
            tap1 = Vector128.Create(a[1], b[1], c[1], d[1]);
            tap2 = Vector128.Create(a[2], b[2], c[2], d[2]);
            tap3 = Vector128.Create(a[3], b[3], c[3], d[3]);
        }
    }

    /// <summary>Four neighbouring elements of eight planes, an element of every plane per vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(
        ref float first, nuint plane, out Vector256<float> tap0, out Vector256<float> tap1, out Vector256<float> tap2, out Vector256<float> tap3)
    {
        Vector256<float> a = Halves(ref first, 0, plane * 4);
        Vector256<float> b = Halves(ref first, plane, plane * 5);
        Vector256<float> c = Halves(ref first, plane * 2, plane * 6);
        Vector256<float> d = Halves(ref first, plane * 3, plane * 7);
        Vector256<double> abLow = Avx.UnpackLow(a, b).AsDouble(), abHigh = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> cdLow = Avx.UnpackLow(c, d).AsDouble(), cdHigh = Avx.UnpackHigh(c, d).AsDouble();
        tap0 = Avx.UnpackLow(abLow, cdLow).AsSingle();
        tap1 = Avx.UnpackHigh(abLow, cdLow).AsSingle();
        tap2 = Avx.UnpackLow(abHigh, cdHigh).AsSingle();
        tap3 = Avx.UnpackHigh(abHigh, cdHigh).AsSingle();
    }

    /// <summary>Two neighbouring elements of two planes, an element of every plane per vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref double first, nuint plane, out Vector128<double> tap0, out Vector128<double> tap1)
    {
        Vector128<double> a = Vector128.LoadUnsafe(ref first);
        Vector128<double> b = Vector128.LoadUnsafe(ref first, plane);
        tap0 = Vector128.Create(a.GetLower(), b.GetLower());
        tap1 = Vector128.Create(a.GetUpper(), b.GetUpper());
    }

    /// <summary>Two neighbouring elements of four planes, an element of every plane per vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref double first, nuint plane, out Vector256<double> tap0, out Vector256<double> tap1)
    {
        Vector256<double> a = Vector256.Create(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, plane * 2));
        Vector256<double> b = Vector256.Create(Vector128.LoadUnsafe(ref first, plane), Vector128.LoadUnsafe(ref first, plane * 3));
        tap0 = Avx.UnpackLow(a, b);
        tap1 = Avx.UnpackHigh(a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Halves(ref float first, nuint lower, nuint upper) =>
        Vector256.Create(Vector128.LoadUnsafe(ref first, lower), Vector128.LoadUnsafe(ref first, upper));
}
