using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>
/// The gradient of sums and averages of windows side by side and two columns wide: the share of a window stands twice in each of its rows, which are
/// written together. Nothing is added up.
/// </summary>
internal static class GradientPairs<T, TStore>
    where T : unmanaged, INumber<T>
    where TStore : struct, IStore
{
    /// <summary>Columns of windows whose shares wait in scratch memory.</summary>
    private const int MostColumns = 1024;

    /// <summary>Whether the windows of a map are such: none shares an element with another or leaves the input.</summary>
    public static bool Suit(in GradientMap<T> map) => Unsafe.SizeOf<T>() is sizeof(float) or sizeof(double)
        && map.Depth is { Window: 1, Stride: 1 } && map.Depth.Size == map.Depth.Outputs && map.Width.Window == 2 && Lies(map.Width) && Lies(map.Height);

    /// <summary>Writes some rows of the input's gradient.</summary>
    [SkipLocalsInit]
    public static void Rows(in GradientMap<T> map, int firstRow, int endRow)
    {
        Span<T> shares = Scratch.FromLine<T>(stackalloc T[Math.Min(MostColumns, map.Width.Outputs) + Scratch.Spare<T>()]);
        int length = map.Width.Size, covered = 2 * map.Width.Outputs;
        for (int row = firstRow; row < endRow;)
        {
            (int slice, int y) = Math.DivRem(row, map.Height.Size);
            (int window, int inside) = Math.DivRem(y, map.Height.Window);
            int count = Math.Min(Math.Min(map.Height.Window - inside, map.Height.Size - y), endRow - row);
            Span<T> target = map.Rows(row, count);
            row += count;
            if (window >= map.Height.Outputs)
            {
                target.Clear();
                continue;
            }

            (int volume, int z) = Math.DivRem(slice, map.Depth.Size);
            for (int first = 0; first < map.Width.Outputs; first += MostColumns)
            {
                Span<T> some = shares[..Math.Min(MostColumns, map.Width.Outputs - first)];
                map.Shares(volume, z, window, first, some);
                Write(some, ref target[2 * first], (nuint)length, count);
            }

            for (int line = 0; line < count && covered < length; line++)
                target.Slice((line * length) + covered, length - covered).Clear();
        }
    }

    /// <summary>Whether windows lie side by side from the first element on, and inside the axis.</summary>
    private static bool Lies(in GradientAxis axis) => axis.Window == axis.Stride && axis.PhaseOf(0) == 0 && axis.LastOf(0) == 0 && (long)axis.Outputs * axis.Stride <= axis.Size;

    /// <summary>Writes every share twice to each of some lines, two at a time.</summary>
    private static void Write(ReadOnlySpan<T> shares, ref T target, nuint length, int lines)
    {
        if (typeof(TStore) == typeof(AlignedStore))
        {
            // Vectors from where they are aligned, and single pairs before and behind them.
            int before = AlignedStore.PairsBefore(ref target, shares.Length), behind = shares.Length - ((shares.Length - before) % Vector256<T>.Count);
            WriteSingly(shares[..before], ref target, length, lines);
            if (before < behind)
                WriteAll(shares[before..behind], ref Unsafe.Add(ref target, 2 * before), length, lines);
            WriteSingly(shares[behind..], ref Unsafe.Add(ref target, 2 * behind), length, lines);
            return;
        }

        WriteAll(shares, ref target, length, lines);
    }

    private static void WriteSingly(ReadOnlySpan<T> shares, ref T target, nuint length, int lines)
    {
        for (nuint line = 0; line < (nuint)lines; line++)
        {
            for (int x = 0; x < shares.Length; x++)
                AlignedStore.StorePair(shares[x], shares[x], ref Unsafe.Add(ref target, (line * length) + (2 * (nuint)x)));
        }
    }

    private static void WriteAll(ReadOnlySpan<T> shares, ref T target, nuint length, int lines)
    {
        for (int line = 0; line < lines; line += 2)
        {
            WriteLines(shares, ref target, ref Unsafe.Add(ref target, length), line + 1 < lines);
            target = ref Unsafe.Add(ref target, 2 * length);
        }
    }

    // Not inlined: what the JIT inlines into one method is then all for this loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteLines(ReadOnlySpan<T> shares, ref T line, ref T below, bool two)
    {
        ref T from = ref MemoryMarshal.GetReference(shares);
        nuint count = (nuint)shares.Length;
        if (Avx2.IsSupported && count >= (nuint)Vector256<T>.Count)
        {
            // The second vector overlaps the first, so that the last one ends with the row.
            nuint lanes = (nuint)Vector256<T>.Count;
            for (nuint x = 0, after = ((count - 1) % lanes) + 1; x < count; x = after, after += lanes)
            {
                (Vector256<T> left, Vector256<T> right) = GradientLanes.Twice(Vector256.LoadUnsafe(ref from, x));
                TStore.Store(left, ref line, 2 * x);
                TStore.Store(right, ref line, (2 * x) + lanes);
                if (!two)
                    continue;
                TStore.Store(left, ref below, 2 * x);
                TStore.Store(right, ref below, (2 * x) + lanes);
            }
        }
        else if (Vector128.IsHardwareAccelerated && count >= (nuint)Vector128<T>.Count)
        {
            nuint lanes = (nuint)Vector128<T>.Count;
            for (nuint x = 0, after = ((count - 1) % lanes) + 1; x < count; x = after, after += lanes)
            {
                (Vector128<T> left, Vector128<T> right) = GradientLanes.Twice(Vector128.LoadUnsafe(ref from, x));
                Vector128.StoreUnsafe(left, ref line, 2 * x);
                Vector128.StoreUnsafe(right, ref line, (2 * x) + lanes);
                if (!two)
                    continue;
                Vector128.StoreUnsafe(left, ref below, 2 * x);
                Vector128.StoreUnsafe(right, ref below, (2 * x) + lanes);
            }
        }
        else
        {
            for (nuint x = 0; x < count; x++)
            {
                Unsafe.Add(ref line, 2 * x) = Unsafe.Add(ref line, (2 * x) + 1) = Unsafe.Add(ref from, x);
                if (two)
                    Unsafe.Add(ref below, 2 * x) = Unsafe.Add(ref below, (2 * x) + 1) = Unsafe.Add(ref from, x);
            }
        }
    }
}
