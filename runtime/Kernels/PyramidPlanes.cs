using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Pyramids of channels first, some planes at a time. A kernel pools them with the smallest window; every other one is taken from the corners of the one
/// before it (<see cref="CornerWindows"/>), plane by plane, so that what a step reads is still in the first-level cache. Where corners do not cover a
/// window, or rows are short, kernels take all steps.
/// </summary>
internal static class PyramidPlanes
{
    /// <summary>Bytes of input that all steps take before the next planes: beside as many bytes of output they stay in a second-level cache.</summary>
    private const int TurnBytes = 64 * 1024;

    /// <summary>Whether rows are long enough for vectors of corners.</summary>
    public static bool Suit<T>(PoolPyramid pyramid, int width)
        where T : unmanaged, INumber<T>
    {
        int furthest = 0;
        for (int index = 1; index < pyramid.Windows.Count; index++)
            furthest = Math.Max(furthest, CornerWindows.Reach(pyramid.Windows[index - 1], pyramid.Windows[index]));
        return Vector128.IsHardwareAccelerated && CornerWindows.Suit<T, OneVector128<T>>(furthest, width);
    }

    /// <summary>Pools some planes with the kernel of the smallest window and corners.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TKeeping">The extremum that keeps NaN.</typeparam>
    /// <typeparam name="TNumbers">The same extremum of numbers.</typeparam>
    public static void FromCorners<T, TKeeping, TNumbers>(
        PoolPyramid pyramid, PoolRows<T>[] steps, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstPlane, int endPlane)
        where T : unmanaged, INumber<T>
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum =>
        Turns(pyramid, new CornerTurn<T, TKeeping, TNumbers>(pyramid, steps[0]), input, output, shape, firstPlane, endPlane);

    /// <summary>Pools some planes one step after the other.</summary>
    public static void StepByStep<T, TSteps>(
        PoolPyramid pyramid, TSteps steps, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstPlane, int endPlane)
        where TSteps : struct, IPyramidSteps<T> =>
        Turns(pyramid, new StepTurn<T, TSteps>(pyramid, steps), input, output, shape, firstPlane, endPlane);

    private static void Turns<T, TTurn>(
        PoolPyramid pyramid, TTurn turn, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstPlane, int endPlane)
        where TTurn : struct, ITurn<T>
    {
        int plane = shape.Depth * shape.Height * shape.Width, channels = shape.Channels;
        int together = Math.Max(1, TurnBytes / Unsafe.SizeOf<T>() / plane);
        for (int first = firstPlane; first < endPlane;)
        {
            (int sample, int channel) = Math.DivRem(first, channels);
            int count = Math.Min(Math.Min(together, channels - channel), endPlane - first);
            PoolShape some = PoolShape.Trusted(1, count, shape.Depth, shape.Height, shape.Width);
            ReadOnlySpan<T> from = input.Slice(first * plane, some.Length);
            Span<T> to = output[(((sample * channels * pyramid.Parts) + channel) * plane)..];
            if (pyramid.IncludeInput)
            {
                from.CopyTo(to);
                to = to[(channels * plane)..];
            }

            turn.Run(from, to, channels * plane, some, count * shape.Depth * shape.Height);
            first += count;
        }
    }

    /// <summary>What pools planes that fit into the caches.</summary>
    private interface ITurn<T>
    {
        /// <summary>Writes all windows of some planes, those of a window <paramref name="part"/> elements behind those of the one before.</summary>
        void Run(ReadOnlySpan<T> input, Span<T> output, int part, in PoolShape shape, int rows);
    }

    private readonly struct StepTurn<T, TSteps>(PoolPyramid pyramid, TSteps steps) : ITurn<T>
        where TSteps : struct, IPyramidSteps<T>
    {
        public void Run(ReadOnlySpan<T> input, Span<T> output, int part, in PoolShape shape, int rows)
        {
            for (int step = 0; step < pyramid.Steps.Count; step++)
            {
                Span<T> target = output.Slice(step * part, shape.Length);
                steps.Run(step, input, target, shape, rows);
                input = target;
            }
        }
    }

    private readonly struct CornerTurn<T, TKeeping, TNumbers>(PoolPyramid pyramid, PoolRows<T> smallest) : ITurn<T>
        where T : unmanaged, INumber<T>
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum
    {
        public void Run(ReadOnlySpan<T> input, Span<T> output, int part, in PoolShape shape, int rows)
        {
            smallest(input, output[..shape.Length], shape, 0, rows);
            if (NaNScan.MustKeep(input, shape, pyramid.Largest.Height, shape.Height, 0, rows))
                Widen<TKeeping>(output, part, shape);
            else
                Widen<TNumbers>(output, part, shape);
        }

        private void Widen<TExtremum>(Span<T> output, int part, in PoolShape shape)
            where TExtremum : struct, IExtremum
        {
            int plane = shape.Height * shape.Width, steps = pyramid.Windows.Count;
            ref T first = ref MemoryMarshal.GetReference(output[..(((steps - 1) * part) + shape.Length)]);
            for (int index = 0; index < shape.Length; index += plane)
            {
                ref T source = ref Unsafe.Add(ref first, index);
                for (int step = 1; step < steps; step++)
                {
                    int reach = CornerWindows.Reach(pyramid.Windows[step - 1], pyramid.Windows[step]);
                    ref T target = ref Unsafe.Add(ref source, part);
                    if (Vector256.IsHardwareAccelerated && CornerWindows.Suit<T, OneVector256<T>>(reach, shape.Width))
                        new CornerPlane<T, OneVector256<T>, TExtremum>(shape.Height, shape.Width, reach).Run(ref source, ref target);
                    else
                        new CornerPlane<T, OneVector128<T>, TExtremum>(shape.Height, shape.Width, reach).Run(ref source, ref target);
                    source = ref target;
                }
            }
        }
    }
}
