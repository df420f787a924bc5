using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>Writes configurations and fixed shapes as the C# expressions that make them.</summary>
internal static class ConfigText
{
    public static string Of(PoolConfig config)
    {
        List<string> options = [];
        if (config.Layout != PoolLayout.ChannelsFirst)
            options.Add($"Layout = PoolLayout.{config.Layout}");
        if (config.CeilMode)
            options.Add("CeilMode = true");
        if (!config.CountIncludePad)
            options.Add("CountIncludePad = false");
        if (config.DivisorOverride is int divisor)
            options.Add($"DivisorOverride = {Text(divisor)}");
        if (config.Rounding is PoolRounding rounding)
            options.Add($"Rounding = PoolRounding.{rounding}");
        if (config.Norm is float norm)
            options.Add($"Norm = {NumberText.Of(norm)}");
        options.AddRange(FusionText.Options(config));
        if (config.AllowReassociation)
            options.Add("AllowReassociation = true");
        string last = options.Count == 0 ? "" : $", new PoolOptions {{ {string.Join(", ", options)} }}";
        return $"PoolConfig.Create(PoolMode.{config.Mode}, {(config.PoolsDepth ? $"{Of(config.Depth)}, " : "")}{Of(config.Height)}, {Of(config.Width)}{last})";
    }

    public static string Of(PoolPyramid pyramid)
    {
        string layout = pyramid.Layout == PoolLayout.ChannelsFirst ? "" : $", PoolLayout.{pyramid.Layout}";
        return $"PoolPyramid.Max([{string.Join(", ", pyramid.Windows.Select(Text))}]{layout}{(pyramid.IncludeInput ? ", includeInput: true" : "")})";
    }

    public static string Of(PoolFixedShape shape)
    {
        List<string> axes = [];
        foreach ((PoolArgument argument, int? size) in shape.Axes)
        {
            if (size is int fixedSize)
                axes.Add($"{argument} = {Text(fixedSize)}");
        }

        return axes.Count == 0 ? "default" : $"new() {{ {string.Join(", ", axes)} }}";
    }

    private static string Of(PoolAxis axis)
    {
        if (axis.IsAdaptive)
            return $"PoolAxis.Adaptive({Text(axis.Outputs)})";

        List<string> parts = [];
        if (axis.PaddingBefore != 0)
            parts.Add($"PaddingBefore = {Text(axis.PaddingBefore)}");
        if (axis.PaddingAfter != 0)
            parts.Add($"PaddingAfter = {Text(axis.PaddingAfter)}");
        if (axis.AutoPadding != PoolAutoPadding.None)
            parts.Add($"AutoPadding = PoolAutoPadding.{axis.AutoPadding}");
        if (axis.Dilation != 1)
            parts.Add($"Dilation = {Text(axis.Dilation)}");
        string last = parts.Count == 0 ? "" : $" {{ {string.Join(", ", parts)} }}";
        return $"new PoolAxis({Text(axis.Window)}, {Text(axis.Stride)}){last}";
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
