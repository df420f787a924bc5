using System.Collections.Generic;
using System.Globalization;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Plans the backward pass of sums and averages.</summary>
internal static class GradientPlanner
{
    /// <summary>Shares that elements of a stride add up, written out one by one.</summary>
    private const int UnrolledShares = 64;

    /// <summary>Outputs so far apart have a store of vectors that puts their elements side by side.</summary>
    private const int VectorStride = 2;

    public static KernelPlan Plan(PoolConfig config, PoolFixedShape fixedShape, ElementType element)
    {
        bool first = config.Layout == PoolLayout.ChannelsFirst || fixedShape.Channels == 1;
        KernelPlan plan = new()
        {
            Config = config,
            FixedShape = fixedShape,
            Element = element,
            Register = element,
            Layout = first ? PoolLayout.ChannelsFirst : PoolLayout.ChannelsLast,
            Divisor = ModeTraits.Of(config.Mode).Divides ? DivisorRule.PerWindow : DivisorRule.None,
            VectorColumns = config.Width.Stride <= VectorStride,
            VectorBits = new([256, 128]),
            RowNetwork = WindowNetwork.Cheapest(1, 1, stride: 1, idempotent: false),
            Network = WindowNetwork.Cheapest(1, 1, stride: 1, idempotent: false),
            Remarks = new([]),
        };
        return Reason(plan) is string reason ? plan.InLoops(reason) : plan with { AddsShares = true, Remarks = Words(plan) };
    }

    /// <summary>Why the generic loops compute the gradient, or null.</summary>
    private static string? Reason(KernelPlan plan)
    {
        PoolConfig config = plan.Config;
        if (PoolModeOptions.Of(config.Mode).HasNorm)
            return "every element of a norm takes a part of its own";
        if (plan.Layout == PoolLayout.ChannelsLast)
            return "channels are in lanes of its loops already";
        if (plan.Element == ElementType.Half)
            return "sums of halves are rounded to halves after every addition";
        if (config.IsAdaptive)
            return "windows follow from the numbers of outputs and the size of the input";
        if (config.Depth.Dilation > 1 || config.Height.Dilation > 1 || config.Width.Dilation > 1)
            return "windows are dilated";
        long shares = (long)config.Depth.Window * config.Height.Window * config.Width.Window;
        return shares > UnrolledShares && config.Depth.Window * (long)config.Height.Window * MostOver(config.Width) > UnrolledShares
            ? "an element adds up too many shares to write them out"
            : null;
    }

    /// <summary>The most windows over an element.</summary>
    private static int MostOver(PoolAxis axis) => ((axis.Window - 1) / axis.Stride) + 1;

    private static EquatableArray<string> Words(KernelPlan plan)
    {
        PoolConfig config = plan.Config;
        long most = (long)MostOver(config.Depth) * MostOver(config.Height) * MostOver(config.Width);
        List<string> words =
        [
            $"What each element of a window takes of its gradient {(plan.Divisor == DivisorRule.None ? "is all of it" : "is divided once")} and stands in scratch memory, zeros around it.",
            most == 1 ? "Windows do not overlap: an element copies the share of its window." : $"An element adds up the shares of up to {Number(most)} windows, in row-major order.",
        ];
        int stride = config.Width.Stride;
        words.Add(plan.VectorColumns
            ? $"{Number(256 / 8 / plan.Element.Size())} or {Number(128 / 8 / plan.Element.Size())} neighbouring windows per vector{(stride > 1 ? ", whose elements are stored side by side" : "")}; the second vector of a row overlaps the first, so that the last ends with it."
            : $"Windows {Number(stride)} columns apart are taken one by one.");
        words.Add("Gradients that are larger than the caches are stored past them.");
        return new(words);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
