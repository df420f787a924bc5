using System;
using System.Numerics;

namespace PoolGen;

/// <summary>The loops of fractional max pooling: every channel has windows of its own.</summary>
internal static class FractionalRows
{
    public static void Run<T>(
        FractionalMaxPool pool, in PoolShape shape, ReadOnlySpan<T> input, ReadOnlySpan<T> samples, Span<T> output, Span<long> indices)
        where T : struct, IFloatingPoint<T>
    {
        PoolShape pooled = pool.OutputShape(shape);
        Check(pool, shape, pooled, input, samples, output);
        for (int channel = 0; channel < shape.Batch * shape.Channels; channel++)
            Channel(pool, shape, pooled, input, samples.Slice(channel * pool.Axes, pool.Axes), output, indices, channel);
    }

    private static void Check<T>(
        FractionalMaxPool pool, in PoolShape shape, in PoolShape pooled, ReadOnlySpan<T> input, ReadOnlySpan<T> samples, Span<T> output)
        where T : struct, IFloatingPoint<T>
    {
        int needed = pool.SampleCount(shape);
        TooShort("input", input.Length, shape.Length);
        TooShort("samples", samples.Length, needed);
        TooShort("output", output.Length, pooled.Length);
        ReadOnlySpan<T> written = output[..pooled.Length];
        if (written.Overlaps(input[..shape.Length]) || written.Overlaps(samples[..needed]))
            throw new ArgumentException("The output overlaps the input or the samples; they must not share memory", nameof(output));
        for (int index = 0; index < needed; index++)
        {
            if (!(samples[index] >= T.Zero && samples[index] < T.One))
                throw new ArgumentException($"The sample at {FractionalMaxPool.Text(index)} is {samples[index]}; it must be from 0 to below 1", nameof(samples));
        }
    }

    private static void TooShort(string argument, int found, int needed)
    {
        if (found < needed)
            throw new ArgumentException($"The {argument} has {FractionalMaxPool.Text(found)} elements; the shape needs {FractionalMaxPool.Text(needed)}", argument);
    }

    private static void Channel<T>(
        FractionalMaxPool pool, in PoolShape shape, in PoolShape pooled, ReadOnlySpan<T> input, ReadOnlySpan<T> samples, Span<T> output, Span<long> indices, int channel)
        where T : struct, IFloatingPoint<T>
    {
        // PyTorch's order is width, height for planes, and depth, height, width for volumes.
        bool volume = pool.Depth is not null;
        T acrossSample = samples[volume ? 2 : 0];
        (int first, int step) = Place(pool.Layout, shape, channel);
        (int target, int targetStep) = Place(pool.Layout, pooled, channel);
        for (int z = 0; z < pooled.Depth; z++)
        {
            (int front, int slices) = volume ? (Start(pool.Depth!.Value, shape.Depth, samples[0], z), pool.Depth.Value.Window) : (z, 1);
            for (int y = 0; y < pooled.Height; y++)
            {
                int top = Start(pool.Height, shape.Height, samples[1], y);
                for (int x = 0; x < pooled.Width; x++)
                {
                    int left = Start(pool.Width, shape.Width, acrossSample, x);
                    int largest = Largest(pool, shape, input[first..], step, front, slices, top, left);
                    output[target] = input[first + (largest * step)];
                    if (!indices.IsEmpty)
                        indices[target] = volume ? largest : largest - (front * shape.Height * shape.Width);
                    target += targetStep;
                }
            }
        }
    }

    /// <summary>The first element of a channel, and how far apart its elements are.</summary>
    private static (int First, int Step) Place(PoolLayout layout, in PoolShape shape, int channel)
    {
        int volume = shape.Depth * shape.Height * shape.Width;
        return layout == PoolLayout.ChannelsFirst
            ? (channel * volume, 1)
            : ((channel / shape.Channels * volume * shape.Channels) + (channel % shape.Channels), shape.Channels);
    }

    private static int Start<T>(FractionalAxis axis, int size, T sample, int index)
        where T : struct, IFloatingPoint<T>
    {
        int last = size - axis.Window;
        if (index == axis.Outputs - 1)
            return last;
        T alpha = T.CreateSaturating(last) / T.CreateSaturating(axis.Outputs - 1);
        int start = Whole((T.CreateSaturating(index) + sample) * alpha) - Whole(sample * alpha);

        // Elements of few bits round the position beyond the axis where it is long.
        return Math.Clamp(start, 0, last);
    }

    private static int Whole<T>(T position)
        where T : struct, IFloatingPoint<T> => int.CreateSaturating(T.Truncate(position));

    /// <summary>The element that the window keeps, counted over the channel.</summary>
    private static int Largest<T>(FractionalMaxPool pool, in PoolShape shape, ReadOnlySpan<T> channel, int step, int front, int slices, int top, int left)
        where T : struct, IFloatingPoint<T>
    {
        int largest = (((front * shape.Height) + top) * shape.Width) + left;
        T kept = channel[largest * step];
        for (int slice = front; slice < front + slices; slice++)
        {
            for (int row = top; row < top + pool.Height.Window; row++)
            {
                int at = (((slice * shape.Height) + row) * shape.Width) + left;
                for (int end = at + pool.Width.Window; at < end; at++)
                {
                    T tap = channel[at * step];
                    if (tap > kept || T.IsNaN(tap))
                        (kept, largest) = (tap, at);
                }
            }
        }

        return largest;
    }
}
