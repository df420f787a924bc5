using System.Globalization;
using System.Text;

namespace PoolGen;

/// <summary>
/// The name of a configuration: public API, one-to-one with the configuration, the same in generated methods,
/// explanations and benchmarks. Parts that have their default are left out.
/// </summary>
internal static class PoolConfigName
{
    public static string Of(PoolConfig config)
    {
        PoolAxis depth = config.Depth, height = config.Height, width = config.Width;
        bool volume = depth != default;
        StringBuilder name = new();
        if (config.IsAdaptive)
            Adaptive(name, config);
        else
            name.Append(config.Mode);
        if (!config.IsAdaptive || Slides(depth) || Slides(height) || Slides(width))
        {
            name.Append(config.IsAdaptive ? "Window" : "");
            Windows(name, volume, depth, height, width);
        }

        if (config.CeilMode)
            name.Append("Ceil");
        if (!config.CountIncludePad)
            name.Append("ExcludePad");
        if (config.DivisorOverride is int divisor)
            name.Append("Divisor").Append(divisor < 0 ? "Minus" : "").Append(Text(divisor).TrimStart('-'));
        if (config.Rounding is PoolRounding rounding)
            name.Append(rounding);
        if (config.Norm is float norm)
            name.Append("Norm").Append(float.IsPositiveInfinity(norm) ? "Infinity" : Word(PoolNumber.Text(norm)));
        if (config.Fusion is PoolFusion fusion)
            Fusion(name, config.Activation, fusion);
        if (config.AllowReassociation)
            name.Append("Reassociated");
        if (config.Layout != PoolLayout.ChannelsFirst)
            name.Append(config.Layout);
        return name.ToString();
    }

    /// <summary>The name with the axes fixed at compile time: <c>Max2x2S2_64x112x112</c>, or letters where only some are fixed.</summary>
    /// <param name="config">What is computed.</param>
    /// <param name="shape">The fixed axes.</param>
    /// <param name="operation">The part that says what is done with the configuration; see <see cref="PoolOperationName"/>.</param>
    public static string Of(PoolConfig config, PoolFixedShape shape, string operation = "") => Of(Of(config) + operation, shape);

    /// <summary>The same for what an operation does with the configuration.</summary>
    public static string Of(PoolConfig config, PoolFixedShape shape, PoolOperation operation, PoolIndexing? indexing, bool longIndices) =>
        Of((operation == PoolOperation.MaxAndAverage ? "Max" : "") + Of(config) + PoolOperationName.Of(operation, indexing, longIndices), shape);

    /// <summary>The name of a pyramid with the axes fixed at compile time.</summary>
    public static string Of(PoolPyramid pyramid, PoolFixedShape shape) => Of(pyramid.ToString(), shape);

    private static string Of(string name, PoolFixedShape shape)
    {
        if (shape == default)
            return name;

        // With a depth, four numbers could also be batch, channels, height and width.
        bool plane = shape is { Channels: not null, Depth: null, Height: not null, Width: not null };
        StringBuilder suffix = new(name);
        suffix.Append('_');
        if (plane)
        {
            if (shape.Batch is int batch)
                suffix.Append(Text(batch)).Append('x');
            suffix.Append(Text(shape.Channels!.Value)).Append('x');
            return suffix.Append(Text(shape.Height!.Value)).Append('x').Append(Text(shape.Width!.Value)).ToString();
        }

        foreach ((PoolArgument argument, int? size) in shape.Axes)
        {
            if (size is int fixedSize)
                suffix.Append(argument.ToString()[0] == 'B' ? 'N' : argument.ToString()[0]).Append(Text(fixedSize));
        }

        return suffix.ToString();
    }

    private static void Fusion(StringBuilder name, PoolActivation activation, PoolFusion fusion)
    {
        if (activation != PoolActivation.None)
            name.Append(activation);
        if (activation == PoolActivation.Clamp && fusion.HasLowest)
            name.Append("From").Append(Word(PoolNumber.Text(fusion.Lowest)));
        if (fusion.HasLargest)
            name.Append("To").Append(Word(PoolNumber.Text(fusion.Largest)));
        if (fusion.Stage == PoolStage.Before)
            name.Append("Before");
        if (fusion.Quantization is PoolQuantization quantization)
        {
            name.Append("Quantized").Append(Word(PoolNumber.Text(quantization.InputScale))).Append("Zero").Append(Word(Text(quantization.InputZeroPoint)))
                .Append("To").Append(Word(PoolNumber.Text(quantization.OutputScale))).Append("Zero").Append(Word(Text(quantization.OutputZeroPoint)));
        }
    }

    /// <summary>A number as a part of a name.</summary>
    private static string Word(string number) => number.Replace(".", "Point").Replace("+", "").Replace("-", "Minus");

    /// <summary>Whether an axis has a window, if only one of a single tap.</summary>
    private static bool Slides(PoolAxis axis) => !axis.IsAdaptive && axis != default;

    private static void Adaptive(StringBuilder name, PoolConfig config)
    {
        PoolAxis one = PoolAxis.Adaptive(1);
        if (config.Depth == one && config.Height == one && config.Width == one)
        {
            name.Append("Global").Append(config.Mode);
            return;
        }

        name.Append("Adaptive").Append(config.Mode);
        if (config.PoolsDepth)
            name.Append(Outputs(config.Depth)).Append('x');
        name.Append(Outputs(config.Height)).Append('x').Append(Outputs(config.Width));
    }

    private static string Outputs(PoolAxis axis) => axis.IsAdaptive ? Text(axis.Outputs) : "All";

    private static void Windows(StringBuilder name, bool volume, PoolAxis depth, PoolAxis height, PoolAxis width)
    {
        Sizes(name, volume, depth.Window, height.Window, width.Window);
        name.Append('S');
        Uniform(name, volume, depth.Stride, height.Stride, width.Stride);
        Padding(name, volume, depth, height, width);
        AutoPadding(name, depth, height, width);
        if (depth.Dilation > 1 || height.Dilation > 1 || width.Dilation > 1)
        {
            name.Append('D');
            Uniform(name, volume, depth.Dilation, height.Dilation, width.Dilation);
        }
    }

    private static void AutoPadding(StringBuilder name, PoolAxis depth, PoolAxis height, PoolAxis width)
    {
        PoolAutoPadding first = depth.AutoPadding != PoolAutoPadding.None ? depth.AutoPadding
            : height.AutoPadding != PoolAutoPadding.None ? height.AutoPadding
            : width.AutoPadding;
        if (Follows(depth, first) && Follows(height, first) && Follows(width, first))
        {
            name.Append(Word(first));
            return;
        }

        Axis(depth, "Depth");
        Axis(height, "Height");
        Axis(width, "Width");

        void Axis(PoolAxis axis, string word)
        {
            if (axis.AutoPadding != PoolAutoPadding.None)
                name.Append(Word(axis.AutoPadding)).Append(word);
        }
    }

    /// <summary>Whether the axis has the automatic padding, or is not pooled along.</summary>
    private static bool Follows(PoolAxis axis, PoolAutoPadding padding) => axis.AutoPadding == padding || axis == default;

    private static string Word(PoolAutoPadding padding) => padding switch
    {
        PoolAutoPadding.None => "",
        PoolAutoPadding.SameUpper => "Same",
        _ => "SameLower",
    };

    private static void Padding(StringBuilder name, bool volume, PoolAxis depth, PoolAxis height, PoolAxis width)
    {
        if (!IsStated(depth) && !IsStated(height) && !IsStated(width))
            return;

        name.Append('P');
        if (Symmetric(depth) && Symmetric(height) && Symmetric(width))
        {
            Uniform(name, volume, depth.PaddingBefore, height.PaddingBefore, width.PaddingBefore);
            return;
        }

        Side(name, "Front", depth.PaddingBefore);
        Side(name, "Back", depth.PaddingAfter);
        Side(name, "Top", height.PaddingBefore);
        Side(name, "Bottom", height.PaddingAfter);
        Side(name, "Left", width.PaddingBefore);
        Side(name, "Right", width.PaddingAfter);
    }

    private static bool IsStated(PoolAxis axis) => (axis.PaddingBefore | axis.PaddingAfter) != 0;

    private static bool Symmetric(PoolAxis axis) => axis.PaddingBefore == axis.PaddingAfter;

    private static void Side(StringBuilder name, string side, int padding)
    {
        if (padding > 0)
            name.Append(side).Append(Text(padding));
    }

    private static void Uniform(StringBuilder name, bool volume, int depth, int height, int width)
    {
        if (height == width && (!volume || depth == height))
            name.Append(Text(width));
        else
            Sizes(name, volume, depth, height, width);
    }

    private static void Sizes(StringBuilder name, bool volume, int depth, int height, int width)
    {
        if (volume)
            name.Append(Text(depth)).Append('x');
        name.Append(Text(height)).Append('x').Append(Text(width));
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
