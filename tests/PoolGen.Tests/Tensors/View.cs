using System.Numerics.Tensors;

namespace PoolGen.Tests.Tensors;

/// <summary>A tensor in a larger buffer: lengths, strides and where its first element lies.</summary>
internal sealed record View(nint[] Lengths, nint[] Strides, int Start, int BufferLength)
{
    /// <summary>The lengths of a shape in the order of a layout; one, two or three spatial axes.</summary>
    public static nint[] LengthsOf(PoolLayout layout, PoolShape shape, int rank)
    {
        nint[] spatial = [shape.Depth, shape.Height, shape.Width];
        nint[] last = spatial[(5 - rank)..];
        return layout == PoolLayout.ChannelsFirst ? [shape.Batch, shape.Channels, .. last] : [shape.Batch, .. last, shape.Channels];
    }

    /// <summary>A tensor without gaps.</summary>
    public static View Dense(nint[] lengths) => Of(lengths, new nint[lengths.Length], [.. lengths.Select(_ => (nint)1)]);

    /// <summary>A tensor with so many elements left free behind each axis, and with every so manieth index along an axis taken.</summary>
    public static View Of(nint[] lengths, nint[] gaps, nint[] steps, int start = 0, int[]? order = null)
    {
        nint[] strides = new nint[lengths.Length];
        nint extent = 1;
        foreach (int axis in order ?? [.. Enumerable.Range(0, lengths.Length).Reverse()])
        {
            // The library has no strides along axes of one element.
            strides[axis] = lengths[axis] > 1 ? extent * steps[axis] : 0;
            extent = ((extent * steps[axis]) * Math.Max(lengths[axis], 1)) + gaps[axis];
        }

        return new(lengths, strides, start, start + (int)extent + 3);
    }

    /// <summary>A tensor with gaps and steps along some axes, now and then with its axes in another order in memory.</summary>
    public static View Random(nint[] lengths, Random random)
    {
        int sparse = random.Next(4);
        nint[] gaps = [.. lengths.Select(_ => (nint)(random.Next(4) < sparse ? random.Next(4) : 0))];
        nint[] steps = [.. lengths.Select(_ => (nint)(random.Next(8) < sparse ? random.Next(1, 4) : 1))];
        int[] order = [.. Enumerable.Range(0, lengths.Length).Reverse()];
        if (random.Next(8) == 0)
            random.Shuffle(order);
        return Of(lengths, gaps, steps, random.Next(5), order);
    }

    public ReadOnlyTensorSpan<T> Read<T>(T[] buffer) => new(buffer, Start, Lengths, Strides);

    public TensorSpan<T> Write<T>(T[] buffer) => new(buffer, Start, Lengths, Strides);

    /// <summary>Where the elements lie in the buffer, in the order of the lengths.</summary>
    public IEnumerable<int> Places()
    {
        int count = (int)Lengths.Aggregate((nint)1, (product, length) => product * length);
        for (int index = 0; index < count; index++)
        {
            nint place = Start, rest = index;
            for (int axis = Lengths.Length - 1; axis >= 0; axis--)
            {
                place += rest % Lengths[axis] * Strides[axis];
                rest /= Lengths[axis];
            }

            yield return (int)place;
        }
    }

    /// <summary>A buffer with the elements in their places and another number everywhere else.</summary>
    public T[] Buffer<T>(ReadOnlySpan<T> elements, T elsewhere)
    {
        T[] buffer = new T[BufferLength];
        Array.Fill(buffer, elsewhere);
        int next = 0;
        foreach (int place in Places())
            buffer[place] = elements[next++];
        return buffer;
    }

    public override string ToString() => $"[{string.Join(", ", Lengths)}] strides [{string.Join(", ", Strides)}] from {Start}";
}
