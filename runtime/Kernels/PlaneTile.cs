using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Small planes side by side in the lanes of a vector, with their padding around them: a cell is a vector that holds the same element
/// of as many planes as it has lanes, so that a row is full vectors whatever its width. Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PlaneTile
{
    private readonly int height;
    private readonly int width;
    private readonly int top;
    private readonly int left;
    private readonly int copiedRows;
    private readonly int copiedColumns;
    private readonly int outputRows;
    private readonly int outputPlane;

    /// <summary>Plans the tiles of a map.</summary>
    public PlaneTile(in PoolConfig config, int height, int width, int outputHeight, int outputWidth)
    {
        this.height = height;
        this.width = width;
        top = config.Height.PaddingBefore;
        left = config.Width.PaddingBefore;
        Rows = ((outputHeight - 1) * config.Height.Stride) + config.Height.EffectiveWindow;
        Pitch = StackedRows.SharedPitch(config.Width, width, outputWidth);
        copiedRows = Math.Min(height, Rows - top);
        copiedColumns = Math.Min(width, ((outputWidth - 1) * config.Width.Stride) + config.Width.EffectiveWindow - left);
        outputRows = outputHeight;
        outputPlane = outputHeight * outputWidth;
    }

    private PlaneTile(int height, int width, int outputHeight, int outputWidth)
    {
        this.height = copiedRows = Rows = height;
        this.width = copiedColumns = Pitch = width;
        outputRows = outputHeight;
        outputPlane = outputHeight * outputWidth;
    }

    /// <summary>Tiles of planes as they are, for kernels that need no padding.</summary>
    public static PlaneTile Unpadded(int height, int width, int outputHeight, int outputWidth) => new(height, width, outputHeight, outputWidth);

    /// <summary>The rows of a tile, padding included.</summary>
    public int Rows { get; }

    /// <summary>The cells from one row to the next, which share the padding between them.</summary>
    public int Pitch { get; }

    /// <summary>Planes of a tile: the lanes of the widest vector.</summary>
    public static int Lanes<T>() =>
        Vector256.IsHardwareAccelerated ? Vector256<T>.Count : Vector128.IsHardwareAccelerated ? Vector128<T>.Count : 1;

    /// <summary>The elements of a tile's cells.</summary>
    public int Cells<T>() => ((Rows * Pitch) + left) * Lanes<T>();

    /// <summary>The elements of a tile's results.</summary>
    public int Results<T>() => outputPlane * Lanes<T>();

    /// <summary>Whether so many output rows are worth it: their planes are small, and enough to fill the lanes.</summary>
    public bool Suits<T>(int rows, int mostColumns)
    {
        int quarter = Taps<T>();
        return Lanes<T>() > 1 && (Unsafe.SizeOf<T>() >= sizeof(int) || Vector256.IsHardwareAccelerated) && copiedColumns >= quarter && outputPlane >= quarter && outputPlane <= outputRows * mostColumns && rows >= outputRows * (Lanes<T>() / 2)
            && (long)Rows * Pitch * Lanes<T>() * Unsafe.SizeOf<T>() <= TiledPlanes.MostBytes && (long)outputPlane * Lanes<T>() * Unsafe.SizeOf<T>() <= TiledPlanes.MostBytes;
    }

    /// <summary>Fills the cells of a tile with planes and their padding; where planes are missing, the last one stands in.</summary>
    /// <param name="input">The map.</param>
    /// <param name="plane">The first plane.</param>
    /// <param name="planes">How many there are.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="padding">What padding is.</param>
    /// <param name="stands">Whether the padding still stands around the planes that were there before.</param>
    public void Fill<T>(ReadOnlySpan<T> input, int plane, int planes, Span<T> cells, T padding, bool stands)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), planeLength = height * width, start = ((top * Pitch) + left) * lanes;
        input = input.Slice(plane * planeLength, planes * planeLength);
        cells = cells[..Cells<T>()];
        if (!stands)
            Pad(cells, start, padding);

        // Rows with nothing between them are one.
        (int rows, int columns) = Pitch == copiedColumns && copiedColumns == width ? (1, copiedRows * width) : (copiedRows, copiedColumns);
        if (planes == lanes && lanes > 1)
        {
            TilePlaces source = new((nuint)width, (nuint)planeLength), target = new((nuint)(Pitch * lanes), (nuint)lanes);
            Transpose(ref MemoryMarshal.GetReference(input), source, ref MemoryMarshal.GetReference(cells[start..]), target, rows, (nuint)columns);
            return;
        }

        for (int row = 0; row < rows; row++)
            CopyPlanes(input[(row * width)..], planeLength, planes, cells.Slice(start + (row * Pitch * lanes), columns * lanes));
    }

    /// <summary>Fills what is around the planes: what runs over the end of a row there is written next.</summary>
    private void Pad<T>(Span<T> cells, int start, T padding)
        where T : unmanaged
    {
        int lanes = Lanes<T>(), pitch = Pitch * lanes, filled = copiedColumns * lanes;
        cells[..start].Fill(padding);
        if (pitch > filled)
        {
            for (int row = 0; row < copiedRows; row++, start += pitch)
                ShortRow.FillOver(ref cells[start + filled], (nuint)(pitch - filled), padding);
        }
        else
        {
            start += copiedRows * pitch;
        }

        cells[start..].Fill(padding);
    }

    /// <summary>Writes the results of a tile to those output rows that lie between <paramref name="firstRow"/> and <paramref name="endRow"/>.</summary>
    public void Store<T>(ReadOnlySpan<T> results, Span<T> output, int plane, int planes, int firstRow, int endRow)
        where T : unmanaged
    {
        int lanes = Lanes<T>();
        bool all = plane * outputRows >= firstRow && (plane + planes) * outputRows <= endRow;
        if (all && planes == lanes && lanes > 1)
        {
            Span<T> target = output.Slice(plane * outputPlane, planes * outputPlane);
            TransposeBack(ref MemoryMarshal.GetReference(results[..(outputPlane * lanes)]), ref MemoryMarshal.GetReference(target), (nuint)outputPlane);
            return;
        }

        int columns = outputPlane / outputRows;
        for (int lane = 0; lane < planes; lane++)
        {
            int planeRow = (plane + lane) * outputRows;
            int from = Math.Max(firstRow, planeRow), end = Math.Min(endRow, planeRow + outputRows);
            for (int index = from * columns; index < end * columns; index++)
                output[index] = results[((index - (planeRow * columns)) * lanes) + lane];
        }
    }

    /// <summary>Neighbouring elements of a plane that become cells at a time.</summary>
    private static int Taps<T>() => Unsafe.SizeOf<T>() < sizeof(int) ? PlaneLanes.NarrowTaps : 16 / Unsafe.SizeOf<T>();

    private static void CopyPlanes<T>(ReadOnlySpan<T> from, int planeLength, int planes, Span<T> to)
        where T : unmanaged
    {
        int lanes = Lanes<T>();
        for (int index = 0; index < to.Length; index++)
        {
            to[index] = from[(Math.Min(index % lanes, planes - 1) * planeLength) + (index / lanes)];
        }
    }

    /// <summary>Rows of each plane become cells; the last vector of a row overlaps the one before it.</summary>
    private static void Transpose<T>(ref T from, TilePlaces source, ref T to, TilePlaces target, int rows, nuint columns)
        where T : unmanaged
    {
        nuint taps = (nuint)Taps<T>(), overlap = ((columns - 1) % taps) + 1;
        for (int row = 0; row < rows; row++)
        {
            for (nuint x = 0, after = overlap; x < columns; x = after, after += taps)
                Gather(ref Unsafe.Add(ref from, x), source.Spacing, ref Unsafe.Add(ref to, x * target.Spacing));
            from = ref Unsafe.Add(ref from, source.Pitch);
            to = ref Unsafe.Add(ref to, target.Pitch);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather<T>(ref T from, nuint plane, ref T cells)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(byte))
            PlaneLanes.Gather(ref Unsafe.As<T, byte>(ref from), plane, ref Unsafe.As<T, byte>(ref cells));
        else if (Unsafe.SizeOf<T>() == sizeof(short))
            PlaneLanes.Gather(ref Unsafe.As<T, short>(ref from), plane, ref Unsafe.As<T, short>(ref cells));
        else if (Unsafe.SizeOf<T>() == sizeof(float))
            PlaneLanes.Gather(ref Unsafe.As<T, float>(ref from), plane, ref Unsafe.As<T, float>(ref cells));
        else
            PlaneLanes.Gather(ref Unsafe.As<T, double>(ref from), plane, ref Unsafe.As<T, double>(ref cells));
    }

    /// <summary>Cells become a stretch of each plane.</summary>
    private static void TransposeBack<T>(ref T from, ref T to, nuint plane)
        where T : unmanaged
    {
        nuint taps = (nuint)Taps<T>(), lanes = (nuint)Lanes<T>();
        nuint overlap = ((plane - 1) % taps) + 1;
        for (nuint x = 0, after = overlap; x < plane; x = after, after += taps)
        {
            ref T cells = ref Unsafe.Add(ref from, x * lanes);
            ref T target = ref Unsafe.Add(ref to, x);
            if (Unsafe.SizeOf<T>() == sizeof(byte))
                PlaneLanes.Scatter(ref Unsafe.As<T, byte>(ref cells), ref Unsafe.As<T, byte>(ref target), plane);
            else if (Unsafe.SizeOf<T>() == sizeof(short))
                PlaneLanes.Scatter(ref Unsafe.As<T, short>(ref cells), ref Unsafe.As<T, short>(ref target), plane);
            else if (Unsafe.SizeOf<T>() == sizeof(float))
                PlaneLanes.Scatter(ref Unsafe.As<T, float>(ref cells), ref Unsafe.As<T, float>(ref target), plane);
            else
                PlaneLanes.Scatter(ref Unsafe.As<T, double>(ref cells), ref Unsafe.As<T, double>(ref target), plane);
        }
    }
}
