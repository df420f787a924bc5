using System;
using System.Numerics;

namespace PoolGen;

/// <summary>
/// The loops over rows of the input's gradient. A row starts as zeros and takes what the windows over it give in row-major order, so that the
/// sums are PyTorch's, whichever rows are asked for.
/// </summary>
internal static class GradientLoops<T, TWindows>
    where T : INumber<T>
    where TWindows : struct, IGradientWindows<T>, allows ref struct
{
    public static void Rows(in FallbackProblem problem, scoped TWindows windows, Span<T> inputGradient, int firstRow, int endRow)
    {
        int length = problem.Input.Width * (problem.Layout == PoolLayout.ChannelsFirst ? 1 : problem.Input.Channels);
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
                    if (Holds(height, problem.Height, y))
                        windows.AddRow(problem, depth, height, (((volume * problem.Output.Depth) + outputZ) * problem.Output.Height) + outputY, row, target);
                }
            }
        }
    }

    /// <summary>Whether an element of the axis is a tap of the window; with a dilation those between its taps are not.</summary>
    private static bool Holds(in AxisTaps taps, in PoolAxis axis, int position) =>
        position >= taps.Position && (position - taps.Position) % axis.Dilation == 0 && (position - taps.Position) / axis.Dilation < taps.Count;
}
