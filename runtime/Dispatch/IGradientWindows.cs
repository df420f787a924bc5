using System;
using System.Numerics;

namespace PoolGen;

/// <summary>What windows give to the elements under them.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal interface IGradientWindows<T>
    where T : INumber<T>
{
    /// <summary>Adds what a row of windows gives to a row of elements.</summary>
    /// <param name="problem">The configuration and the shape.</param>
    /// <param name="depth">The taps of the windows along the depth.</param>
    /// <param name="height">Those along the height.</param>
    /// <param name="outputRow">The row of windows, counted over the batch.</param>
    /// <param name="row">The row of elements, counted over the batch.</param>
    /// <param name="target">The gradients of the elements.</param>
    void AddRow(in FallbackProblem problem, in AxisTaps depth, in AxisTaps height, int outputRow, int row, Span<T> target);
}
