using System;
using System.Collections.Generic;
using System.Linq;

namespace PoolGen;

/// <summary>
/// Maxima of several windows over one input, one behind the other along the channels: the spatial pyramid of YOLO (He et al. 2015). Windows are odd
/// and ascending, one element apart, with half a window of padding on each side, so that height and width stay as they are. The output has the channels
/// of the input once for each window, and before them the input's own where <see cref="IncludeInput"/> says so.
/// </summary>
/// <remarks>
/// A maximum over a window of 9 is one over a window of 5 of maxima over windows of 5: each window is taken from the one before it. The result is exact;
/// the sign of a zero is not promised, and a NaN in a window gives NaN.
/// </remarks>
public sealed class PoolPyramid : IEquatable<PoolPyramid>
{
    private readonly int[] windows;
    private readonly PoolConfig[] steps;

    private PoolPyramid(int[] windows, PoolLayout layout, bool includeInput)
    {
        this.windows = windows;
        Layout = layout;
        IncludeInput = includeInput;
        Windows = Array.AsReadOnly(windows);
        steps = [.. windows.Select((window, index) => Config(index == 0 ? window : window - windows[index - 1] + 1))];
    }

    /// <summary>Describes a pyramid.</summary>
    /// <param name="windows">The windows along height and width: odd, ascending, from 3 to 4095.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <param name="includeInput">Whether the channels of the input come first, as networks concatenate them.</param>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolPyramid Max(IEnumerable<int> windows, PoolLayout layout = PoolLayout.ChannelsFirst, bool includeInput = false)
    {
        int[] copy = [.. windows ?? throw new ArgumentNullException(nameof(windows))];
        return PoolPyramidRules.First(copy, layout) is PoolProblem problem
            ? throw new ArgumentException(problem.Message, problem.Argument.ToString())
            : new(copy, layout, includeInput);
    }

    /// <summary>The windows, ascending.</summary>
    public IReadOnlyList<int> Windows { get; }

    /// <summary>The order of the axes in memory.</summary>
    public PoolLayout Layout { get; }

    /// <summary>Whether the channels of the input come first.</summary>
    public bool IncludeInput { get; }

    /// <summary>How many times the output has the channels of the input.</summary>
    public int Parts => windows.Length + (IncludeInput ? 1 : 0);

    /// <summary>The pooling with the largest window.</summary>
    public PoolConfig Largest => Config(windows[windows.Length - 1]);

    /// <summary>What makes each part out of the one before it.</summary>
    internal IReadOnlyList<PoolConfig> Steps => steps;

    /// <summary>Whether there are several windows and the smaller ones at its corners cover each: four windows of w cover one of up to 2w - 1.</summary>
    internal bool IsFromCorners => windows.Length > 1 && Enumerable.Range(1, windows.Length - 1).All(index => windows[index] < 2 * windows[index - 1]);

    /// <summary>The shape of the output.</summary>
    /// <exception cref="ArgumentException">The output has more elements than a span can hold.</exception>
    public PoolShape OutputShape(PoolShape input)
    {
        _ = PoolGeometry.OutputShape(steps[0], input);
        return PoolPyramidRules.TooLarge(Parts, input) is string refusal
            ? throw new ArgumentException(refusal, "shape")
            : PoolShape.Trusted(input.Batch, input.Channels * Parts, input.Depth, input.Height, input.Width);
    }

    /// <inheritdoc/>
    public bool Equals(PoolPyramid? other) => ReferenceEquals(this, other)
        || (other is not null && Layout == other.Layout && IncludeInput == other.IncludeInput && windows.AsSpan().SequenceEqual(other.windows));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PoolPyramid);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = ((int)Layout * 2) + (IncludeInput ? 1 : 0);
        foreach (int window in windows)
            hash = unchecked((hash * 31) + window);
        return hash;
    }

    /// <summary>The name of the generated method for this pyramid, such as <c>MaxPyramid5And9And13WithInput</c>.</summary>
    public override string ToString() =>
        $"MaxPyramid{string.Join("And", windows)}{(IncludeInput ? "WithInput" : "")}{(Layout == PoolLayout.ChannelsFirst ? "" : Layout.ToString())}";

    /// <summary>Whether both describe the same pyramid.</summary>
    public static bool operator ==(PoolPyramid? left, PoolPyramid? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the pyramids differ.</summary>
    public static bool operator !=(PoolPyramid? left, PoolPyramid? right) => !(left == right);

    // A fallback makes its configurations for each call, and calls allocate nothing.
    private static readonly PoolOptions Last = new() { Layout = PoolLayout.ChannelsLast };

    private PoolConfig Config(int window)
    {
        PoolAxis axis = new(window, 1) { PaddingBefore = window / 2, PaddingAfter = window / 2 };
        return new(PoolMode.Max, default, axis, axis, Layout == PoolLayout.ChannelsFirst ? PoolOptions.Default : Last);
    }
}
