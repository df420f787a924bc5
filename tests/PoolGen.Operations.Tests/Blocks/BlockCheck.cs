using System.Numerics;
using PoolGen.Tests;
using PoolGen.Tests.GuardPages;
using PoolGen.Tests.Support;

namespace PoolGen.Operations.Tests.Blocks;

/// <summary>One kernel of several poolings, or the dispatcher, on one shape and one kind of data against the oracle; what went wrong, or null.</summary>
/// <param name="Kernel">The kernel, which also says what is computed.</param>
/// <param name="Dispatcher">Where there is one it runs instead of the kernel.</param>
internal sealed record BlockCheck(PoolKernel Kernel, PoolShape Shape, Data Data, int Seed, PoolDispatcher? Dispatcher = null) : IElementVisitor<string?>
{
    private string Name => $"{Kernel.ElementType.Name} {(Dispatcher is null ? Kernel : "dispatched " + Kernel)} {Shape} {Data}";

    public string? Visit<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        T[] input = Inputs.Make<T>(Data, Seed, Shape.Length);
        return Kernel is PoolPyramidKernel<T> pyramid ? Pyramid(pyramid, input) : Both((PoolMaxAverageKernel<T>)Kernel, input);
    }

    /// <summary>The windows one by one, each in its place along the channels.</summary>
    public static T[] Concatenated<T>(PoolPyramid pyramid, PoolShape shape, T[] input)
        where T : INumber<T>
    {
        List<T[]> parts = [.. pyramid.Windows.Select(window =>
            Oracle.Pool<T>(PoolConfig.Create(PoolMode.Max, Axis(window), Axis(window), new PoolOptions { Layout = pyramid.Layout }), shape, input))];
        if (pyramid.IncludeInput)
            parts.Insert(0, input);
        bool last = pyramid.Layout == PoolLayout.ChannelsLast;
        int piece = last ? shape.Channels : shape.Channels * shape.Depth * shape.Height * shape.Width;
        return [.. from start in Enumerable.Range(0, shape.Length / piece) from part in parts from element in part.Skip(start * piece).Take(piece) select element];
    }

    private string? Pyramid<T>(PoolPyramidKernel<T> kernel, T[] input)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        T[] expected = Concatenated(kernel.Pyramid, Shape, input);
        if (Dispatcher is not null)
        {
            T[] dispatched = new T[expected.Length];
            Dispatcher.RunPyramid(kernel.Pyramid, Shape, input, dispatched.AsSpan());
            return Wrong("output", expected, dispatched, 0, expected.Length, anyZero: true);
        }

        using GuardedMemory read = new(Bytes<T>(input.Length)), written = new(Bytes<T>(expected.Length));
        foreach (bool atEnd in (bool[])[true, false])
        {
            Span<T> output = Fenced(read, written, input, expected.Length, atEnd, out Span<T> guarded);
            kernel.Run(guarded, output, Shape);
            if (Wrong("output", expected, output, 0, expected.Length, anyZero: true) is string wrong)
                return wrong;
        }

        // Some parts alone, as threads ask for them.
        bool last = kernel.Pyramid.Layout == PoolLayout.ChannelsLast;
        int parts = last ? Shape.Batch : Shape.Batch * Shape.Channels;
        if (parts < 2)
            return null;
        Random random = new(Seed);
        int first = random.Next(parts), end = random.Next(first, parts + 1), plane = Shape.Depth * Shape.Height * Shape.Width;
        T[] some = new T[expected.Length];
        Array.Fill(some, T.CreateTruncating(77));
        kernel.RunParts(input, some, Shape, first, end);
        for (int i = 0; i < some.Length; i++)
        {
            int channel = (i / plane) % (Shape.Channels * kernel.Pyramid.Parts) % Shape.Channels, sample = i / (plane * Shape.Channels * kernel.Pyramid.Parts);
            int part = last ? sample : (sample * Shape.Channels) + channel;
            T wanted = part >= first && part < end ? expected[i] : T.CreateTruncating(77);
            if (Same.FirstDifference<T>([wanted], [some[i]], anyZero: true) >= 0)
                return $"{Name}, parts {first} to {end}, at {i}: expected {Same.Text(wanted)}, got {Same.Text(some[i])}";
        }

        return null;
    }

    private static PoolAxis Axis(int window) => new(window, 1) { PaddingBefore = window / 2, PaddingAfter = window / 2 };

    private string? Both<T>(PoolMaxAverageKernel<T> kernel, T[] input)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        PoolConfig config = kernel.Config;
        T[] mean = Oracle.Pool<T>(config, Shape, input);
        PoolOptions options = new() { Layout = config.Layout, CeilMode = config.CeilMode };
        T[] largest = Oracle.Pool<T>(PoolConfig.Create(PoolMode.Max, config.Depth, config.Height, config.Width, options), Shape, input);
        T[] maximum = new T[mean.Length], average = new T[mean.Length];
        if (Dispatcher is not null)
        {
            Dispatcher.RunMaxAndAverage(config, Shape, input, maximum.AsSpan(), average.AsSpan());
            return Wrong("maximum", largest, maximum, 0, mean.Length, anyZero: true) ?? Wrong("average", mean, average, 0, mean.Length, anyZero: false);
        }

        using GuardedMemory read = new(Bytes<T>(input.Length)), first = new(Bytes<T>(mean.Length)), second = new(Bytes<T>(mean.Length));
        foreach (bool atEnd in (bool[])[true, false])
        {
            Span<T> target = Fenced(read, first, input, mean.Length, atEnd, out Span<T> guarded);
            Span<T> other = atEnd ? second.AtEnd<T>(mean.Length) : second.AtStart<T>(mean.Length);
            kernel.Run(guarded, target, other, Shape);
            string? wrong = Wrong("maximum", largest, target, 0, mean.Length, anyZero: true) ?? Wrong("average", mean, other, 0, mean.Length, anyZero: false);
            if (wrong is not null)
                return wrong;
        }

        int rows = Oracle.OutputShape(config, Shape).Rows(config.Layout);
        if (rows < 2)
            return null;
        Random random = new(Seed);
        int from = random.Next(rows), to = random.Next(from, rows + 1), length = mean.Length / rows;
        Array.Fill(maximum, T.CreateTruncating(77));
        Array.Fill(average, T.CreateTruncating(77));
        kernel.RunRows(input, maximum, average, Shape, from, to);
        return Wrong("maximum", largest, maximum, from * length, to * length, anyZero: true) ?? Wrong("average", mean, average, from * length, to * length, anyZero: false);
    }

    private string? Wrong<T>(string what, T[] expected, ReadOnlySpan<T> actual, int from, int to, bool anyZero)
        where T : INumber<T>
    {
        for (int i = 0; i < expected.Length; i++)
        {
            T wanted = i >= from && i < to ? expected[i] : T.CreateTruncating(77);
            if (Same.FirstDifference<T>([wanted], [actual[i]], anyZero) >= 0)
                return $"{Name}, {what} at {i} of {from} to {to}: expected {Same.Text(wanted)}, got {Same.Text(actual[i])}";
        }

        return null;
    }

    private static unsafe int Bytes<T>(int length)
        where T : unmanaged => Math.Max(1, length * sizeof(T));

    private static Span<T> Fenced<T>(GuardedMemory read, GuardedMemory written, T[] input, int outputs, bool atEnd, out Span<T> guarded)
        where T : unmanaged
    {
        guarded = atEnd ? read.AtEnd<T>(input.Length) : read.AtStart<T>(input.Length);
        input.CopyTo(guarded);
        return atEnd ? written.AtEnd<T>(outputs) : written.AtStart<T>(outputs);
    }
}
