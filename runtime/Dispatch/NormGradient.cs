using System;
using System.Numerics;

namespace PoolGen;

/// <summary>
/// Windows of norms: an element <c>x</c> of a window with the norm <c>y</c> takes <c>gradient * sign(x) * (|x| / y)^(p - 1)</c>, and nothing where <c>y</c>
/// is 0. For an infinite norm the elements whose magnitude it is take equal parts, as in PyTorch's <c>linalg.vector_norm</c>. Halves are floats until they
/// are added.
/// </summary>
internal readonly ref struct NormGradient<T>(float norm, ReadOnlySpan<T> input, ReadOnlySpan<T> output, ReadOnlySpan<T> outputGradient) : IGradientWindows<T>
    where T : INumber<T>
{
    private readonly ReadOnlySpan<T> input = input;
    private readonly ReadOnlySpan<T> output = output;
    private readonly ReadOnlySpan<T> outputGradient = outputGradient;
    private readonly float norm = norm;

    /// <inheritdoc/>
    public void AddRow(in FallbackProblem problem, in AxisTaps depth, in AxisTaps height, int outputRow, int row, Span<T> target)
    {
        int channels = problem.Layout == PoolLayout.ChannelsFirst ? 1 : problem.Input.Channels;
        int inputRows = problem.Input.Height * problem.Input.Depth, volume = row / inputRows * inputRows;
        ReadOnlySpan<T> taps = input.Slice(row * problem.Input.Width * channels, target.Length);
        for (int column = 0; column < problem.Output.Width; column++)
        {
            AxisTaps width = problem.WidthTaps(column);
            for (int channel = 0; channel < channels; channel++)
            {
                int at = (((outputRow * problem.Output.Width) + column) * channels) + channel;
                T whole = output[at], gradient = outputGradient[at];
                if (T.IsZero(whole))
                    continue;
                if (float.IsInfinity(norm))
                    gradient /= T.CreateTruncating(Largest(problem, depth, height, width, volume, channel, whole));
                for (int tap = 0; tap < width.Count; tap++)
                {
                    int place = ((width.Position + (tap * problem.Width.Dilation)) * channels) + channel;
                    target[place] += Share(taps[place], whole, gradient);
                }
            }
        }
    }

    private T Share(T tap, T whole, T gradient)
    {
        if (T.IsNaN(tap) || T.IsNaN(whole))
            return tap + whole;
        if (T.IsZero(tap))
            return T.Zero;
        T signed = T.IsNegative(tap) ? -gradient : gradient;
        if (norm == 1)
            return signed;
        if (float.IsInfinity(norm))
            return T.Abs(tap) == whole ? signed : T.Zero;
        return typeof(T) == typeof(Half)
            ? T.CreateTruncating(float.CreateTruncating(signed) * Norms.PowerOf(float.CreateTruncating(tap) / float.CreateTruncating(whole), norm - 1))
            : signed * Norms.PowerOf(tap / whole, norm - 1);
    }

    /// <summary>How many elements of a window have the largest magnitude.</summary>
    private int Largest(in FallbackProblem problem, in AxisTaps depth, in AxisTaps height, in AxisTaps width, int volume, int channel, T whole)
    {
        int channels = problem.Layout == PoolLayout.ChannelsFirst ? 1 : problem.Input.Channels, count = 0;
        for (int slice = 0; slice < depth.Count; slice++)
        {
            int z = depth.Position + (slice * problem.Depth.Dilation);
            for (int row = 0; row < height.Count; row++)
            {
                int line = volume + (z * problem.Input.Height) + height.Position + (row * problem.Height.Dilation);
                for (int tap = 0; tap < width.Count; tap++)
                {
                    int column = width.Position + (tap * problem.Width.Dilation);
                    count += T.Abs(input[(((line * problem.Input.Width) + column) * channels) + channel]) == whole ? 1 : 0;
                }
            }
        }

        return count;
    }
}
