using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>
/// The windows over some columns of some rows: a cell for each, which holds what its elements take of its gradient, and those of the windows before
/// them that reach over the same elements.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly ref struct GradientBlock<T>
    where T : unmanaged, INumber<T>
{
    private readonly Span<T> cells;
    private readonly int slices, rows, pitch;
    private readonly int firstRow, firstColumn, endColumn;

    /// <summary>Fills a block.</summary>
    /// <param name="map">The gradients.</param>
    /// <param name="scratch">Takes the cells.</param>
    /// <param name="volume">The map of the batch.</param>
    /// <param name="z">The slice of the elements.</param>
    /// <param name="windows">The rows of windows that are the last over some row of elements.</param>
    /// <param name="columns">The columns of windows that are the last over some element.</param>
    public GradientBlock(in GradientMap<T> map, Span<T> scratch, int volume, int z, Range windows, Range columns)
    {
        slices = map.Depth.Before(map.Depth.PhaseOf(z)) + 1;
        (firstRow, firstColumn, endColumn) = (windows.Start.Value, columns.Start.Value, columns.End.Value);
        rows = windows.End.Value - firstRow + map.Height.MostBefore;
        pitch = endColumn - firstColumn + map.Width.MostBefore;
        cells = scratch[..(slices * rows * pitch)];
        int firstSlice = map.Depth.LastOf(z) - slices + 1, at = 0;
        for (int slice = 0; slice < slices; slice++)
        {
            for (int row = 0; row < rows; row++)
            {
                map.Shares(volume, firstSlice + slice, firstRow - map.Height.MostBefore + row, firstColumn - map.Width.MostBefore, cells.Slice(at, pitch));
                at += pitch;
            }
        }
    }

    /// <summary>Writes the elements of some rows that the columns of the block are the last windows over.</summary>
    /// <param name="map">The gradients.</param>
    /// <param name="slicePhase">The phase of the slice.</param>
    /// <param name="y">The first row, in its slice.</param>
    /// <param name="target">All elements of the rows.</param>
    public void WriteRows<TRows, TStore>(in GradientMap<T> map, int slicePhase, int y, Span<T> target)
        where TRows : struct, IGradientRows<T>
        where TStore : struct, IStore
    {
        // Windows whose stride lies inside the row, all of it, and the elements beside them.
        int from = map.Width.Start(firstColumn), end = map.Width.Start(endColumn);
        int firstWhole = Math.Max(firstColumn, map.Width.FirstStart), endWhole = Math.Max(firstWhole, Math.Min(endColumn, map.Width.LastOf(map.Width.Size)));
        int first = Math.Min(end, map.Width.Start(firstWhole)), behind = firstWhole < endWhole ? map.Width.Start(endWhole) : first;
        int phase = map.Height.PhaseOf(y), last = map.Height.LastOf(y), covered = map.Height.Window;
        int cell = Cell(map, slices - 1, last, firstWhole);
        for (; target.Length > 0; target = target[map.Width.Size..])
        {
            if (phase >= covered)
            {
                target[from..end].Clear();
            }
            else
            {
                if (firstWhole < endWhole)
                {
                    TRows.Write<TStore>(
                        (slicePhase * map.Height.Stride) + phase, ref Unsafe.Add(ref MemoryMarshal.GetReference(cells), cell), (nuint)(rows * pitch), (nuint)pitch,
                        ref target[first], (nuint)(endWhole - firstWhole));
                }

                if (from < first)
                    WriteSums(map, last, phase, from, target[from..first]);
                if (behind < end)
                    WriteSums(map, last, phase, behind, target[behind..end]);
            }

            if (++phase == map.Height.Stride)
            {
                phase = 0;
                last++;
                cell += pitch;
            }
        }
    }

    private int Cell(in GradientMap<T> map, int slice, int row, int column) =>
        (((slice * rows) + row - firstRow + map.Height.MostBefore) * pitch) + column - firstColumn + map.Width.MostBefore;

    /// <summary>Writes elements near an end of their row, from column <paramref name="x"/> on.</summary>
    private void WriteSums(in GradientMap<T> map, int lastRow, int phase, int x, Span<T> target)
    {
        int rowsBefore = map.Height.Before(phase);
        foreach (ref T element in target)
        {
            int column = map.Width.LastOf(x), before = map.Width.Before(map.Width.PhaseOf(x));
            element = T.Zero;
            for (int slice = 0; slice < slices; slice++)
            {
                for (int row = lastRow - rowsBefore; row <= lastRow; row++)
                {
                    foreach (T share in cells.Slice(Cell(map, slice, row, column - before), before + 1))
                        element += share;
                }
            }

            x++;
        }
    }
}
