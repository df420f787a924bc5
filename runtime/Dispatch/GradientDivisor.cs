using System;
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
    private readonly T first, height, width;
    private readonly bool extents, scales;

    public GradientDivisor(in FallbackProblem problem, in AxisTaps depthTaps, in AxisTaps heightTaps, in AxisTaps widthTaps)
    {
        bool one = problem.Output is { Depth: 1, Height: 1, Width: 1 };
        extents = problem.Divides && problem.IsAdaptive && !one && problem.Divisor is null;
        long count = extents ? depthTaps.Extent : problem.Divides ? problem.DivisorOf(depthTaps, heightTaps, widthTaps) : 1;
        first = T.CreateTruncating(count);
        height = T.CreateTruncating(heightTaps.Extent);
        width = T.CreateTruncating(widthTaps.Extent);

        // Scaling by a power of two has the bits of the division, as far as the type holds both.
        scales = !extents && BitOperations.IsPow2(Math.Abs(count)) && T.IsFinite(first) && first * (T.One / first) == T.One;
        if (scales)
            first = T.One / first;
    }

    /// <summary>What each element of the window takes.</summary>
    public T ShareOf(T gradient) => scales ? gradient * first : extents ? gradient / first / height / width : gradient / first;

    /// <summary>What the elements of windows with this divisor take.</summary>
    public Vector<T> ShareOf(Vector<T> gradients)
    {
        if (scales)
            return gradients * new Vector<T>(first);
        Vector<T> shares = gradients / new Vector<T>(first);
        return extents ? shares / new Vector<T>(height) / new Vector<T>(width) : shares;
    }
}
