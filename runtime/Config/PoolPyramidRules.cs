using System.Collections.Generic;
using System.Globalization;

namespace PoolGen;

/// <summary>The rules of a pyramid of windows, for the compiler and for the running program alike.</summary>
internal static class PoolPyramidRules
{
    private const int Smallest = 3;
    private const int Largest = PoolConfigRules.LargestSize - 1;

    /// <summary>The first broken rule, or null.</summary>
    public static PoolProblem? First(IReadOnlyList<int> windows, PoolLayout layout)
    {
        if (windows.Count == 0)
            return Windows("A pyramid has no window; it must have one at least");
        for (int index = 0; index < windows.Count; index++)
        {
            int window = windows[index];
            if (window is < Smallest or > Largest || window % 2 == 0)
                return Windows($"A window of the pyramid is {Text(window)}; it must be an odd number from {Text(Smallest)} to {Text(Largest)}");
            if (index > 0 && window <= windows[index - 1])
                return Windows($"The window {Text(window)} of the pyramid follows {Text(windows[index - 1])}; windows must ascend");
        }

        return layout is < PoolLayout.ChannelsFirst or > PoolLayout.ChannelsLast
            ? new(PoolRule.Layout, PoolArgument.Layout, $"The layout is {Text((int)layout)}; it must be a member of PoolLayout")
            : null;
    }

    /// <summary>What fixed axes break: the rules that they always have, and an output that is too large.</summary>
    public static IEnumerable<PoolProblem> Fixed(PoolPyramid pyramid, PoolFixedShape shape)
    {
        bool valid = true;
        foreach (PoolProblem problem in PoolConfigRules.Fixed(pyramid.Largest, shape))
        {
            valid = false;
            yield return problem;
        }

        if (!valid)
            yield break;
        PoolShape known = new(shape.Batch ?? 1, shape.Channels ?? 1, shape.Depth ?? 1, shape.Height ?? 1, shape.Width ?? 1);
        if (TooLarge(pyramid.Parts, known) is string refusal)
            yield return new(PoolRule.TooLarge, shape.Width is null ? PoolArgument.Channels : PoolArgument.Width, refusal);
    }

    /// <summary>Why no span can hold the output, or null.</summary>
    public static string? TooLarge(int parts, in PoolShape input)
    {
        long sample = (long)input.Channels * input.Depth * input.Height * input.Width;
        return sample * System.Math.Max(1, input.Batch) * parts <= int.MaxValue
            ? null
            : $"The output of {Text(parts)} parts over {input} has more than {Text(int.MaxValue)} elements, which is what a span can hold";
    }

    private static PoolProblem Windows(string message) => new(PoolRule.Pyramid, PoolArgument.Windows, message);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
