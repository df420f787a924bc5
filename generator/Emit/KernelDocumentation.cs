using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the doc comment of a kernel's method: what it computes, and how, in words.</summary>
internal static class KernelDocumentation
{
    public static void Write(CodeWriter writer, PlannedKernel kernel, PartialMethod method)
    {
        bool readsIndices = kernel.Declaration is { Indices: not null, Operation: not PoolOperation.ForwardWithIndices };
        string last = kernel.Declaration.Element.IsWhole() ? "The call does not allocate." : "A NaN in a window gives NaN. The call does not allocate.";
        IEnumerable<string> remarks = kernel.Plan.Remarks.Append(last);
        if (kernel.Declaration.Pyramid is PoolPyramid pyramid)
            remarks = PyramidWords(pyramid).Concat(remarks);
        else if (VariantChoice.IsOfCeilMode(kernel))
            remarks = remarks.Prepend("There are 2 bodies, one for shapes that ceil mode gives no output more, and one for others; the plan is that of the first.");
        else if (kernel.Variants.Count > 1)
            remarks = remarks.Prepend($"There are {Text(kernel.Variants.Count)} bodies, one for each padding that shapes can have before their first elements; the plan is that of the first.");
        if (method.IsDocumented)
        {
            // A doc comment here would replace the user's own.
            foreach (string sentence in remarks)
                writer.Line("// " + sentence);
            return;
        }

        writer.Line($"/// <summary>{Escape(Summary(kernel.Declaration))}</summary>");
        writer.Line("/// <remarks>");
        foreach (string sentence in remarks)
            writer.Line("/// " + Escape(sentence));
        writer.Line("/// </remarks>");
        IReadOnlyList<SpanParameter> spans = OperationText.Of(kernel.Declaration).Spans;
        for (int index = 0; index < spans.Count; index++)
            WriteParameter(writer, method.Spans[index], spans[index].Words);
        if (method.Shape is not null)
            WriteParameter(writer, method.Shape, "The shape of the input.");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">");
        writer.Line($"/// A span is too short, the spans overlap, {(readsIndices ? "an index is out of its range, " : "")}or the shape does not fit; nothing has been written.");
        writer.Line("/// </exception>");
    }

    private static void WriteParameter(CodeWriter writer, string name, string text) =>
        writer.Line($"/// <param name=\"{name.TrimStart('@')}\">{text}</param>");

    private static string Summary(KernelDeclaration kernel)
    {
        if (kernel.Pyramid is PoolPyramid pyramid)
            return PyramidSummary(kernel, pyramid);

        PoolConfig config = kernel.Config;
        PoolAxis depth = config.Depth, height = config.Height, width = config.Width;
        List<string> parts =
        [
            $"{Operation(kernel)}{config.Mode} pooling of {ElementRule.Of(kernel.Element).Keyword} maps{(kernel.Operation == PoolOperation.ForwardWithIndices ? $" with indices by {kernel.Indices!.Indexing}" : "")}",
            config.Layout == PoolLayout.ChannelsFirst ? "channels first" : "channels last",
            .. Windows(config),
        ];
        if (AutoPadding(config) is string automatic)
            parts.Add(automatic);
        if (new[] { depth, height, width }.Any(axis => (axis.PaddingBefore | axis.PaddingAfter) != 0))
        {
            parts.Add($"padding {(config.PoolsDepth ? $"front {Text(depth.PaddingBefore)}, back {Text(depth.PaddingAfter)}, " : "")}top {Text(height.PaddingBefore)}, bottom {Text(height.PaddingAfter)}, "
                + $"left {Text(width.PaddingBefore)}, right {Text(width.PaddingAfter)}");
        }

        if (depth.Dilation > 1 || height.Dilation > 1 || width.Dilation > 1)
            parts.Add($"dilation {(config.PoolsDepth ? $"{Text(depth.Dilation)}×" : "")}{Text(height.Dilation)}×{Text(width.Dilation)}");
        if (config.CeilMode)
            parts.Add("ceil mode");
        if (!config.CountIncludePad)
            parts.Add("padding not counted");
        if (config.DivisorOverride is int divisor)
            parts.Add($"divisor {Text(divisor)}");
        if (config.Rounding is PoolRounding rounding)
            parts.Add(rounding switch
            {
                PoolRounding.HalfEven => "rounded to the nearest, halves to even",
                PoolRounding.HalfAwayFromZero => "rounded to the nearest, halves away from zero",
                _ => "rounded towards zero",
            });
        if (config.Norm is float norm)
            parts.Add(float.IsPositiveInfinity(norm) ? "the largest absolute value" : $"norm {PoolNumber.Text(norm)}");
        parts.AddRange(FusionText.Words(config));
        if (config.AllowReassociation)
            parts.Add("sums in any order");
        return string.Join(", ", parts.Concat(Fixed(kernel))) + ".";
    }

    private static IEnumerable<string> Fixed(KernelDeclaration kernel) =>
        from axis in kernel.FixedShape.Axes
        where axis.Size is not null
        select $"{axis.Argument.ToString().ToLowerInvariant()} {Text(axis.Size!.Value)}";

    private static string PyramidSummary(KernelDeclaration kernel, PoolPyramid pyramid)
    {
        List<string> parts =
        [
            $"Pyramid of maxima of {ElementRule.Of(kernel.Element).Keyword} maps",
            pyramid.Layout == PoolLayout.ChannelsFirst ? "channels first" : "channels last",
            $"{(pyramid.IncludeInput ? "the input, then " : "")}windows {string.Join(", ", pyramid.Windows.Select(Text))} along the channels",
        ];
        return string.Join(", ", parts.Concat(Fixed(kernel))) + ".";
    }

    private static IEnumerable<string> PyramidWords(PoolPyramid pyramid)
    {
        string steps = string.Join(", ", pyramid.Steps.Select(step => Text(step.Width.Window)));
        yield return pyramid.IsFromCorners
            ? $"Each window is what those of the one before it cover at its four corners, and is taken from them, some planes at a time. Where rows are too short or planes too large for that, windows of {steps} are taken in turn."
            : $"Each window is taken from the result of the one before it, some planes at a time: windows of {steps} in turn.";
        yield return "The plan is that of the first.";
    }

    /// <summary>The windows in words: those that follow from the outputs, then those that slide.</summary>
    private static IEnumerable<string> Windows(PoolConfig config)
    {
        (PoolAxis Axis, string Unit)[] axes = [(config.Depth, "slice"), (config.Height, "row"), (config.Width, "column")];
        if (axes.All(axis => axis.Axis == PoolAxis.Adaptive(1)))
            yield return "one output for each channel";
        else if (config.IsAdaptive)
            yield return $"to {string.Join(" and ", axes.Where(axis => axis.Axis.IsAdaptive).Select(axis => Count(axis.Axis.Outputs, axis.Unit)))}";
        if (axes.All(axis => axis.Axis.IsAdaptive || axis.Axis == default) && config.IsAdaptive)
            yield break;
        PoolAxis depth = config.Depth, height = config.Height, width = config.Width;
        yield return $"window {(config.PoolsDepth ? $"{Text(depth.Window)}×" : "")}{Text(height.Window)}×{Text(width.Window)}";
        yield return $"stride {(config.PoolsDepth ? $"{Text(depth.Stride)}×" : "")}{Text(height.Stride)}×{Text(width.Stride)}";

        static string Count(int outputs, string unit) => $"{Text(outputs)} {unit}{(outputs == 1 ? "" : "s")}";
    }

    private static string Operation(KernelDeclaration kernel) => kernel.Operation switch
    {
        PoolOperation.Unpool => $"Unpooling by {kernel.Indices!.Indexing} indices of ",
        PoolOperation.Backward when kernel.Indices is KernelIndices indices => $"Backward pass by {indices.Indexing} indices of ",
        PoolOperation.Backward => "Backward pass of ",
        PoolOperation.MaxAndAverage => "Max and ",
        _ => "",
    };

    /// <summary>The padding that follows from the shape, in words, or null.</summary>
    private static string? AutoPadding(PoolConfig config)
    {
        PoolAutoPadding padding = new[] { config.Depth, config.Height, config.Width }.Max(axis => axis.AutoPadding);
        return padding switch
        {
            PoolAutoPadding.None => null,
            PoolAutoPadding.SameUpper => "padding that follows from the size, the larger part after the last element",
            _ => "padding that follows from the size, the larger part before the first element",
        };
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
