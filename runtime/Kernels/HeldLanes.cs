using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Which rows vectors hold, and the lanes in which columns stand there. Generated code calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HeldLanes
{
    /// <summary>Whether two vectors hold a row and one its outputs.</summary>
    public static bool FitPair<T>(in PoolAxis axis, int width, int outputs)
        where T : unmanaged => Avx2.IsSupported && HeldRows.Form(axis, width, outputs, Vector256<T>.Count) == HeldRow.Pair;

    /// <summary>The lower halves of two vectors, and the upper ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (Vector256<T> Lower, Vector256<T> Upper) Halves<T>(Vector256<T> first, Vector256<T> second)
        where T : unmanaged => (Avx.Permute2x128(first.AsSingle(), second.AsSingle(), 0x20).As<float, T>(), Avx.Permute2x128(first.AsSingle(), second.AsSingle(), 0x31).As<float, T>());

    /// <summary>Of each half two lanes of 32 bits from the first vector and two from the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Shuffle<T>(Vector256<T> first, Vector256<T> second, [ConstantExpected] byte lanes)
        where T : unmanaged => Avx.Shuffle(first.AsSingle(), second.AsSingle(), lanes).As<float, T>();

    /// <summary>For every 32 bits of a vector where they stand in another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Pick<T>(Vector256<T> from, Vector256<int> lanes)
        where T : unmanaged => Avx2.PermuteVar8x32(from.AsInt32(), lanes).As<int, T>();

    /// <summary>The lanes of the first columns of half a vector of windows, and behind them those of the second ones, in a vector that begins with a column of a row.</summary>
    internal static Vector256<int> Of<T>(in PoolAxis axis, int width, int firstWindow, int firstColumn)
        where T : unmanaged
    {
        int half = Vector256<T>.Count / 2;
        Span<int> lanes = stackalloc int[2 * half];
        for (int window = 0; window < half; window++)
        {
            lanes[window] = Lane(PoolGeometry.WindowStart(axis, firstWindow + window));
            lanes[half + window] = Lane(PoolGeometry.WindowStart(axis, firstWindow + window) + 1);
        }

        return Parts<T>(lanes);

        int Lane(int column) => Math.Clamp(column, 0, width - 1) - firstColumn;
    }

    /// <summary>The lanes from one on, half a vector of them.</summary>
    internal static Vector256<int> From<T>(int first)
        where T : unmanaged
    {
        Span<int> lanes = stackalloc int[Vector256<T>.Count];
        for (int lane = 0; lane < lanes.Length; lane++)
            lanes[lane] = Math.Min(first + lane, lanes.Length - 1);
        return Parts<T>(lanes);
    }

    /// <summary>Lanes as parts of 32 bits.</summary>
    private static Vector256<int> Parts<T>(ReadOnlySpan<int> lanes)
        where T : unmanaged
    {
        int each = Vector256<int>.Count / Vector256<T>.Count;
        Span<int> parts = stackalloc int[Vector256<int>.Count];
        for (int part = 0; part < parts.Length; part++)
            parts[part] = (lanes[part / each] * each) + (part % each);
        return Vector256.Create<int>(parts);
    }
}
