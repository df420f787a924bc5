using System;

namespace PoolGen;

/// <content>How configurations are made.</content>
public readonly partial struct PoolConfig
{
    /// <summary>Max pooling with the same window, stride, padding and dilation along every axis of a rank: height and width when not given.</summary>
    /// <param name="window">Taps per window and axis, from 1 to 4096.</param>
    /// <param name="stride">Distance between windows; the window when not given, as in PyTorch and Keras.</param>
    /// <param name="padding">Padding on every side, below the effective window.</param>
    /// <param name="dilation">Distance between taps.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <param name="rank">The axes that are pooled along: width; height and width; or depth, height and width.</param>
    /// <param name="autoPadding">Padding that follows from the size of the input, instead of a stated one.</param>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Max(
        int window, int? stride = null, int padding = 0, int dilation = 1, bool ceilMode = false, PoolLayout layout = PoolLayout.ChannelsFirst,
        PoolRank rank = PoolRank.Plane, PoolAutoPadding autoPadding = PoolAutoPadding.None)
    {
        PoolAxis axis = new(window, stride ?? window) { PaddingBefore = padding, PaddingAfter = padding, Dilation = dilation, AutoPadding = autoPadding };
        return Uniform(PoolMode.Max, rank, axis, new PoolOptions { CeilMode = ceilMode, Layout = layout });
    }

    /// <summary>Min pooling with the same window, stride, padding and dilation along every axis of a rank: height and width when not given.</summary>
    /// <param name="window">Taps per window and axis, from 1 to 4096.</param>
    /// <param name="stride">Distance between windows; the window when not given, as in PyTorch and Keras.</param>
    /// <param name="padding">Padding on every side, below the effective window.</param>
    /// <param name="dilation">Distance between taps.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <param name="rank">The axes that are pooled along: width; height and width; or depth, height and width.</param>
    /// <param name="autoPadding">Padding that follows from the size of the input, instead of a stated one.</param>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Min(
        int window, int? stride = null, int padding = 0, int dilation = 1, bool ceilMode = false, PoolLayout layout = PoolLayout.ChannelsFirst,
        PoolRank rank = PoolRank.Plane, PoolAutoPadding autoPadding = PoolAutoPadding.None)
    {
        PoolAxis axis = new(window, stride ?? window) { PaddingBefore = padding, PaddingAfter = padding, Dilation = dilation, AutoPadding = autoPadding };
        return Uniform(PoolMode.Min, rank, axis, new PoolOptions { CeilMode = ceilMode, Layout = layout });
    }

    /// <summary>Sum pooling with the same window, stride and padding along every axis of a rank: height and width when not given.</summary>
    /// <param name="window">Taps per window and axis, from 1 to 4096.</param>
    /// <param name="stride">Distance between windows; the window when not given, as in PyTorch and Keras.</param>
    /// <param name="padding">Padding on every side, below the effective window; it adds nothing.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="allowReassociation">Whether sums may be taken in another order than row-major, within a few units in the last place.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <param name="rank">The axes that are pooled along: width; height and width; or depth, height and width.</param>
    /// <param name="autoPadding">Padding that follows from the size of the input, instead of a stated one.</param>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Sum(
        int window, int? stride = null, int padding = 0, bool ceilMode = false, bool allowReassociation = false,
        PoolLayout layout = PoolLayout.ChannelsFirst, PoolRank rank = PoolRank.Plane, PoolAutoPadding autoPadding = PoolAutoPadding.None)
    {
        PoolAxis axis = new(window, stride ?? window) { PaddingBefore = padding, PaddingAfter = padding, AutoPadding = autoPadding };
        return Uniform(PoolMode.Sum, rank, axis, new PoolOptions { CeilMode = ceilMode, AllowReassociation = allowReassociation, Layout = layout });
    }

    /// <summary>Average pooling with the same window, stride and padding along every axis of a rank: height and width when not given.</summary>
    /// <param name="window">Taps per window and axis, from 1 to 4096.</param>
    /// <param name="stride">Distance between windows; the window when not given, as in PyTorch and Keras.</param>
    /// <param name="padding">Padding on every side, below the effective window.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="countIncludePad">Whether padding counts in the divisor: PyTorch's default is true, Keras never counts it.</param>
    /// <param name="divisorOverride">Divides every sum by this number instead of by a count.</param>
    /// <param name="allowReassociation">Whether sums may be taken in another order than row-major, within a few units in the last place.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <param name="rank">The axes that are pooled along: width; height and width; or depth, height and width.</param>
    /// <param name="rounding">How an average of whole numbers is rounded, which has no default; it has no effect on other elements.</param>
    /// <param name="autoPadding">Padding that follows from the size of the input, instead of a stated one.</param>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Average(
        int window, int? stride = null, int padding = 0, bool ceilMode = false, bool countIncludePad = true,
        int? divisorOverride = null, bool allowReassociation = false, PoolLayout layout = PoolLayout.ChannelsFirst,
        PoolRank rank = PoolRank.Plane, PoolRounding? rounding = null, PoolAutoPadding autoPadding = PoolAutoPadding.None)
    {
        PoolAxis axis = new(window, stride ?? window) { PaddingBefore = padding, PaddingAfter = padding, AutoPadding = autoPadding };
        PoolOptions options = new()
        {
            CeilMode = ceilMode,
            CountIncludePad = countIncludePad,
            DivisorOverride = divisorOverride,
            AllowReassociation = allowReassociation,
            Layout = layout,
            Rounding = rounding,
        };
        return Uniform(PoolMode.Average, rank, axis, options);
    }

    /// <summary>Lp pooling with the same window, stride and padding along every axis of a rank: height and width when not given.</summary>
    /// <param name="window">Taps per window and axis, from 1 to 4096.</param>
    /// <param name="norm">The exponent: at least 1; <see cref="float.PositiveInfinity"/> gives the largest absolute value.</param>
    /// <param name="stride">Distance between windows; the window when not given, as in PyTorch and Keras.</param>
    /// <param name="padding">Padding on every side, below the effective window; it adds nothing.</param>
    /// <param name="dilation">Distance between taps.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <param name="rank">The axes that are pooled along: width; height and width; or depth, height and width.</param>
    /// <param name="autoPadding">Padding that follows from the size of the input, instead of a stated one.</param>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Lp(
        int window, float norm, int? stride = null, int padding = 0, int dilation = 1, bool ceilMode = false,
        PoolLayout layout = PoolLayout.ChannelsFirst, PoolRank rank = PoolRank.Plane, PoolAutoPadding autoPadding = PoolAutoPadding.None)
    {
        PoolAxis axis = new(window, stride ?? window) { PaddingBefore = padding, PaddingAfter = padding, Dilation = dilation, AutoPadding = autoPadding };
        return Uniform(PoolMode.Lp, rank, axis, new PoolOptions { CeilMode = ceilMode, Layout = layout, Norm = norm });
    }

    /// <summary>Pooling over height and width with every option open; a line has <c>default</c> for its height.</summary>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Create(PoolMode mode, PoolAxis height, PoolAxis width, PoolOptions? options = null) =>
        new(mode, default, height, width, options ?? PoolOptions.Default);

    /// <summary>Pooling over depth, height and width with every option open. A depth of one tap, stride 1, is two-dimensional pooling.</summary>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Create(PoolMode mode, PoolAxis depth, PoolAxis height, PoolAxis width, PoolOptions? options = null) =>
        new(mode, depth, height, width, options ?? PoolOptions.Default);

    private static PoolConfig Uniform(PoolMode mode, PoolRank rank, PoolAxis axis, PoolOptions options)
    {
        if (PoolConfigRules.Rank(rank) is PoolProblem problem)
            throw new ArgumentException(problem.Message, nameof(rank));
        return new(mode, rank == PoolRank.Volume ? axis : default, rank == PoolRank.Line ? default : axis, axis, options);
    }
}
