using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>What every call needs that writes where indices say; generated code calls it, nobody else needs to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PoolScatter
{
    /// <summary>
    /// The parts of a target that no index of another part points into: planes where indices count inside them and they lie in one piece, else samples,
    /// and one part where indices count through the batch.
    /// </summary>
    public static int Parts(PoolLayout layout, PoolIndexing indexing, in PoolShape shape) => indexing switch
    {
        PoolIndexing.Plane when layout == PoolLayout.ChannelsFirst => shape.Batch * shape.Channels,
        PoolIndexing.Plane or PoolIndexing.ChannelsLast => shape.Batch,
        _ => Math.Min(shape.Batch, 1),
    };

    /// <summary>Refuses an index outside the range from 0 to <paramref name="end"/> (exclusive).</summary>
    /// <exception cref="ArgumentException">The first such index, where it stands, and the range.</exception>
    public static void CheckRange<TIndex>(ReadOnlySpan<TIndex> indices, int end)
        where TIndex : struct, IBinaryInteger<TIndex>
    {
        TIndex limit = TIndex.CreateTruncating(end);
        int done = 0;
        if (Vector.IsHardwareAccelerated && indices.Length >= Vector<TIndex>.Count)
        {
            // A negative one leaves its sign in the union of all bits.
            ref TIndex source = ref MemoryMarshal.GetReference(indices);
            Vector<TIndex> last = Vector.Create(limit - TIndex.One), beyond = Vector<TIndex>.Zero, bits = Vector<TIndex>.Zero;
            for (; done <= indices.Length - Vector<TIndex>.Count; done += Vector<TIndex>.Count)
            {
                Vector<TIndex> found = Vector.LoadUnsafe(ref source, (nuint)done);
                beyond |= Vector.GreaterThan(found, last);
                bits |= found;
            }

            if (beyond != Vector<TIndex>.Zero || Vector.LessThanAny(bits, Vector<TIndex>.Zero))
                done = 0;
        }

        for (; done < indices.Length; done++)
        {
            if (TIndex.IsNegative(indices[done]) || indices[done] >= limit)
                Throw(indices[done].ToString(null, CultureInfo.InvariantCulture), done, end);
        }
    }

    [DoesNotReturn]
    private static void Throw(string index, int position, int end) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"The index {index} at position {position} is out of range; it must be from 0 to {end - 1}"), "indices");
}
