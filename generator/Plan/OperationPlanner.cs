using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Plans what is more than the plain forward pass: indices, unpooling and the backward pass.</summary>
internal static class OperationPlanner
{
    /// <summary>Taps that are written out one by one, each with its index: as many as a window of three has in a volume.</summary>
    private const int UnrolledTaps = 27;

    /// <summary>Tap rows of which each has a reference and an index of its own, which are arguments.</summary>
    private const int MostRows = 9;

    /// <summary>A maximum or a minimum and its indices; the padding of the configuration is stated.</summary>
    public static KernelPlan WithIndices(PoolConfig config, KernelDeclaration kernel)
    {
        KernelPlan plan = KernelPlanner.Plan(config, kernel.FixedShape, kernel.Element) with
        {
            Operation = PoolOperation.ForwardWithIndices,
            Indices = kernel.Indices,
            Register = RegisterOf(kernel.Element),
            FallbackReason = null,
            Source = RowSource.Input,
            Order = TapOrder.RowMajor,
            Tiling = PlaneTiling.Never,
            ScansForNaN = false,
            RepeatsTaps = true,
            WalksDown = false,
            VectorBits = new([256, 128]),
            VectorColumns = config.Width.Stride == 1 || (config.Width.Stride == 2 && config.Width.Window > 1),
        };
        long rows = (long)config.Depth.Window * config.Height.Window;
        if (config.IsAdaptive)
            return plan.InLoops("windows follow from the numbers of outputs and the size of the input");
        if (rows > MostRows || rows * config.Width.Window > UnrolledTaps)
            return plan.InLoops("its window has more taps than are written out with their indices");
        if (config.PoolsDepth && kernel.Indices!.Indexing == PoolIndexing.TensorColumnMajor)
            return plan.InLoops("rows of different slices are not a multiple of one step apart where indices count down the columns");
        string lanes = string.Join(" or ", plan.VectorBits.Select(bits => Number(bits / (8 * plan.Register.Size()))));
        if (WalkPlanner.WalksWithIndices(plan))
            plan = WalkPlanner.PlanWithIndices(plan);
        return plan with
        {
            Remarks = new(
            [
                $"{Number(rows * config.Width.Window)} taps, written out. {lanes} {(plan.Layout == PoolLayout.ChannelsFirst ? "neighbouring outputs" : "channels")} per vector"
                    + (plan.Layout == PoolLayout.ChannelsFirst && !plan.VectorColumns ? " are possible where they are one or two columns apart; here they are taken one by one." : "."),
                "A tap takes the place of the one that is kept, and its index that one's, when it is more or NaN: the first of equal taps is kept, and the last NaN.",
                "Each row of a window is taken by itself, then rows meet from top to bottom, which gives the same. A tap outside the input repeats the nearest one of its window with its index.",
                .. plan.WalksDown ? Walk(plan) : [],
            ]),
        };
    }

    private static IEnumerable<string> Walk(KernelPlan plan)
    {
        yield return "Vectors of windows walk down a plane and keep the results of the rows that the next window has, too.";
        if (!plan.Register.IsWhole())
            yield return "There a NaN is looked for once per row: where one shows, the rows are taken again, one by one.";
    }

    /// <summary>What writes where indices say, with the loops of the runtime, or a gradient of sums.</summary>
    public static KernelPlan Backward(KernelDeclaration kernel)
    {
        if (kernel is { Operation: PoolOperation.Backward, Indices: null })
            return GradientPlanner.Plan(kernel.Config, kernel.FixedShape, kernel.Element);
        KernelPlan forward = KernelPlanner.Plan(PaddingVariants.Of(kernel.Config, kernel.FixedShape)[0], kernel.FixedShape, kernel.Element);
        KernelPlan plan = forward with { Config = kernel.Config, Register = kernel.Element, Operation = kernel.Operation, Indices = kernel.Indices };
        if (kernel.Indices is null)
            return plan.InLoops("its operation has no text of its own");
        bool apart = AreApart(kernel.Config);
        return plan with
        {
            FallbackReason = null,
            ScattersWindows = apart,
            Remarks = new(
            [
                apart ? "Windows lie apart: the target is written once, in order; an index outside of its window makes the elements of its part be put one by one."
                    : "The target is filled with zeros first, then elements are put one by one.",
                "Indices are checked before anything is written.",
            ]),
        };
    }

    /// <summary>The maximum and the average of the same windows; the padding of the configuration is stated.</summary>
    public static KernelPlan WithMaximum(PoolConfig config, KernelDeclaration kernel)
    {
        bool stride2 = config.Width is { Stride: 2, Window: > 1 };
        KernelPlan plan = KernelPlanner.Plan(config, kernel.FixedShape, kernel.Element) with
        {
            Operation = PoolOperation.MaxAndAverage,
            FallbackReason = null,
            Source = RowSource.Input,
            Order = TapOrder.RowMajor,
            Tiling = PlaneTiling.Never,
            ScansForNaN = false,
            WalksDown = false,
            VectorColumns = config.Width.Stride == 1 || stride2,
        };
        plan = plan with { FetchesAhead = plan.Layout == PoolLayout.ChannelsFirst && plan.VectorColumns };
        long taps = (long)config.Height.Window * config.Width.Window;
        if (config.IsAdaptive)
            return plan.InLoops("windows follow from the numbers of outputs and the size of the input");
        if (config.PoolsDepth)
            return plan.InLoops("windows have slices");
        if (taps > UnrolledTaps)
            return plan.InLoops("its window has more taps than are written out for two results");
        if (RegisterType.Of(kernel.Element, ModeTraits.Of(config.Mode), fusion: null, taps) is null)
            return plan.InLoops("no vectors hold sums of so many taps of whole numbers");
        string lanes = string.Join(" or ", plan.VectorBits.Select(bits => Number(bits / (8 * plan.Register.Size()))));
        bool first = plan.Layout == PoolLayout.ChannelsFirst;
        List<string> words =
        [
            $"{Number(taps)} taps, written out, each loaded once for the maximum and the sum. {lanes} {(first ? "neighbouring outputs" : "channels")} per vector"
                + (first && !plan.VectorColumns ? " are possible where they are one or two columns apart; here they are taken one by one." : "."),
            "Every window takes its taps row by row, in the order of the definition.",
        ];
        if (first && plan.VectorColumns && !kernel.Element.IsWhole())
            words.Add("A NaN shows in the sum; the windows of such a vector are taken again, one by one.");
        if (plan.FetchesAhead)
            words.Add("The rows behind those that are read are asked for ahead.");
        if (plan.LeavesInput)
            words.Add("Windows that leave the input loop over the taps they have.");
        return plan with { Remarks = new(words) };
    }

    /// <summary>The plans of the steps of a pyramid: over any number of planes, as many as are pooled together.</summary>
    public static IEnumerable<KernelPlan> Steps(KernelDeclaration kernel, PoolPyramid pyramid)
    {
        PoolFixedShape planes = new() { Depth = kernel.FixedShape.Depth, Height = kernel.FixedShape.Height, Width = kernel.FixedShape.Width };
        return pyramid.Steps.Distinct().Select(step => KernelPlanner.Plan(step, planes, kernel.Element));
    }

    /// <summary>Whether every window is whole and shares no element with another, so that it may be written as one.</summary>
    private static bool AreApart(PoolConfig config) =>
        config is { IsAdaptive: false, IsPadded: false, PoolsDepth: false, CeilMode: false } && IsApart(config.Height) && IsApart(config.Width);

    private static bool IsApart(PoolAxis axis) => axis.EffectiveWindow == axis.Window && axis.Window <= axis.Stride;

    /// <summary>Elements are compared in lanes as wide as indices: those of 32 or 64 bits.</summary>
    private static ElementType RegisterOf(ElementType element) => element switch
    {
        ElementType.Half => ElementType.Float,
        _ when element.Size() < sizeof(int) => ElementType.Int,
        _ => element,
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
