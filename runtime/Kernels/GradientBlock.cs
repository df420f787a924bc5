using System;
using System.Numerics;
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
        int firstSlice = map.Depth.LastOf(z) - slices + 1;
        for (int index = 0; index < slices * rows; index++)
        {
            (int slice, int row) = Math.DivRem(index, rows);
            map.Shares(volume, firstSlice + slice, firstRow - map.Height.MostBefore + row, firstColumn - map.Width.MostBefore, cells.Slice(index * pitch, pitch));
        }
    }

    /// <summary>Writes the elements of row <paramref name="y"/> that the columns of the block are the last windows over.</summary>
    public void WriteRow<TRows, TStore>(in GradientMap<T> map, int phaseZ, int y, Span<T> row)
        where TRows : struct, IGradientRows<T>
        where TStore : struct, IGradientStore
    {
        GradientAxis width = map.Width;
        int phase = map.Height.PhaseOf(y), before = map.Height.Before(phase);
        int from = width.Start(firstColumn), end = width.Start(endColumn);
        if (before < 0)
        {
            row[from..end].Clear();
            return;
        }

        // Windows whose stride lies inside the row, all of it.
        int last = map.Height.LastOf(y);
        int firstWhole = Math.Max(firstColumn, width.FirstInside), endWhole = Math.Min(endColumn, width.LastOf(width.Size));
        if (firstWhole < endWhole)
        {
            ref T cell = ref cells[Cell(map, slices - 1, last, firstWhole)];
            int first = width.Start(firstWhole);
            TRows.Write<TStore>((phaseZ * map.Height.Stride) + phase, ref cell, (nuint)(rows * pitch), (nuint)pitch, ref row[first], (nuint)(endWhole - firstWhole));
            for (int x = from; x < first; x++)
                row[x] = Sum(map, last, before, x);
            from = width.Start(endWhole);
        }

        for (int x = from; x < end; x++)
            row[x] = Sum(map, last, before, x);
    }

    private int Cell(in GradientMap<T> map, int slice, int row, int column) =>
        (((slice * rows) + row - firstRow + map.Height.MostBefore) * pitch) + column - firstColumn + map.Width.MostBefore;

    /// <summary>What an element near an end of its row adds up.</summary>
    private T Sum(in GradientMap<T> map, int lastRow, int rowsBefore, int x)
    {
        int column = map.Width.LastOf(x), before = map.Width.Before(map.Width.PhaseOf(x));
        T sum = T.Zero;
        for (int slice = 0; slice < slices; slice++)
        {
            for (int row = lastRow - rowsBefore; row <= lastRow; row++)
            {
                foreach (T share in cells.Slice(Cell(map, slice, row, column - before), before + 1))
                    sum += share;
            }
        }

        return sum;
    }
}
