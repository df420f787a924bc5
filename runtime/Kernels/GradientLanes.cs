using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Stores what windows apart give: what vectors hold for each element of a stride lies side by side in memory. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientLanes
{
    /// <summary>Stores the first elements of both vectors, then the second ones, and so on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs<T, TStore>(Vector256<T> first, Vector256<T> second, ref T target, nuint offset)
        where T : unmanaged
        where TStore : struct, IStore
    {
        Vector256<T> low, high;
        if (Unsafe.SizeOf<T>() == sizeof(float))
        {
            low = Avx.UnpackLow(first.AsSingle(), second.AsSingle()).As<float, T>();
            high = Avx.UnpackHigh(first.AsSingle(), second.AsSingle()).As<float, T>();
        }
        else
        {
            low = Avx.UnpackLow(first.AsDouble(), second.AsDouble()).As<double, T>();
            high = Avx.UnpackHigh(first.AsDouble(), second.AsDouble()).As<double, T>();
        }

        TStore.Store(Avx.Permute2x128(low.AsSingle(), high.AsSingle(), 0x20).As<float, T>(), ref target, offset);
        TStore.Store(Avx.Permute2x128(low.AsSingle(), high.AsSingle(), 0x31).As<float, T>(), ref target, offset + (nuint)Vector256<T>.Count);
    }

    /// <inheritdoc cref="StorePairs{T, TStore}(Vector256{T}, Vector256{T}, ref T, nuint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs<T, TStore>(Vector128<T> first, Vector128<T> second, ref T target, nuint offset)
        where T : unmanaged
        where TStore : struct, IStore
    {
        Vector128.StoreUnsafe(Low(first, second), ref target, offset);
        Vector128.StoreUnsafe(High(first, second), ref target, offset + (nuint)Vector128<T>.Count);
    }

    /// <summary>Every element twice: those of the first half, and those of the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector256<T> First, Vector256<T> Second) Twice<T>(Vector256<T> elements)
        where T : unmanaged
    {
        // The halves of the vector are doubled each for itself.
        Vector256<double> quarters = Avx2.Permute4x64(elements.AsDouble(), 0b11_01_10_00);
        return Unsafe.SizeOf<T>() == sizeof(float)
            ? (Avx.UnpackLow(quarters.AsSingle(), quarters.AsSingle()).As<float, T>(), Avx.UnpackHigh(quarters.AsSingle(), quarters.AsSingle()).As<float, T>())
            : (Avx.UnpackLow(quarters, quarters).As<double, T>(), Avx.UnpackHigh(quarters, quarters).As<double, T>());
    }

    /// <inheritdoc cref="Twice{T}(Vector256{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector128<T> First, Vector128<T> Second) Twice<T>(Vector128<T> elements)
        where T : unmanaged => (Low(elements, elements), High(elements, elements));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Low<T>(Vector128<T> first, Vector128<T> second)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(double))
            return Vector128.Create(first.GetLower(), second.GetLower());
        if (X86Base.IsSupported)
            return Sse.UnpackLow(first.AsSingle(), second.AsSingle()).As<float, T>();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipLow(first.AsSingle(), second.AsSingle()).As<float, T>();
        return Vector128.Create(first.AsSingle()[0], second.AsSingle()[0], first.AsSingle()[1], second.AsSingle()[1]).As<float, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> High<T>(Vector128<T> first, Vector128<T> second)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(double))
            return Vector128.Create(first.GetUpper(), second.GetUpper());
        if (X86Base.IsSupported)
            return Sse.UnpackHigh(first.AsSingle(), second.AsSingle()).As<float, T>();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipHigh(first.AsSingle(), second.AsSingle()).As<float, T>();
        return Vector128.Create(first.AsSingle()[2], second.AsSingle()[2], first.AsSingle()[3], second.AsSingle()[3]).As<float, T>();
    }
}
