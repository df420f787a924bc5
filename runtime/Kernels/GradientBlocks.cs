using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>
/// Computes the gradient of the input of sums and averages, channels first, block by block: what each element of a window takes of its gradient stands in
/// scratch memory, a cell for each window and zeros around them, and every element adds up the cells of its windows in row-major order. Windows are
/// not dilated. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientBlocks
{
    /// <summary>Bytes of scratch memory on the stack: half of a first-level cache, so that the rows that are written fit beside it.</summary>
    private const int ScratchBytes = 16 * 1024;

    /// <summary>Rows of windows that a block holds at least for each that it shares with the one before.</summary>
    private const int LeastRows = 4;

    /// <summary>Writes some rows of the input's gradient; arguments were checked before.</summary>
    public static unsafe void Rows<T, TRows>(in PoolConfig config, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
        where TRows : struct, IGradientRows<T>
    {
        if (firstRow >= endRow)
            return;
        GradientMap<T> map = new(config, shape, outputGradient, inputGradient);
        if (map.IsOneWindow)
        {
            OneWindow(map, firstRow, endRow);
            return;
        }

        bool pairs = GradientPairs<T, CachedStore>.Suit(map);
        fixed (T* pinned = inputGradient)
        {
            bool bypasses = BypassingStore.Pays(inputGradient);
            if (pairs && bypasses && AlignedStore.Suits(pinned, map.Width.Size))
                GradientPairs<T, AlignedStore>.Rows(map, firstRow, endRow);
            else if (pairs)
                GradientPairs<T, CachedStore>.Rows(map, firstRow, endRow);
            else if (bypasses)
                Blocks<T, TRows, BypassingStore>(map, firstRow, endRow);
            else
                Blocks<T, TRows, CachedStore>(map, firstRow, endRow);
            if (bypasses)
                BypassingStore.Fence();
        }
    }

    /// <summary>Every element of a map takes the same of the one gradient that there is.</summary>
    private static void OneWindow<T>(in GradientMap<T> map, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
    {
        Span<T> share = stackalloc T[1];
        int rows = map.Depth.Size * map.Height.Size;
        for (int row = firstRow; row < endRow;)
        {
            (int volume, int inside) = Math.DivRem(row, rows);
            int count = Math.Min(endRow - row, rows - inside);
            map.Shares(volume, 0, 0, 0, share);
            map.Rows(row, count).Fill(share[0]);
            row += count;
        }
    }

    [SkipLocalsInit]
    private static void Blocks<T, TRows, TStore>(in GradientMap<T> map, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
        where TRows : struct, IGradientRows<T>
        where TStore : struct, IStore
    {
        Span<T> scratch = stackalloc T[ScratchBytes / Unsafe.SizeOf<T>()];
        ref readonly GradientAxis height = ref map.Height, width = ref map.Width;
        int firstColumn = width.LastOf(0), endColumn = width.LastOf(width.Size - 1) + 1;
        for (int row = firstRow; row < endRow;)
        {
            (int slice, int y) = Math.DivRem(row, height.Size);
            (int volume, int z) = Math.DivRem(slice, map.Depth.Size);
            int end = Math.Min(height.Size, y + endRow - row), phase = map.Depth.PhaseOf(z), slices = map.Depth.Before(phase) + 1;
            if (slices == 0)
            {
                map.Rows(row, end - y).Clear();
                row += end - y;
                continue;
            }

            int most = (scratch.Length / (slices * (LeastRows + 1) * (height.MostBefore + 1))) - width.MostBefore;
            int columns = Math.Min(endColumn - firstColumn, most);
            int first = height.LastOf(y), rows = (scratch.Length / (slices * (columns + width.MostBefore))) - height.MostBefore;
            end = Math.Min(end, height.Start(first + rows));
            Range windows = first..(height.LastOf(end - 1) + 1);
            for (int column = firstColumn; column < endColumn; column += columns)
            {
                GradientBlock<T> block = new(map, scratch, volume, z, windows, column..Math.Min(column + columns, endColumn));
                block.WriteRows<TRows, TStore>(map, phase, y, map.Rows(row, end - y));
            }

            row += end - y;
        }
    }
}
