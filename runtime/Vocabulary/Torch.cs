using System;

namespace PoolGen;

/// <summary>
/// PyTorch's pooling layers and functions by their names, arguments and defaults; each gives the configuration that computes the same. What PyTorch
/// refuses is refused in its words (libtorch 2.10). Arguments beyond PyTorch's are the layout, its <c>memory_format</c>, and the rounding of averages of whole numbers.
/// </summary>
public static partial class Torch
{
    /// <summary><c>torch.nn.MaxPool1d</c>.</summary>
    /// <param name="kernelSize">Taps per window.</param>
    /// <param name="stride">Distance between windows; the window when not given.</param>
    /// <param name="padding">Padding on both sides: at most half the window.</param>
    /// <param name="dilation">Distance between taps.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">PyTorch refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig MaxPool1d(
        int kernelSize, int? stride = null, int padding = 0, int dilation = 1, bool ceilMode = false, PoolLayout layout = PoolLayout.ChannelsFirst)
    {
        PoolAxis width = Axis(kernelSize, stride ?? kernelSize, padding, dilation);
        TorchLimits.CheckLine(width);
        return PoolConfig.Create(PoolMode.Max, default, width, new PoolOptions { CeilMode = ceilMode, Layout = layout });
    }

    /// <summary><c>torch.nn.MaxPool2d</c>.</summary>
    /// <param name="kernelSize">Taps per window: one number, or height and width.</param>
    /// <param name="stride">Distance between windows; the window when not given.</param>
    /// <param name="padding">Padding on both sides: at most half the window.</param>
    /// <param name="dilation">Distance between taps; 1 when not given.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">PyTorch refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig MaxPool2d(
        PlaneSizes kernelSize, PlaneSizes? stride = null, PlaneSizes padding = default, PlaneSizes? dilation = null, bool ceilMode = false,
        PoolLayout layout = PoolLayout.ChannelsFirst)
    {
        return Plane(PoolMode.Max, kernelSize, stride, padding, dilation ?? 1, new PoolOptions { CeilMode = ceilMode, Layout = layout });
    }

    /// <summary><c>torch.nn.MaxPool3d</c>.</summary>
    /// <param name="kernelSize">Taps per window: one number, or depth, height and width.</param>
    /// <param name="stride">Distance between windows; the window when not given.</param>
    /// <param name="padding">Padding on both sides: at most half the window.</param>
    /// <param name="dilation">Distance between taps; 1 when not given.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">PyTorch refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig MaxPool3d(
        VolumeSizes kernelSize, VolumeSizes? stride = null, VolumeSizes padding = default, VolumeSizes? dilation = null, bool ceilMode = false,
        PoolLayout layout = PoolLayout.ChannelsFirst)
    {
        return Volume(PoolMode.Max, kernelSize, stride, padding, dilation ?? 1, new PoolOptions { CeilMode = ceilMode, Layout = layout });
    }

    private static PoolConfig Plane(PoolMode mode, PlaneSizes window, PlaneSizes? stride, PlaneSizes padding, PlaneSizes dilation, PoolOptions options)
    {
        PlaneSizes step = stride ?? window;
        PoolAxis height = Axis(window.Height, step.Height, padding.Height, dilation.Height), width = Axis(window.Width, step.Width, padding.Width, dilation.Width);
        TorchLimits.Check(height, width);
        TorchLimits.CheckDivisor(options.DivisorOverride);
        return PoolConfig.Create(mode, height, width, options);
    }

    private static PoolConfig Volume(PoolMode mode, VolumeSizes window, VolumeSizes? stride, VolumeSizes padding, VolumeSizes dilation, PoolOptions options)
    {
        VolumeSizes step = stride ?? window;
        PoolAxis depth = Axis(window.Depth, step.Depth, padding.Depth, dilation.Depth);
        PoolAxis height = Axis(window.Height, step.Height, padding.Height, dilation.Height), width = Axis(window.Width, step.Width, padding.Width, dilation.Width);
        TorchLimits.Check(depth, height, width);
        TorchLimits.CheckDivisor(options.DivisorOverride);
        return PoolConfig.Create(mode, depth, height, width, options);
    }

    private static PoolAxis Axis(int window, int stride, int padding, int dilation) =>
        new(window, stride) { PaddingBefore = padding, PaddingAfter = padding, Dilation = dilation };
}
