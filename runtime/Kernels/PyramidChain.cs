using System;
using System.Buffers;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>
/// Pools with the windows of a pyramid, each from the result of the one before it: some planes at a time, so that what a step reads is still in the
/// caches. Generated code calls this with a kernel for each step; without them the generic loops take the steps.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PyramidChain
{
    /// <summary>Bytes of channels of all pixels that all steps take before the next ones: the more together, the fewer copies, as long as two such parts fit into a second-level cache.</summary>
    private const int PixelTurnBytes = 256 * 1024;

    /// <summary>Bytes of a pixel's channels that are pooled together at least in channels last: as many vectors as running maxima take at a time.</summary>
    private const int LeastPixelBytes = 128;

    /// <summary>How many parts there are: planes for channels first, samples for channels last.</summary>
    public static int Count(PoolPyramid pyramid, in PoolShape shape) =>
        pyramid.Layout == PoolLayout.ChannelsFirst ? shape.Batch * shape.Channels : shape.Batch;

    /// <summary>Writes some parts of arguments that were checked before, with a kernel for each step.</summary>
    public static void Parts<T>(
        PoolPyramid pyramid, PoolRows<T>[] steps, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstPart, int endPart) =>
        Parts(pyramid, new GeneratedSteps<T>(steps), input, output, shape, firstPart, endPart);

    /// <summary>
    /// Writes some parts of arguments that were checked before, of a pyramid whose windows are covered by smaller ones at their corners: those are all
    /// that is looked at, or kernels take the steps where rows are too short or planes too large for it.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TKeeping">The extremum that keeps NaN.</typeparam>
    /// <typeparam name="TNumbers">The same extremum of numbers.</typeparam>
    public static void Parts<T, TKeeping, TNumbers>(
        PoolPyramid pyramid, PoolRows<T>[] steps, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstPart, int endPart)
        where T : unmanaged, INumber<T>
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum
    {
        if (pyramid.Layout == PoolLayout.ChannelsFirst && PyramidPlanes.Suit<T>(pyramid, shape.Width))
            PyramidPlanes.FromCorners<T, TKeeping, TNumbers>(pyramid, steps, input, output, shape, firstPart, endPart);
        else if (pyramid.Layout == PoolLayout.ChannelsLast && PyramidPixels.Suit(pyramid, shape))
            PyramidPixels.Samples<T, TKeeping, TNumbers>(pyramid, input, output, shape, firstPart, endPart);
        else
            Parts(pyramid, new GeneratedSteps<T>(steps), input, output, shape, firstPart, endPart);
    }

    /// <summary>Writes some parts of arguments that were checked before, with the generic loops.</summary>
    public static void Parts<T>(PoolPyramid pyramid, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstPart, int endPart)
        where T : INumber<T> =>
        Parts(pyramid, new LoopedSteps<T>(pyramid), input, output, shape, firstPart, endPart);

    private static void Parts<T, TSteps>(
        PoolPyramid pyramid, TSteps steps, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstPart, int endPart)
        where TSteps : struct, IPyramidSteps<T>
    {
        if (pyramid.Layout == PoolLayout.ChannelsFirst)
            PyramidPlanes.StepByStep(pyramid, steps, input, output, shape, firstPart, endPart);
        else
            Samples(pyramid, steps, input, output, shape, firstPart, endPart);
    }

    private static void Samples<T, TSteps>(
        PoolPyramid pyramid, TSteps steps, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstSample, int endSample)
        where TSteps : struct, IPyramidSteps<T>
    {
        if (firstSample == endSample)
            return;

        // Steps read and write pixels of the same channels: those of a pixel that are pooled together stand alone while they are.
        int pixels = shape.Depth * shape.Height * shape.Width, channels = shape.Channels, pitch = channels * pyramid.Parts;
        int least = Math.Max(1, LeastPixelBytes / Unsafe.SizeOf<T>());
        int together = Math.Min(channels, Math.Max(least, PixelTurnBytes / Unsafe.SizeOf<T>() / pixels / least * least));
        T[] source = ArrayPool<T>.Shared.Rent(pixels * together), target = ArrayPool<T>.Shared.Rent(pixels * together);
        for (int sample = firstSample; sample < endSample; sample++)
        {
            for (int channel = 0; channel < channels; channel += together)
            {
                int count = Math.Min(together, channels - channel);
                PoolShape some = PoolShape.Trusted(1, count, shape.Depth, shape.Height, shape.Width);
                Span<T> from = source.AsSpan(0, some.Length), to = target.AsSpan(0, some.Length);
                int at = (sample * pixels * pitch) + channel;
                Copy(input[((sample * pixels * channels) + channel)..], channels, from, count, count);
                if (pyramid.IncludeInput)
                {
                    Copy(from, count, output[at..], pitch, count);
                    at += channels;
                }

                for (int step = 0; step < pyramid.Steps.Count; step++)
                {
                    steps.Run(step, from, to, some, shape.Depth * shape.Height);
                    Copy(to, count, output[at..], pitch, count);
                    Span<T> last = from;
                    from = to;
                    to = last;
                    at += channels;
                }
            }
        }

        bool holds = RuntimeHelpers.IsReferenceOrContainsReferences<T>();
        ArrayPool<T>.Shared.Return(source, clearArray: holds);
        ArrayPool<T>.Shared.Return(target, clearArray: holds);

        void Copy(ReadOnlySpan<T> from, int fromPitch, Span<T> to, int toPitch, int count)
        {
            for (int pixel = 0; pixel < pixels; pixel++)
                from.Slice(pixel * fromPitch, count).CopyTo(to[(pixel * toPitch)..]);
        }
    }

    private readonly struct GeneratedSteps<T>(PoolRows<T>[] steps) : IPyramidSteps<T>
    {
        public void Run(int step, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int rows) => steps[step](input, output, shape, 0, rows);
    }

    private readonly struct LoopedSteps<T>(PoolPyramid pyramid) : IPyramidSteps<T>
        where T : INumber<T>
    {
        public void Run(int step, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int rows) =>
            PoolFallback.Rows(pyramid.Steps[step], input, output, shape, 0, rows);
    }
}

/// <summary>What makes each window of a pyramid out of the one before it.</summary>
internal interface IPyramidSteps<T>
{
    /// <summary>Takes one step over all rows of one or several planes.</summary>
    void Run(int step, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int rows);
}
