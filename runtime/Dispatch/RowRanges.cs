using System;

namespace PoolGen;

/// <summary>How the output rows of a call are split: ranges of about the same length, each a whole number of units.</summary>
/// <param name="Rows">All output rows of the batch.</param>
/// <param name="Unit">Rows that stay together: one, or those of a plane.</param>
/// <param name="Count">Number of ranges.</param>
internal readonly record struct RowRanges(int Rows, int Unit, int Count)
{
    /// <summary>
    /// Bytes read and written that are worth a thread: at the 10 GB/s or so of one core they take some 25 microseconds, several times
    /// what it costs to wake a thread.
    /// </summary>
    public const int LeastBytes = 256 * 1024;

    /// <summary>With so many planes per range, whole planes are split as evenly as rows.</summary>
    private const int EnoughPlanes = 8;

    public static RowRanges Of(PoolLayout layout, in PoolShape input, in PoolShape output, int elementSize, int mostRanges)
    {
        int rows = output.Rows(layout);
        long bytes = ((long)input.Length + output.Length) * elementSize;
        int count = (int)Math.Min(Math.Min(mostRanges, rows), bytes / LeastBytes);
        if (count <= 1)
            return new(rows, 1, 1);

        int plane = output.Depth * output.Height;
        int planes = rows / plane;
        bool even = planes >= count * (long)EnoughPlanes || planes % count == 0;
        return new(rows, even ? plane : 1, count);
    }

    /// <summary>The ranges of parts that are computed as a whole, with so many bytes read and written by all.</summary>
    public static RowRanges Of(int parts, long bytes, int mostRanges) => new(parts, 1, (int)Math.Max(1, Math.Min(Math.Min(mostRanges, parts), bytes / LeastBytes)));

    /// <summary>Where a range starts; the end of the rows for <paramref name="index"/> = <see cref="Count"/>.</summary>
    public int Start(int index) => (int)((long)(Rows / Unit) * index / Count) * Unit;
}
