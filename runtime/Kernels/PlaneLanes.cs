using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Reads the same elements of several planes and puts one plane into each lane. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class PlaneLanes
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
        Transpose(a, b, c, d, out tap0, out tap1, out tap2, out tap3);
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
        Transpose(a, b, c, d, out tap0, out tap1, out tap2, out tap3);
    }

    /// <summary>The first lanes of all four, the second ones, and so on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(
        Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d,
        out Vector128<float> tap0, out Vector128<float> tap1, out Vector128<float> tap2, out Vector128<float> tap3)
    {
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

    /// <inheritdoc cref="Transpose(Vector128{float}, Vector128{float}, Vector128{float}, Vector128{float}, out Vector128{float}, out Vector128{float}, out Vector128{float}, out Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d,
        out Vector256<float> tap0, out Vector256<float> tap1, out Vector256<float> tap2, out Vector256<float> tap3)
    {
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

    /// <summary>Four neighbouring elements of every plane become four cells, each with a plane per lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Gather(ref float planes, nuint plane, ref float cells)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Load(ref planes, plane, out Vector256<float> cell0, out Vector256<float> cell1, out Vector256<float> cell2, out Vector256<float> cell3);
            Vector256.StoreUnsafe(cell0, ref cells);
            Vector256.StoreUnsafe(cell1, ref cells, 8);
            Vector256.StoreUnsafe(cell2, ref cells, 16);
            Vector256.StoreUnsafe(cell3, ref cells, 24);
        }
        else
        {
            Load(ref planes, plane, out Vector128<float> cell0, out Vector128<float> cell1, out Vector128<float> cell2, out Vector128<float> cell3);
            Vector128.StoreUnsafe(cell0, ref cells);
            Vector128.StoreUnsafe(cell1, ref cells, 4);
            Vector128.StoreUnsafe(cell2, ref cells, 8);
            Vector128.StoreUnsafe(cell3, ref cells, 12);
        }
    }

    /// <summary>Two neighbouring elements of every plane become two cells, each with a plane per lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Gather(ref double planes, nuint plane, ref double cells)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Load(ref planes, plane, out Vector256<double> cell0, out Vector256<double> cell1);
            Vector256.StoreUnsafe(cell0, ref cells);
            Vector256.StoreUnsafe(cell1, ref cells, 4);
        }
        else
        {
            Load(ref planes, plane, out Vector128<double> cell0, out Vector128<double> cell1);
            Vector128.StoreUnsafe(cell0, ref cells);
            Vector128.StoreUnsafe(cell1, ref cells, 2);
        }
    }

    /// <summary>Four cells become four neighbouring elements of every plane: the way back of <see cref="Gather(ref float, nuint, ref float)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Scatter(ref float cells, ref float planes, nuint plane)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            // Four by four: the way there is its own way back.
            Load(ref cells, 4, out Vector128<float> plane0, out Vector128<float> plane1, out Vector128<float> plane2, out Vector128<float> plane3);
            Vector128.StoreUnsafe(plane0, ref planes);
            Vector128.StoreUnsafe(plane1, ref planes, plane);
            Vector128.StoreUnsafe(plane2, ref planes, plane * 2);
            Vector128.StoreUnsafe(plane3, ref planes, plane * 3);
            return;
        }

        Vector256<float> a = Vector256.LoadUnsafe(ref cells), b = Vector256.LoadUnsafe(ref cells, 8);
        Vector256<float> c = Vector256.LoadUnsafe(ref cells, 16), d = Vector256.LoadUnsafe(ref cells, 24);
        Vector256<double> abLow = Avx.UnpackLow(a, b).AsDouble(), abHigh = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> cdLow = Avx.UnpackLow(c, d).AsDouble(), cdHigh = Avx.UnpackHigh(c, d).AsDouble();
        StoreHalves(Avx.UnpackLow(abLow, cdLow).AsSingle(), ref planes, plane);
        StoreHalves(Avx.UnpackHigh(abLow, cdLow).AsSingle(), ref Unsafe.Add(ref planes, plane), plane);
        StoreHalves(Avx.UnpackLow(abHigh, cdHigh).AsSingle(), ref Unsafe.Add(ref planes, plane * 2), plane);
        StoreHalves(Avx.UnpackHigh(abHigh, cdHigh).AsSingle(), ref Unsafe.Add(ref planes, plane * 3), plane);
    }

    /// <summary>Two cells become two neighbouring elements of every plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Scatter(ref double cells, ref double planes, nuint plane)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            Load(ref cells, 2, out Vector128<double> plane0, out Vector128<double> plane1);
            Vector128.StoreUnsafe(plane0, ref planes);
            Vector128.StoreUnsafe(plane1, ref planes, plane);
            return;
        }

        Vector256<double> a = Vector256.LoadUnsafe(ref cells), b = Vector256.LoadUnsafe(ref cells, 4);
        Vector256<double> even = Avx.UnpackLow(a, b), odd = Avx.UnpackHigh(a, b);
        Vector128.StoreUnsafe(even.GetLower(), ref planes);
        Vector128.StoreUnsafe(odd.GetLower(), ref planes, plane);
        Vector128.StoreUnsafe(even.GetUpper(), ref planes, plane * 2);
        Vector128.StoreUnsafe(odd.GetUpper(), ref planes, plane * 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(Vector256<float> halves, ref float planes, nuint plane)
    {
        Vector128.StoreUnsafe(halves.GetLower(), ref planes);
        Vector128.StoreUnsafe(halves.GetUpper(), ref planes, plane * 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Halves(ref float first, nuint lower, nuint upper) =>
        Vector256.Create(Vector128.LoadUnsafe(ref first, lower), Vector128.LoadUnsafe(ref first, upper));
}
