using System;
using System.ComponentModel;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>Computes some output rows of arguments that were checked before; generated kernels have a method of this kind.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void StreamedMap<T>(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow, FetchStreams ahead);

/// <summary>
/// Pools maps that no cache holds as several streams at once: a few rows of the first quarter of the map, of the second and so on, then the next
/// of the first. Memory answers four streams faster than one, because each waits for pages of its own. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StreamedRows
{
    /// <summary>Streams at once; eight were slower again.</summary>
    internal const int Streams = 4;

    /// <summary>Bytes of input that are pooled before the next stream's turn: all streams' next turns stay in the first-level cache.</summary>
    private const int TurnBytes = 4 * 1024;

    /// <summary>The same for volumes, and for windows that follow from the size of the input: a call costs more, and the second-level cache holds the next turns.</summary>
    private const int LongTurnBytes = 32 * 1024;

    /// <summary>Bytes of input for an output row above which its streams would push one another out of the cache.</summary>
    private const int MostRowBytes = 8 * 1024;

    /// <summary>Computes the rows from <paramref name="firstRow"/> to <paramref name="endRow"/>.</summary>
    public static unsafe void Run<T>(
        ReadOnlySpan<T> input, Span<T> output, in PoolConfig config, in PoolShape shape, int firstRow, int endRow, StreamedMap<T> rows)
        where T : unmanaged
    {
        if (firstRow >= endRow)
            return;
        PoolShape pooled = PoolGeometry.OutputShape(config, shape);
        int all = pooled.Rows(config.Layout);
        bool bypasses = BypassingStore.Pays(output[..pooled.Length]) && (long)pooled.Length / all * sizeof(T) % Vector256<byte>.Count == 0;
        fixed (T* source = input, pinned = output)
        {
            Span<T> target = new(pinned, output.Length);

            // The rows of an output plane take the same slices of a volume: only together are they the next stretch of the input.
            int unit = config.PoolsDepth ? pooled.Height : 1;
            nint unitBytes = (nint)((long)shape.Length * sizeof(T) * unit / all);
            (int turnBytes, int mostBytes) = config.IsAdaptive || config.PoolsDepth ? (LongTurnBytes, LongTurnBytes) : (TurnBytes, MostRowBytes);
            int length = unitBytes <= mostBytes && firstRow % unit == 0 ? (endRow - firstRow) / unit / Streams : 0, most = (int)Math.Max(1, turnBytes / unitBytes);
            byte* first = (byte*)source + (firstRow / unit * unitBytes);
            nint distance = length * unitBytes;
            for (int done = 0; done < length; done += most)
            {
                int count = Math.Min(most, length - done);
                byte* start = first + (done * unitBytes), next = start + (count * unitBytes);
                for (int stream = 0; stream < Streams; stream++)
                {
                    int at = firstRow + (((stream * length) + done) * unit);
                    nint asked = stream * count * unitBytes / Streams;
                    rows(input, target, shape, at, at + (count * unit), new(start + (stream * distance), next + asked, distance, FetchStreams.Line, bypasses));
                }
            }

            // What is left, or everything, as one stream.
            FetchStreams one = new(first, first + FetchAhead.Distance, FetchStreams.Line, Streams * FetchStreams.Line, bypasses);
            rows(input, target, shape, firstRow + (Streams * length * unit), endRow, one);
        }

        // Other threads may read the output as soon as the call returns.
        Sse.StoreFence();
    }
}
