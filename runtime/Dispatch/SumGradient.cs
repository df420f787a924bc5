using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>Windows of sums and averages: every element takes the same of the gradient of its output.</summary>
internal readonly ref struct SumGradient<T>(ReadOnlySpan<T> outputGradient) : IGradientWindows<T>
    where T : INumber<T>
{
    private readonly ReadOnlySpan<T> outputGradient = outputGradient;

    /// <inheritdoc/>
    public void AddRow(in FallbackProblem problem, in AxisTaps depth, in AxisTaps height, int outputRow, int row, Span<T> target)
    {
        // Windows inside the row have their taps alike, shifted, and one divisor.
        (int firstInside, int endInside) = PoolGeometry.UnpaddedWindows(problem.Width, problem.Input.Width, problem.Output.Width);
        int channels = problem.Layout == PoolLayout.ChannelsFirst ? 1 : problem.Input.Channels;
        int length = problem.Output.Width * channels, step = problem.Width.Dilation * channels;
        ReadOnlySpan<T> gradients = outputGradient.Slice(outputRow * length, length);
        for (int column = 0; column < problem.Output.Width;)
        {
            int count = column == firstInside && firstInside < endInside ? endInside - firstInside : 1;
            AxisTaps width = problem.WidthTaps(column);
            GradientDivisor<T> divisor = new(problem, depth, height, width);
            int reach = ((width.Count - 1) * step) + channels;
            for (int end = column + count, position = width.Position; column < end; column++, position += problem.Width.Stride)
                AddPixel(gradients.Slice(column * channels, channels), target.Slice(position * channels, reach), step, divisor);
        }
    }

    /// <summary>Adds the shares in the gradients of a pixel to the taps of its windows, which are a step apart.</summary>
    private static void AddPixel(ReadOnlySpan<T> gradients, Span<T> taps, int step, in GradientDivisor<T> divisor)
    {
        int channel = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            ref T from = ref MemoryMarshal.GetReference(gradients), to = ref MemoryMarshal.GetReference(taps);
            for (; channel <= gradients.Length - Vector<T>.Count; channel += Vector<T>.Count)
            {
                Vector<T> shares = divisor.ShareOf(Vector.LoadUnsafe(ref from, (nuint)channel));
                for (int tap = channel; tap < taps.Length; tap += step)
                    (Vector.LoadUnsafe(ref to, (nuint)tap) + shares).StoreUnsafe(ref to, (nuint)tap);
            }
        }

        for (; channel < gradients.Length; channel++)
        {
            T share = divisor.ShareOf(gradients[channel]);
            for (int tap = channel; tap < taps.Length; tap += step)
                taps[tap] += share;
        }
    }
}
