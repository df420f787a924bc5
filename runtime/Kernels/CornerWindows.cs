using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>
/// Extrema of odd square windows around every element of a plane, from those of smaller windows: a window of 9 is what the windows of 5 at its four
/// corners cover. In general four windows of w cover one of up to 2w - 1. Near a border the window around the element itself, or the nearest one inside
/// the plane, covers what a corner outside would.
/// </summary>
internal static class CornerWindows
{
    /// <summary>How far the corners are from the middle of a wider window.</summary>
    public static int Reach(int window, int wider) => (wider - window) / 2;

    /// <summary>Whether rows are long enough for vectors of corners.</summary>
    public static bool Suit<T, TTile>(int reach, int width)
        where TTile : struct, IVectorTile<TTile, T> => width >= (2 * reach) + TTile.Length;
}

/// <summary>A plane of channels first whose rows suit: vectors of windows walk down its columns.</summary>
/// <param name="height">Rows of the plane.</param>
/// <param name="width">Elements of a row.</param>
/// <param name="reach">How far the corners are from the middle of a window.</param>
internal readonly struct CornerPlane<T, TTile, TExtremum>(int height, int width, int reach)
    where T : unmanaged, INumber<T>
    where TTile : struct, IVectorTile<TTile, T>
    where TExtremum : struct, IExtremum
{
    private readonly nuint width = (nuint)width;

    /// <summary>Takes the wider windows of the plane at <paramref name="target"/> from the smaller ones at <paramref name="source"/>.</summary>
    public void Run(ref T source, ref T target)
    {
        // As many elements at either end of a row as the corners are away see the border, and are all that stays of the first two vectors.
        nuint edge = (nuint)reach, tile = (nuint)TTile.Length, last = width - edge - tile;
        Walk(ref source, edge, ref target);
        Walk(ref Unsafe.Add(ref source, last), edge, ref Unsafe.Add(ref target, last + edge));
        for (nuint x = 0; x < last - edge; x += tile)
            Walk(ref Unsafe.Add(ref source, x), 2 * edge, ref Unsafe.Add(ref target, x + edge));
        Walk(ref Unsafe.Add(ref source, last - edge), 2 * edge, ref Unsafe.Add(ref target, last));
    }

    /// <summary>Pools a column of vectors; those of the pairs of corners that later windows have as well wait in registers.</summary>
    /// <param name="left">The left corner of the first window, in the first row.</param>
    /// <param name="apart">From the left to the right corner.</param>
    /// <param name="outputs">Takes the first vector.</param>
    private void Walk(ref T left, nuint apart, ref T outputs)
    {
        if (reach == 1)
            WalkOne(ref left, apart, ref outputs);
        else if (reach == 2)
            WalkTwo(ref left, apart, ref outputs);
        else
            WalkFar(ref left, apart, ref outputs);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WalkOne(ref T left, nuint apart, ref T outputs)
    {
        nuint pitch = width;
        TTile a = Pair(ref left, apart), b = a;
        ref T lower = ref left;
        int y = 0;
        for (; y < height - 2; y += 2)
        {
            a = Put(a, ref lower, pitch, apart, ref outputs);
            b = Put(b, ref Unsafe.Add(ref lower, pitch), pitch, apart, ref Unsafe.Add(ref outputs, pitch));
            lower = ref Unsafe.Add(ref lower, 2 * pitch);
            outputs = ref Unsafe.Add(ref outputs, 2 * pitch);
        }

        a = Put(a, ref lower, y < height - 1 ? pitch : 0, apart, ref outputs);
        if (y < height - 1)
            _ = Put(b, ref lower, pitch, apart, ref Unsafe.Add(ref outputs, pitch));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WalkTwo(ref T left, nuint apart, ref T outputs)
    {
        nuint pitch = width;
        ref T lower = ref Unsafe.Add(ref left, height > 1 ? pitch : 0);
        TTile a = Pair(ref left, apart), b = a, c = a, d = Pair(ref lower, apart);
        int y = 0;
        for (; y < height - 5; y += 4)
        {
            a = Put(a, ref lower, pitch, apart, ref outputs);
            b = Put(b, ref lower, 2 * pitch, apart, ref Unsafe.Add(ref outputs, pitch));
            lower = ref Unsafe.Add(ref lower, 2 * pitch);
            outputs = ref Unsafe.Add(ref outputs, 2 * pitch);
            c = Put(c, ref lower, pitch, apart, ref outputs);
            d = Put(d, ref lower, 2 * pitch, apart, ref Unsafe.Add(ref outputs, pitch));
            lower = ref Unsafe.Add(ref lower, 2 * pitch);
            outputs = ref Unsafe.Add(ref outputs, 2 * pitch);
        }

        for (; y < height; y++)
        {
            nuint step = y + 2 < height ? pitch : 0;
            TTile last = Put(a, ref lower, step, apart, ref outputs);
            (a, b, c, d) = (b, c, d, last);
            lower = ref Unsafe.Add(ref lower, step);
            outputs = ref Unsafe.Add(ref outputs, pitch);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WalkFar(ref T left, nuint apart, ref T outputs)
    {
        for (int y = 0; y < height; y++)
        {
            TTile above = Pair(ref Unsafe.Add(ref left, (nuint)Math.Max(0, y - reach) * width), apart);
            _ = Put(above, ref left, (nuint)Math.Min(height - 1, y + reach) * width, apart, ref Unsafe.Add(ref outputs, (nuint)y * width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTile Pair(ref T left, nuint apart) => TTile.Combine<TExtremum>(TTile.Load(ref left, 0, 0), TTile.Load(ref left, apart, 0));

    /// <summary>Writes what the upper and the lower corners give, and returns the lower ones for later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TTile Put(in TTile above, ref T left, nuint down, nuint apart, ref T outputs)
    {
        TTile below = Pair(ref Unsafe.Add(ref left, down), apart);
        TTile.Combine<TExtremum>(above, below).Store(ref outputs, 0, 0);
        return below;
    }
}
