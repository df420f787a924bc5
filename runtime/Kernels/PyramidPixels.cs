using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Pyramids of channels last over planes that fit into the caches. Some channels of all pixels, a tile, are gathered once; the smallest window is taken
/// from them, every other one from the corners of the one before it (<see cref="CornerWindows"/>), and each result goes to the output at once.
/// </summary>
internal static class PyramidPixels
{
    /// <summary>Bytes of a tile of all pixels at most: two of them stay in a second-level cache.</summary>
    private const int MostBytes = 128 * 1024;

    /// <summary>The largest window that is taken from the pixels themselves.</summary>
    private const int MostTaps = 5;

    /// <summary>Whether the smallest window has few taps, and planes are small enough.</summary>
    public static bool Suit(PoolPyramid pyramid, in PoolShape shape) =>
        Vector128.IsHardwareAccelerated && pyramid.Windows[0] <= MostTaps && (long)shape.Height * shape.Width * 4 * Vector256<byte>.Count <= MostBytes;

    /// <summary>Computes some samples.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TKeeping">The extremum that keeps NaN.</typeparam>
    /// <typeparam name="TNumbers">The same extremum of numbers.</typeparam>
    public static void Samples<T, TKeeping, TNumbers>(
        PoolPyramid pyramid, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstSample, int endSample)
        where T : unmanaged, INumber<T>
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum
    {
        PoolShape flat = PoolShape.Trusted(1, 1, 1, shape.Height, shape.Width * shape.Channels);
        for (int slice = firstSample * shape.Depth; slice < endSample * shape.Depth; slice++)
        {
            ReadOnlySpan<T> from = input.Slice(slice * flat.Length, flat.Length);
            Span<T> to = output.Slice(slice * flat.Length * pyramid.Parts, flat.Length * pyramid.Parts);
            if (NaNScan.MustKeep(from, flat, pyramid.Largest.Height, shape.Height, 0, shape.Height))
                Plane<T, TKeeping>(pyramid, from, to, shape);
            else
                Plane<T, TNumbers>(pyramid, from, to, shape);
        }
    }

    private static void Plane<T, TExtremum>(PoolPyramid pyramid, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape)
        where T : unmanaged, INumber<T>
        where TExtremum : struct, IExtremum
    {
        int channels = shape.Channels, next = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            next = Tiles<T, FourTiles<OneVector256<T>, T>, TExtremum>(pyramid, input, output, shape, next, channels - (channels % FourTiles<OneVector256<T>, T>.Length));
            next = Tiles<T, OneVector256<T>, TExtremum>(pyramid, input, output, shape, next, channels);
        }

        next = Tiles<T, OneVector128<T>, TExtremum>(pyramid, input, output, shape, next, channels);
        Tiles<T, OneElement<T>, TExtremum>(pyramid, input, output, shape, next, channels);
    }

    /// <summary>Pools channels from <paramref name="first"/> on, the last tile overlapping the one before it, and returns the channel to go on with.</summary>
    private static int Tiles<T, TTile, TExtremum>(PoolPyramid pyramid, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int first, int end)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        if (first >= end || shape.Channels < TTile.Length)
            return first;
        Map<T, TTile, TExtremum> map = new(shape.Height, shape.Width, shape.Channels, shape.Channels * pyramid.Parts);
        T[] scratch = ArrayPool<T>.Shared.Rent(map.ScratchLength);
        for (int channel = first; channel < end; channel += TTile.Length)
        {
            int at = Math.Min(channel, shape.Channels - TTile.Length);
            map.Run(pyramid, input[at..], output[at..], scratch);
        }

        ArrayPool<T>.Shared.Return(scratch);
        return end;
    }

    /// <summary>A tile of every pixel.</summary>
    /// <param name="Height">Rows of pixels.</param>
    /// <param name="Width">Pixels of a row.</param>
    /// <param name="Channels">Elements of a pixel of the input, and of a part of the output.</param>
    /// <param name="Pitch">Elements from one pixel of the output to the next.</param>
    private readonly record struct Map<T, TTile, TExtremum>(int Height, int Width, int Channels, int Pitch)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        // What loops over pixels is not inlined: together they are more than the JIT inlines tiles into, and a call survives in each loop.

        /// <summary>Two tiles of every pixel, and two rows of them.</summary>
        public int ScratchLength => (((2 * Height * Width) + (2 * Width)) * TTile.Length) + Scratch.Spare<T>();

        private static nuint Spacing
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => (nuint)(TTile.Length / TTile.Parts);
        }

        public void Run(PoolPyramid pyramid, ReadOnlySpan<T> input, Span<T> output, Span<T> scratch)
        {
            ref T from = ref MemoryMarshal.GetReference(Scratch.FromLine(scratch));
            ref T to = ref Unsafe.Add(ref from, Height * Width * TTile.Length);
            ref T rows = ref Unsafe.Add(ref to, Height * Width * TTile.Length);
            ref T target = ref MemoryMarshal.GetReference(output);
            Gather(ref MemoryMarshal.GetReference(input), ref from, ref target, pyramid.IncludeInput);
            if (pyramid.IncludeInput)
                target = ref Unsafe.Add(ref target, Channels);
            int window = pyramid.Windows[0];
            Start(window / 2, ref from, ref to, ref rows, ref target);
            for (int index = 1; index < pyramid.Windows.Count; index++)
            {
                int wider = pyramid.Windows[index];
                ref T last = ref from;
                from = ref to;
                to = ref last;
                target = ref Unsafe.Add(ref target, Channels);
                Corners(CornerWindows.Reach(window, wider), ref from, ref to, ref target);
                window = wider;
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void Gather(ref T source, ref T to, ref T target, bool include)
        {
            for (int pixel = 0; pixel < Height * Width; pixel++)
            {
                TTile tile = TTile.Load(ref Unsafe.Add(ref source, pixel * Channels), 0, Spacing);
                tile.Store(ref Unsafe.Add(ref to, pixel * TTile.Length), 0, Spacing);
                if (include)
                    tile.Store(ref Unsafe.Add(ref target, pixel * Pitch), 0, Spacing);
            }
        }

        /// <summary>Takes windows of three or five: two rows at a time, down and then along, with what both have in common.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private void Start(int reach, ref T from, ref T to, ref T upper, ref T target)
        {
            nuint pitch = (nuint)(Width * TTile.Length), length = (nuint)TTile.Length;
            ref T lower = ref Unsafe.Add(ref upper, pitch);
            for (int y = 0; y < Height; y += 2)
            {
                Places down = new(y, reach, Height - 1, pitch);
                for (nuint x = 0; x < pitch; x += length)
                {
                    (TTile first, TTile second) = Both(ref Unsafe.Add(ref from, x), down, reach);
                    first.Store(ref upper, x, Spacing);
                    second.Store(ref lower, x, Spacing);
                }

                Along(reach, ref upper, ref to, ref target, y);
                if (y + 1 < Height)
                    Along(reach, ref lower, ref to, ref target, y + 1);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void Along(int reach, ref T row, ref T to, ref T target, int y)
        {
            for (int x = 0; x < Width; x += 2)
            {
                Places along = new(x, reach, Width - 1, (nuint)TTile.Length);
                (TTile first, TTile second) = Both(ref row, along, reach);
                Put(first, ref to, ref target, (y * Width) + x);
                if (x + 1 < Width)
                    Put(second, ref to, ref target, (y * Width) + x + 1);
            }
        }

        /// <summary>Two windows beside one another along an axis: four taps in common for a window of five, two for one of three.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static (TTile First, TTile Second) Both(ref T source, in Places places, int reach)
        {
            TTile shared = TTile.Combine<TExtremum>(TTile.Load(ref source, places.First, Spacing), TTile.Load(ref source, places.Second, Spacing));
            if (reach > 1)
            {
                shared = TTile.Combine<TExtremum>(shared, TTile.Load(ref source, places.Before, Spacing));
                shared = TTile.Combine<TExtremum>(shared, TTile.Load(ref source, places.After, Spacing));
            }

            return (TTile.Combine<TExtremum>(shared, TTile.Load(ref source, places.Lowest, Spacing)),
                TTile.Combine<TExtremum>(shared, TTile.Load(ref source, places.Highest, Spacing)));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void Corners(int reach, ref T from, ref T to, ref T target)
        {
            nuint pitch = (nuint)(Width * TTile.Length);
            for (int y = 0; y < Height; y++)
            {
                ref T above = ref Unsafe.Add(ref from, (nuint)Math.Max(0, y - reach) * pitch);
                ref T below = ref Unsafe.Add(ref from, (nuint)Math.Min(Height - 1, y + reach) * pitch);
                for (int x = 0; x < Width; x++)
                {
                    nuint left = (nuint)(Math.Max(0, x - reach) * TTile.Length), right = (nuint)(Math.Min(Width - 1, x + reach) * TTile.Length);
                    TTile leftmost = TTile.Combine<TExtremum>(TTile.Load(ref above, left, Spacing), TTile.Load(ref below, left, Spacing));
                    TTile rightmost = TTile.Combine<TExtremum>(TTile.Load(ref above, right, Spacing), TTile.Load(ref below, right, Spacing));
                    Put(TTile.Combine<TExtremum>(leftmost, rightmost), ref to, ref target, (y * Width) + x);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Put(in TTile tile, ref T to, ref T target, int pixel)
        {
            tile.Store(ref to, (nuint)(pixel * TTile.Length), Spacing);
            tile.Store(ref Unsafe.Add(ref target, pixel * Pitch), 0, Spacing);
        }

        /// <summary>Where the taps of two windows beside one another stand; outside the plane the nearest tap stands in.</summary>
        private readonly struct Places(int at, int reach, int last, nuint pitch)
        {
            public readonly nuint First = (nuint)at * pitch;
            public readonly nuint Second = (nuint)Math.Min(last, at + 1) * pitch;
            public readonly nuint Before = (nuint)Math.Max(0, at - 1) * pitch;
            public readonly nuint After = (nuint)Math.Min(last, at + 2) * pitch;
            public readonly nuint Lowest = (nuint)Math.Max(0, at - reach) * pitch;
            public readonly nuint Highest = (nuint)Math.Min(last, at + 1 + reach) * pitch;
        }
    }
}
