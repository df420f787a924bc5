using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>
/// The loops over rows of the input's gradient. A row starts as zeros and takes the shares of the windows over it in row-major order, so that the
/// sums are PyTorch's, whichever rows are asked for.
/// </summary>
internal static class GradientLoops<T>
    where T : INumber<T>
{
    public static void Rows(in FallbackProblem problem, ReadOnlySpan<T> outputGradient, Span<T> inputGradient, int firstRow, int endRow)
    {
        int channels = problem.Layout == PoolLayout.ChannelsFirst ? 1 : problem.Input.Channels;
        int length = problem.Input.Width * channels, outputLength = problem.Output.Width * channels;
        for (int row = firstRow; row < endRow; row++)
        {
            Span<T> target = inputGradient.Slice(row * length, length);
            target.Clear();
            (int slice, int y) = Math.DivRem(row, problem.Input.Height);
            (int volume, int z) = Math.DivRem(slice, problem.Input.Depth);
            (int firstZ, int endZ) = PoolGeometry.WindowsOver(problem.Depth, problem.Input.Depth, problem.Output.Depth, z);
            (int firstY, int endY) = PoolGeometry.WindowsOver(problem.Height, problem.Input.Height, problem.Output.Height, y);
            for (int outputZ = firstZ; outputZ < endZ; outputZ++)
            {
                AxisTaps depth = problem.DepthTaps(outputZ);
                for (int outputY = firstY; outputY < endY && Holds(depth, problem.Depth, z); outputY++)
                {
                    AxisTaps height = problem.HeightTaps(outputY);
                    if (!Holds(height, problem.Height, y))
                        continue;
                    int outputRow = (((volume * problem.Output.Depth) + outputZ) * problem.Output.Height) + outputY;
                    AddRow(problem, depth, height, outputGradient.Slice(outputRow * outputLength, outputLength), target, channels);
                }
            }
        }
    }

    /// <summary>Whether an element of the axis is a tap of the window; with a dilation those between its taps are not.</summary>
    private static bool Holds(in AxisTaps taps, in PoolAxis axis, int position) =>
        position >= taps.Position && (position - taps.Position) % axis.Dilation == 0 && (position - taps.Position) / axis.Dilation < taps.Count;

    /// <summary>Adds what a row of windows gives to a row of elements. Windows inside the row have their taps alike, shifted, and one divisor.</summary>
    private static void AddRow(in FallbackProblem problem, in AxisTaps depth, in AxisTaps height, ReadOnlySpan<T> gradients, Span<T> target, int channels)
    {
        (int firstInside, int endInside) = PoolGeometry.UnpaddedWindows(problem.Width, problem.Input.Width, problem.Output.Width);
        int step = problem.Width.Dilation * channels;
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
