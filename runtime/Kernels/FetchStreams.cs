using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen;

/// <summary>
/// Asks for the next rows of all streams of <see cref="StreamedRows"/> while those of one are pooled, a line of each in turn, and stores
/// large outputs past the caches, which would read every line of them before it is written.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct FetchStreams : IAhead
{
    /// <summary>Bytes of a line.</summary>
    internal const int Line = 1 << LineShift;

    private const int LineShift = 6;

    private readonly byte* start;
    private readonly byte* next;
    private readonly nint distance;
    private readonly nint step;

    // Rows that are not whole vectors would be stored half past the caches and half through them, which takes longer than either.
    private readonly bool bypasses;

    /// <summary>The rows that are pooled, and what to ask for meanwhile.</summary>
    /// <param name="start">Where the input of the rows starts.</param>
    /// <param name="next">What to ask for first.</param>
    /// <param name="distance">Bytes from a line that is asked for to the next, which is one of the next stream.</param>
    /// <param name="step">Bytes from what is asked for in one round of the streams to the next round.</param>
    /// <param name="bypasses">Whether outputs are stored past the caches.</param>
    internal FetchStreams(byte* start, byte* next, nint distance, nint step, bool bypasses)
    {
        this.start = start;
        this.next = next;
        this.distance = distance;
        this.step = step;
        this.bypasses = bypasses;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fetch<T>(ref T row, nuint index, int elements)
        where T : unmanaged
    {
        nuint line = (nuint)((byte*)Unsafe.AsPointer(ref Unsafe.Add(ref row, index)) - start) >> LineShift;
        Fetch(line);
        if (elements * sizeof(T) > 1 << LineShift)
            Fetch(line + 1);
        if (elements * sizeof(T) > 2 << LineShift)
            Fetch(line + 2);
        if (elements * sizeof(T) > 3 << LineShift)
            Fetch(line + 3);
    }

    /// <inheritdoc/>
    public nuint FirstAsked(nuint elements) => 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(Vector256<T> outputs, ref T target, nuint index)
        where T : unmanaged
    {
        // The output is pinned, so what is a multiple of 32 bytes stays one.
        T* at = (T*)Unsafe.AsPointer(ref Unsafe.Add(ref target, index));
        if (bypasses && ((nuint)at % (nuint)Vector256<byte>.Count) == 0)
            Vector256.StoreAlignedNonTemporal(outputs, at);
        else
            Vector256.Store(outputs, at);
    }

    /// <summary>For every line that is pooled, one that will be: of the streams in turn. Asking for memory outside the input does nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fetch(nuint line) => Sse.Prefetch0(next + ((nint)(line % StreamedRows.Streams) * distance) + ((nint)(line / StreamedRows.Streams) * step));
}
