using System.Collections.Generic;
using System.Globalization;

namespace PoolGen;

/// <summary>The rules of a configuration and of a fixed shape, for the compiler and for the running program alike.</summary>
internal static class PoolConfigRules
{
    /// <summary>The largest window, stride and dilation; a field of <see cref="PoolConfig"/> holds no more.</summary>
    public const int LargestSize = 4096;

    /// <summary>The largest padding on one side.</summary>
    public const int LargestPadding = LargestSize - 1;

    public static PoolProblem? First(PoolMode mode, PoolAxis depth, PoolAxis height, PoolAxis width, PoolOptions options)
    {
        foreach (PoolProblem problem in All(mode, depth, height, width, options))
            return problem;
        return null;
    }

    public static IEnumerable<PoolProblem> All(PoolMode mode, PoolAxis depth, PoolAxis height, PoolAxis width, PoolOptions options)
    {
        if (mode is < PoolMode.Max or > PoolMode.Average)
            yield return new(PoolRule.Mode, PoolArgument.Mode, $"The mode is {Text((int)mode)}; it must be a member of PoolMode");
        if (options.Layout is < PoolLayout.ChannelsFirst or > PoolLayout.ChannelsLast)
            yield return new(PoolRule.Layout, PoolArgument.Layout, $"The layout is {Text((int)options.Layout)}; it must be a member of PoolLayout");

        foreach (PoolProblem problem in Axis(depth, AxisWords.Depth))
            yield return problem;
        foreach (PoolProblem problem in Axis(height, AxisWords.Height))
            yield return problem;
        foreach (PoolProblem problem in Axis(width, AxisWords.Width))
            yield return problem;

        if (options.DivisorOverride == 0)
            yield return new(PoolRule.Divisor, PoolArgument.DivisorOverride, "The divisor override is 0; it must be another whole number");
    }

    /// <summary>What a shape with some axes fixed at compile time can break; called only with a valid configuration.</summary>
    public static IEnumerable<PoolProblem> Fixed(PoolConfig config, PoolFixedShape shape)
    {
        bool valid = true;
        foreach ((PoolArgument argument, int? size) in shape.Axes)
        {
            if (size is null or >= 1)
                continue;
            valid = false;
            yield return new(PoolRule.FixedAxis, argument, $"The fixed {Word(argument)} is {Text(size.Value)}; it must be at least 1");
        }

        if (!valid)
            yield break;

        foreach ((PoolAxis axis, PoolArgument argument, int? size) in new[]
        {
            (config.Depth, PoolArgument.Depth, shape.Depth),
            (config.Height, PoolArgument.Height, shape.Height),
            (config.Width, PoolArgument.Width, shape.Width),
        })
        {
            if (size is int n && PoolGeometry.Refusal(axis, n, config.CeilMode, Word(argument)) is string refusal)
                yield return new(PoolRule.NoOutput, argument, refusal);
        }

        if (PoolShape.Refusal(shape.Batch ?? 1, shape.Channels ?? 1, shape.Depth ?? 1, shape.Height ?? 1, shape.Width ?? 1) is string tooLarge)
            yield return new(PoolRule.TooLarge, shape.Width is null ? PoolArgument.Channels : PoolArgument.Width, tooLarge);
    }

    private static IEnumerable<PoolProblem> Axis(PoolAxis axis, AxisWords words)
    {
        bool sized = true;
        foreach ((PoolRule rule, PoolArgument argument, string word, int value) in new[]
        {
            (PoolRule.Window, words.Window, "window", axis.Window),
            (PoolRule.Stride, words.Stride, "stride", axis.Stride),
            (PoolRule.Dilation, words.Dilation, "dilation", axis.Dilation),
        })
        {
            if (value is >= 1 and <= LargestSize)
                continue;
            sized = false;
            yield return new(rule, argument, $"The {words.Name} of the {word} is {Text(value)}; it must be from 1 to {Text(LargestSize)}");
        }

        if (!sized)
            yield break;

        int most = System.Math.Min(axis.EffectiveWindow - 1, LargestPadding);
        foreach ((PoolArgument argument, string side, int value) in new[]
        {
            (words.Before, words.BeforeName, axis.PaddingBefore),
            (words.After, words.AfterName, axis.PaddingAfter),
        })
        {
            if (value >= 0 && value <= most)
                continue;
            yield return new(PoolRule.Padding, argument,
                $"The {side} padding is {Text(value)}; it must be from 0 to {Text(most)}, below the effective window of {Text(axis.EffectiveWindow)}");
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Word(PoolArgument argument) => argument switch
    {
        PoolArgument.Batch => "batch",
        PoolArgument.Channels => "channels",
        PoolArgument.Depth => "depth",
        PoolArgument.Height => "height",
        _ => "width",
    };

    private sealed record AxisWords(
        string Name, PoolArgument Window, PoolArgument Stride, PoolArgument Dilation,
        PoolArgument Before, string BeforeName, PoolArgument After, string AfterName)
    {
        public static readonly AxisWords Depth = new(
            "depth", PoolArgument.WindowDepth, PoolArgument.StrideDepth, PoolArgument.DilationDepth,
            PoolArgument.PaddingFront, "front", PoolArgument.PaddingBack, "back");

        public static readonly AxisWords Height = new(
            "height", PoolArgument.WindowHeight, PoolArgument.StrideHeight, PoolArgument.DilationHeight,
            PoolArgument.PaddingTop, "top", PoolArgument.PaddingBottom, "bottom");

        public static readonly AxisWords Width = new(
            "width", PoolArgument.WindowWidth, PoolArgument.StrideWidth, PoolArgument.DilationWidth,
            PoolArgument.PaddingLeft, "left", PoolArgument.PaddingRight, "right");
    }
}
