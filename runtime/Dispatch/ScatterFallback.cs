using System;
using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>The generic loops that write where indices say: any configuration, any number type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScatterFallback
{
    /// <summary>
    /// Fills some parts of the output with zeros and puts every value where its index says, one after the other in memory: of several with the same index
    /// the last one stays. Arguments and indices were checked before.
    /// </summary>
    public static void Unpool<T, TIndex>(
        in PoolConfig config, PoolIndexing indexing, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape,
        int firstPart, int endPart)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex> =>
        Parts<T, TIndex, ReplacingScatter>(config, indexing, values, indices, target, shape, firstPart, endPart);

    /// <summary>
    /// Fills some parts of the input's gradient with zeros and adds every gradient where its index says, one after the other in memory and in the
    /// element type, as PyTorch does. Arguments and indices were checked before.
    /// </summary>
    public static void Backward<T, TIndex>(
        in PoolConfig config, PoolIndexing indexing, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape,
        int firstPart, int endPart)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex> =>
        Parts<T, TIndex, AddingScatter>(config, indexing, values, indices, target, shape, firstPart, endPart);

    internal static void Parts<T, TIndex, TScatter>(
        in PoolConfig config, PoolIndexing indexing, ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target, in PoolShape shape,
        int firstPart, int endPart)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex>
        where TScatter : struct, IScatter
    {
        int parts = PoolScatter.Parts(config.Layout, indexing, shape);
        if (parts == 0 || firstPart >= endPart)
            return;

        IndexPlaces places = new(config.Layout, indexing, shape);
        int from = PoolGeometry.OutputShape(config, shape).Length / parts, to = shape.Length / parts;
        target[(firstPart * to)..(endPart * to)].Clear();
        bool together = config.Layout == PoolLayout.ChannelsLast && indexing == PoolIndexing.Plane;
        int channels = together ? shape.Channels : 1;
        for (int part = firstPart; part < endPart; part++)
        {
            if (places.AreInOrder)
            {
                InOrder<T, TIndex, TScatter>(values.Slice(part * from, from), indices.Slice(part * from, from), target.Slice(part * to, to));
                continue;
            }

            for (int value = part * from; value < (part + 1) * from; value += channels)
            {
                for (int channel = 0; channel < channels; channel++)
                {
                    int index = int.CreateTruncating(indices[value + channel]);
                    TScatter.Put(values[value + channel], ref target[places.Of(index, part, channel)]);
                }
            }
        }
    }

    /// <summary>Indices that are the places of elements in their part.</summary>
    private static void InOrder<T, TIndex, TScatter>(ReadOnlySpan<T> values, ReadOnlySpan<TIndex> indices, Span<T> target)
        where T : INumber<T>
        where TIndex : struct, IBinaryInteger<TIndex>
        where TScatter : struct, IScatter
    {
        for (int value = 0; value < values.Length && value < indices.Length; value++)
            TScatter.Put(values[value], ref target[int.CreateTruncating(indices[value])]);
    }
}

/// <summary>What happens to the element that an index names.</summary>
internal interface IScatter
{
    /// <summary>Takes a value in.</summary>
    static abstract void Put<T>(T value, ref T target)
        where T : INumber<T>;
}

/// <summary>The value takes its place.</summary>
internal readonly struct ReplacingScatter : IScatter
{
    public static void Put<T>(T value, ref T target)
        where T : INumber<T> => target = value;
}

/// <summary>The value is added.</summary>
internal readonly struct AddingScatter : IScatter
{
    public static void Put<T>(T value, ref T target)
        where T : INumber<T> => target += value;
}
