using System.Numerics;
using PoolGen.Tests;

namespace PoolGen.Operations.Tests.Gradients;

/// <summary>
/// The backward pass of sums and averages written as slowly and plainly as its definition reads: every output in row-major order divides its gradient
/// and adds the quotient to each element that its window holds. It shares nothing with the product but the plain properties of a configuration.
/// </summary>
internal static class GradientOracle
{
    /// <summary>The gradient of the input, in the configuration's layout.</summary>
    public static T[] Of<T>(PoolConfig config, PoolShape shape, ReadOnlySpan<T> outputGradient)
        where T : INumber<T>
    {
        PoolShape pooled = Oracle.OutputShape(config, shape);
        T[] gradient = new T[shape.Batch * shape.Channels * shape.Depth * shape.Height * shape.Width];
        for (int plane = 0; plane < shape.Batch * shape.Channels; plane++)
        {
            (int n, int c) = Math.DivRem(plane, shape.Channels);
            for (int output = 0; output < pooled.Depth * pooled.Height * pooled.Width; output++)
            {
                (int slice, int x) = Math.DivRem(output, pooled.Width);
                (int z, int y) = Math.DivRem(slice, pooled.Height);
                Taps depth = Taps.Of(config.Depth, shape.Depth, z, config.CountIncludePad);
                Taps height = Taps.Of(config.Height, shape.Height, y, config.CountIncludePad);
                Taps width = Taps.Of(config.Width, shape.Width, x, config.CountIncludePad);
                T share = Share(config, pooled, outputGradient[Oracle.Place(config.Layout, pooled, n, c, z, y, x)], depth, height, width);
                foreach (int atZ in depth.Places)
                {
                    foreach (int atY in height.Places)
                    {
                        foreach (int atX in width.Places)
                            gradient[Oracle.Place(config.Layout, shape, n, c, atZ, atY, atX)] += share;
                    }
                }
            }
        }

        return gradient;
    }

    /// <summary>
    /// What each element takes. PyTorch divides the gradient of an adaptive average by one extent after the other, but that of a single output by the
    /// number of elements.
    /// </summary>
    private static T Share<T>(PoolConfig config, PoolShape pooled, T gradient, Taps depth, Taps height, Taps width)
        where T : INumber<T>
    {
        if (config.Mode == PoolMode.Sum)
            return gradient;
        bool adaptive = config.Depth.Outputs + config.Height.Outputs + config.Width.Outputs != 0;
        bool single = pooled.Depth == 1 && pooled.Height == 1 && pooled.Width == 1;
        if (adaptive && !single && config.DivisorOverride is null)
            return gradient / T.CreateTruncating(depth.Counted) / T.CreateTruncating(height.Counted) / T.CreateTruncating(width.Counted);
        return gradient / T.CreateTruncating(config.DivisorOverride ?? ((long)depth.Counted * height.Counted * width.Counted));
    }

    /// <summary>The elements of a window along an axis, and how many it counts.</summary>
    private sealed record Taps(IReadOnlyList<int> Places, int Counted)
    {
        public static Taps Of(PoolAxis axis, int size, int index, bool countIncludePad)
        {
            if (axis.Outputs != 0)
            {
                int[] inside =
                [
                    .. from place in Enumerable.Range(0, size)
                       where (place + 1L) * axis.Outputs > (long)index * size && (long)place * axis.Outputs < (index + 1L) * size
                       select place,
                ];
                return new(inside, inside.Length);
            }

            (int before, int after) = Padding(axis, size);
            int[] all = [.. Enumerable.Range(0, axis.Window).Select(tap => (index * axis.Stride) - before + (tap * axis.Dilation))];
            int[] places = [.. all.Where(place => place >= 0 && place < size)];
            return new(places, countIncludePad ? all.Count(place => place < size + after) : places.Length);
        }

        /// <summary>TensorFlow's "same" where padding follows from the size: the last window, which starts at the last multiple of the stride, is whole.</summary>
        private static (int Before, int After) Padding(PoolAxis axis, int size)
        {
            if (axis.AutoPadding == PoolAutoPadding.None)
                return (axis.PaddingBefore, axis.PaddingAfter);
            int outputs = (size + axis.Stride - 1) / axis.Stride;
            int total = Math.Max(0, ((outputs - 1) * axis.Stride) + ((axis.Window - 1) * axis.Dilation) + 1 - size), half = total / 2;
            return axis.AutoPadding == PoolAutoPadding.SameUpper ? (half, total - half) : (total - half, half);
        }
    }
}
