using System.Numerics;

namespace PoolGen;

/// <summary>
/// What divides the gradient of an output before its window takes it: the number that divides the window's sum. That of an adaptive average is divided by
/// one extent of the window after the other, as in PyTorch (aten/src/ATen/native/cpu/AdaptiveAvgPoolKernel.cpp), unless the whole map is one window.
/// </summary>
/// <typeparam name="T">The element type, which is divided in.</typeparam>
internal readonly struct GradientDivisor<T>
    where T : INumber<T>
{
    private readonly T depth, height, width;
    private readonly bool extents;

    public GradientDivisor(in FallbackProblem problem, in AxisTaps depthTaps, in AxisTaps heightTaps, in AxisTaps widthTaps)
    {
        bool one = problem.Output is { Depth: 1, Height: 1, Width: 1 };
        extents = problem.Divides && problem.IsAdaptive && !one && problem.Divisor is null;
        depth = T.CreateTruncating(extents ? depthTaps.Extent : problem.Divides ? problem.DivisorOf(depthTaps, heightTaps, widthTaps) : 1);
        height = T.CreateTruncating(heightTaps.Extent);
        width = T.CreateTruncating(widthTaps.Extent);
    }

    /// <summary>What each element of the window takes.</summary>
    public T ShareOf(T gradient) => extents ? gradient / depth / height / width : gradient / depth;

    /// <summary>What the elements of windows with this divisor take.</summary>
    public Vector<T> ShareOf(Vector<T> gradients) => extents
        ? gradients / new Vector<T>(depth) / new Vector<T>(height) / new Vector<T>(width)
        : gradients / new Vector<T>(depth);
}
