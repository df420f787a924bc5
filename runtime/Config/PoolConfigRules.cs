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

    /// <summary>The largest effective window with automatic padding, half of which stands on either side.</summary>
    private const int LargestAutomatic = 2 * LargestPadding;

    public static PoolProblem? First(PoolMode mode, PoolAxis depth, PoolAxis height, PoolAxis width, PoolOptions options)
    {
        IReadOnlyList<PoolProblem> problems = All(mode, depth, height, width, options);
        return problems.Count == 0 ? null : problems[0];
    }

    /// <summary>Why there is no such rank, or null when there is.</summary>
    public static PoolProblem? Rank(PoolRank rank) => rank is >= PoolRank.Line and <= PoolRank.Volume
        ? null
        : new(PoolRule.Rank, PoolArgument.Rank, $"The rank is {Text((int)rank)}; it must be a member of PoolRank");

    /// <summary>Every broken rule. A valid configuration, which a program may make before each call, allocates nothing here.</summary>
    public static IReadOnlyList<PoolProblem> All(PoolMode mode, PoolAxis depth, PoolAxis height, PoolAxis width, PoolOptions options)
    {
        List<PoolProblem>? problems = null;
        if (mode is < PoolMode.Max or > PoolMode.Lp)
            Add(ref problems, new(PoolRule.Mode, PoolArgument.Mode, $"The mode is {Text((int)mode)}; it must be a member of PoolMode"));
        if (options.Layout is < PoolLayout.ChannelsFirst or > PoolLayout.ChannelsLast)
        {
            string found = $"The layout is {Text((int)options.Layout)}; it must be a member of PoolLayout";
            Add(ref problems, new(PoolRule.Layout, PoolArgument.Layout, found));
        }

        Axis(depth, AxisWords.Depth, ref problems);
        Axis(height, AxisWords.Height, ref problems);
        Axis(width, AxisWords.Width, ref problems);
        if (options.DivisorOverride == 0)
        {
            const string Found = "The divisor override is 0; it must be another whole number";
            Add(ref problems, new(PoolRule.Divisor, PoolArgument.DivisorOverride, Found));
        }

        if (options.Rounding is < PoolRounding.HalfEven or > PoolRounding.Truncate)
        {
            string found = $"The rounding is {Text((int)options.Rounding)}; it must be a member of PoolRounding";
            Add(ref problems, new(PoolRule.Rounding, PoolArgument.Rounding, found));
        }

        if (mode == PoolMode.Lp)
            Norm(options.Norm, ref problems);
        if (options.Activation != PoolActivation.None || options.ActivationStage != PoolStage.After || options.Quantization is not null)
        {
            foreach (PoolProblem problem in PoolFusionRules.All(mode, options))
                Add(ref problems, problem);
        }

        if (problems is null)
            return [];
        return problems;
    }

    /// <summary>What a configuration breaks over elements that are whole numbers, or are not.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="wholeNumbers">Whether elements have no fractions.</param>
    /// <param name="bytes">The ends of their range where they are bytes.</param>
    public static PoolProblem? Elements(PoolConfig config, bool wholeNumbers, (int Smallest, int Largest)? bytes)
    {
        if (config.Fusion is not null && PoolFusionRules.Elements(config, wholeNumbers, bytes) is PoolProblem fused)
            return fused;
        if (wholeNumbers && config.Mode == PoolMode.Average && config.Rounding is null && config.Quantization is null)
        {
            const string Unstated = "The average of whole numbers states no Rounding; it must be HalfEven, HalfAwayFromZero or Truncate";
            return new(PoolRule.Rounding, PoolArgument.Rounding, Unstated);
        }

        return wholeNumbers && config.Mode == PoolMode.Lp
            ? new(PoolRule.NormElements, PoolArgument.Mode, "The norm of whole numbers is seldom one; the elements of Lp must have fractions")
            : null;
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

    private static void Axis(in PoolAxis axis, AxisWords words, ref List<PoolProblem>? problems)
    {
        if (axis.IsAdaptive)
        {
            Outputs(axis, words, ref problems);
            return;
        }

        bool sized = Size(PoolRule.Window, words.Window, words.Name, "window", axis.Window, ref problems)
            & Size(PoolRule.Stride, words.Stride, words.Name, "stride", axis.Stride, ref problems)
            & Size(PoolRule.Dilation, words.Dilation, words.Name, "dilation", axis.Dilation, ref problems);
        if (!sized)
            return;

        if (axis.AutoPadding != PoolAutoPadding.None)
        {
            Automatic(axis, words.Name, ref problems);
            return;
        }

        Padding(axis, words.Before, words.BeforeName, axis.PaddingBefore, ref problems);
        Padding(axis, words.After, words.AfterName, axis.PaddingAfter, ref problems);
    }

    private static bool Size(PoolRule rule, PoolArgument argument, string axis, string word, int value, ref List<PoolProblem>? problems)
    {
        if (value is >= 1 and <= LargestSize)
            return true;
        string found = $"The {axis} of the {word} is {Text(value)}; it must be from 1 to {Text(LargestSize)}";
        Add(ref problems, new(rule, argument, found));
        return false;
    }

    private static void Outputs(in PoolAxis axis, AxisWords words, ref List<PoolProblem>? problems)
    {
        int outputs = axis.Outputs == PoolAxis.NoOutputs ? 0 : axis.Outputs;
        if (outputs is < 1 or > LargestSize)
            Add(ref problems, new(PoolRule.Outputs, words.Outputs, $"The outputs along the {words.Name} are {Text(outputs)}; they must be from 1 to {Text(LargestSize)}"));
        else if (axis != PoolAxis.Adaptive(outputs))
            Add(ref problems, new(PoolRule.Outputs, words.Outputs, $"The {words.Name} has {Text(outputs)} outputs and a window, stride, padding or dilation; it must have one of them"));
    }

    private static void Automatic(in PoolAxis axis, string name, ref List<PoolProblem>? problems)
    {
        string? found = null;
        if (axis.AutoPadding is < PoolAutoPadding.None or > PoolAutoPadding.SameLower)
            found = $"The automatic padding of the {name} is {Text((int)axis.AutoPadding)}; it must be a member of PoolAutoPadding";
        else if (axis.PaddingBefore != 0 || axis.PaddingAfter != 0)
            found = $"The {name} has padding {Text(axis.PaddingBefore)} + {Text(axis.PaddingAfter)} and automatic padding; it must have one of them";
        else if (axis.EffectiveWindow > LargestAutomatic)
            found = $"The {name} has automatic padding for an effective window of {Text(axis.EffectiveWindow)}; it must be at most {Text(LargestAutomatic)}";
        if (found is not null)
            Add(ref problems, new(PoolRule.AutoPadding, PoolArgument.AutoPadding, found));
    }

    private static void Padding(in PoolAxis axis, PoolArgument argument, string side, int value, ref List<PoolProblem>? problems)
    {
        int most = System.Math.Min(axis.EffectiveWindow - 1, LargestPadding);
        if (value >= 0 && value <= most)
            return;
        string found = $"The {side} padding is {Text(value)}; it must be from 0 to {Text(most)}, "
            + $"below the effective window of {Text(axis.EffectiveWindow)}";
        Add(ref problems, new(PoolRule.Padding, argument, found));
    }

    private static void Norm(float? norm, ref List<PoolProblem>? problems)
    {
        if (norm >= 1)
            return;
        string found = norm is float stated ? $"The norm is {PoolNumber.Text(stated)}" : "The mode Lp states no Norm";
        Add(ref problems, new(PoolRule.Norm, PoolArgument.Norm, $"{found}; it must be at least 1, or float.PositiveInfinity"));
    }

    private static void Add(ref List<PoolProblem>? problems, PoolProblem problem) => (problems ??= []).Add(problem);

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
        string Name, PoolArgument Outputs, PoolArgument Window, PoolArgument Stride, PoolArgument Dilation,
        PoolArgument Before, string BeforeName, PoolArgument After, string AfterName)
    {
        public static readonly AxisWords Depth = new(
            "depth", PoolArgument.OutputDepth, PoolArgument.WindowDepth, PoolArgument.StrideDepth, PoolArgument.DilationDepth,
            PoolArgument.PaddingFront, "front", PoolArgument.PaddingBack, "back");

        public static readonly AxisWords Height = new(
            "height", PoolArgument.OutputHeight, PoolArgument.WindowHeight, PoolArgument.StrideHeight, PoolArgument.DilationHeight,
            PoolArgument.PaddingTop, "top", PoolArgument.PaddingBottom, "bottom");

        public static readonly AxisWords Width = new(
            "width", PoolArgument.OutputWidth, PoolArgument.WindowWidth, PoolArgument.StrideWidth, PoolArgument.DilationWidth,
            PoolArgument.PaddingLeft, "left", PoolArgument.PaddingRight, "right");
    }
}
