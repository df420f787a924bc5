using System;

namespace PoolGen;

/// <content>Averages and norms.</content>
public static partial class Torch
{
    /// <summary><c>torch.nn.AvgPool1d</c>, which has no divisor of its own.</summary>
    /// <param name="kernelSize">Taps per window.</param>
    /// <param name="stride">Distance between windows; the window when not given.</param>
    /// <param name="padding">Padding on both sides: at most half the window.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="countIncludePad">Whether padding counts in the divisor.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <param name="rounding">How averages of whole numbers are rounded: PyTorch cuts those of <see cref="long"/> off, and has no others.</param>
    /// <exception cref="ArgumentException">PyTorch refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AvgPool1d(
        int kernelSize, int? stride = null, int padding = 0, bool ceilMode = false, bool countIncludePad = true,
        PoolLayout layout = PoolLayout.ChannelsFirst, PoolRounding? rounding = null)
    {
        // In PyTorch, too, a line is a plane of height 1.
        PlaneSizes? step = stride is int stated ? new PlaneSizes(1, stated) : null;
        return Plane(PoolMode.Average, (1, kernelSize), step, (0, padding), 1, Average(ceilMode, countIncludePad, null, layout, rounding));
    }

    /// <summary><c>torch.nn.AvgPool2d</c>.</summary>
    /// <param name="kernelSize">Taps per window: one number, or height and width.</param>
    /// <param name="stride">Distance between windows; the window when not given.</param>
    /// <param name="padding">Padding on both sides: at most half the window.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="countIncludePad">Whether padding counts in the divisor.</param>
    /// <param name="divisorOverride">Divides every sum by this number instead of by a count.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <param name="rounding">How averages of whole numbers are rounded: PyTorch cuts those of <see cref="long"/> off, and has no others.</param>
    /// <exception cref="ArgumentException">PyTorch refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AvgPool2d(
        PlaneSizes kernelSize, PlaneSizes? stride = null, PlaneSizes padding = default, bool ceilMode = false, bool countIncludePad = true,
        int? divisorOverride = null, PoolLayout layout = PoolLayout.ChannelsFirst, PoolRounding? rounding = null)
    {
        return Plane(PoolMode.Average, kernelSize, stride, padding, 1, Average(ceilMode, countIncludePad, divisorOverride, layout, rounding));
    }

    /// <summary><c>torch.nn.AvgPool3d</c>.</summary>
    /// <param name="kernelSize">Taps per window: one number, or depth, height and width.</param>
    /// <param name="stride">Distance between windows; the window when not given.</param>
    /// <param name="padding">Padding on both sides: at most half the window.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="countIncludePad">Whether padding counts in the divisor.</param>
    /// <param name="divisorOverride">Divides every sum by this number instead of by a count.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <param name="rounding">How averages of whole numbers are rounded: PyTorch cuts those of <see cref="long"/> off, and has no others.</param>
    /// <exception cref="ArgumentException">PyTorch refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AvgPool3d(
        VolumeSizes kernelSize, VolumeSizes? stride = null, VolumeSizes padding = default, bool ceilMode = false, bool countIncludePad = true,
        int? divisorOverride = null, PoolLayout layout = PoolLayout.ChannelsFirst, PoolRounding? rounding = null)
    {
        return Volume(PoolMode.Average, kernelSize, stride, padding, 1, Average(ceilMode, countIncludePad, divisorOverride, layout, rounding));
    }

    /// <summary>
    /// <c>torch.nn.LPPool1d</c> as it is meant: the norm of the absolute values. PyTorch 2.10 forgets the absolute value, which shows
    /// where p is odd, and inflates windows that ceil mode clips.
    /// </summary>
    /// <param name="normType">The exponent, at least 1; infinity is the largest absolute value.</param>
    /// <param name="kernelSize">Taps per window.</param>
    /// <param name="stride">Distance between windows; the window when not given.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">PyTorch refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig LPPool1d(float normType, int kernelSize, int? stride = null, bool ceilMode = false, PoolLayout layout = PoolLayout.ChannelsFirst)
    {
        PlaneSizes? step = stride is int stated ? new PlaneSizes(1, stated) : null;
        return LPPool2d(normType, (1, kernelSize), step, ceilMode, layout);
    }

    /// <summary><c>torch.nn.LPPool2d</c> as it is meant, see <see cref="LPPool1d"/>.</summary>
    /// <param name="normType">The exponent, at least 1; infinity is the largest absolute value.</param>
    /// <param name="kernelSize">Taps per window: one number, or height and width.</param>
    /// <param name="stride">Distance between windows; the window when not given.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">PyTorch refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig LPPool2d(
        float normType, PlaneSizes kernelSize, PlaneSizes? stride = null, bool ceilMode = false, PoolLayout layout = PoolLayout.ChannelsFirst)
    {
        return Plane(PoolMode.Lp, kernelSize, stride, default, 1, new PoolOptions { CeilMode = ceilMode, Layout = layout, Norm = normType });
    }

    /// <summary><c>torch.nn.LPPool3d</c> as it is meant, see <see cref="LPPool1d"/>.</summary>
    /// <param name="normType">The exponent, at least 1; infinity is the largest absolute value.</param>
    /// <param name="kernelSize">Taps per window: one number, or depth, height and width.</param>
    /// <param name="stride">Distance between windows; the window when not given.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">PyTorch refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig LPPool3d(
        float normType, VolumeSizes kernelSize, VolumeSizes? stride = null, bool ceilMode = false, PoolLayout layout = PoolLayout.ChannelsFirst)
    {
        return Volume(PoolMode.Lp, kernelSize, stride, default, 1, new PoolOptions { CeilMode = ceilMode, Layout = layout, Norm = normType });
    }

    private static PoolOptions Average(bool ceilMode, bool countIncludePad, int? divisor, PoolLayout layout, PoolRounding? rounding) => new()
    {
        CeilMode = ceilMode,
        CountIncludePad = countIncludePad,
        DivisorOverride = divisor,
        Layout = layout,
        Rounding = rounding,
    };
}
