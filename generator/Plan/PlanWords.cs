using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Puts a plan into words, for the doc comment of the kernel.</summary>
internal static class PlanWords
{
    public static EquatableArray<string> Of(KernelPlan plan)
    {
        if (plan.FallbackReason is string reason)
            return new([$"The generic loops of the runtime compute this configuration: {reason}."]);

        if (plan.Config.IsAdaptive)
            return new(Adaptive(plan));

        long rows = TapRows(plan), columns = plan.Config.Width.Window;
        string slices = plan.PoolsDepth ? $"{Number(plan.Config.Depth.Window)} slices of {Number(plan.Config.Height.Window)} rows" : $"{Number(rows)} rows";
        List<string> words = [$"{Number(rows * columns)} taps: {slices} of {Number(columns)}{(plan.UnrollRows ? ", written out" : ", in loops")}."];
        if (plan.Layout == PoolLayout.ChannelsFirst)
            ChannelsFirst(plan, words);
        else
            ChannelsLast(plan, words);
        if (plan.Config.Norm is float norm)
            words.Add(Norm(norm));
        if (plan.Config.Activation != PoolActivation.None)
            words.Add(plan.Config.ActivationStage == PoolStage.Before ? "Taps are clamped when they are loaded." : "Results are clamped before they are stored.");
        words.Add(Counts(PlanOperations.Of(plan)));
        Registers(plan, words);
        if (plan.FetchesAhead)
            words.Add(plan.StreamsRows ? "Large maps are asked for ahead, as one stream; very large ones are pooled as four streams, and large outputs stored past the caches." : "Large maps are asked for ahead, as one stream.");
        if (plan.Divisor == DivisorRule.PerWindow)
            words.Add("The divisor differs between windows and is counted once per row and column.");
        return new(words);
    }

    private static string Norm(float norm) => norm switch
    {
        1 => "Absolute values are taken when taps are loaded, and summed.",
        2 => "Taps are squared when they are loaded, and a square root ends each sum.",
        float.PositiveInfinity => "Absolute values are taken when taps are loaded, and the largest is kept.",
        _ => $"Powers are taken when taps are loaded{(PoolNorm.Multiplies(norm) ? ", by multiplication" : ", lane by lane")}; a root, lane by lane, ends each sum.",
    };

    private static List<string> Adaptive(KernelPlan plan)
    {
        List<string> words = [plan.AdaptiveTaps is long taps ? $"{Number(taps)} taps in every window." : "Windows follow from the number of outputs and the size of the input; neighbours may share a row or a column."];
        words.Add(plan.Layout == PoolLayout.ChannelsFirst
            ? $"{Lanes(plan)} columns per vector go down the tap rows of an output row, up to {Number(plan.TileVectors)} vectors at a time; each output takes its columns from left to right{(plan.UnrollColumns ? ", written out" : "")}."
            : $"{Lanes(plan)} channels per vector, up to {Number(plan.TileVectors)} vectors at a time, take each column of a window from top to bottom and then the columns from left to right.");
        Tiles(plan, words);
        Registers(plan, words);
        if (plan.FetchesAhead)
            words.Add(plan.StreamsRows ? "Large maps are asked for ahead, as one stream; very large ones are pooled as four streams." : "Large maps are asked for ahead, as one stream.");
        return words;
    }

    /// <summary>What elements are in registers, where they are not what they are in memory.</summary>
    private static void Registers(KernelPlan plan, List<string> words)
    {
        if (plan.Element.IsWhole() && plan.Config.Mode == PoolMode.Sum)
            words.Add("A sum that does not fit wraps around.");
        if (plan.Register == plan.Element)
            return;
        string register = plan.Register.ToString().ToLowerInvariant();
        words.Add(plan.Config.Quantization is not null ? $"Sums above the zero point are taken in {register}, where they are exact; one formula in float turns each into a byte."
            : plan.Element.IsWhole() ? $"Sums are taken in {register}, where none overflows, and divided exactly; a quotient that does not fit wraps around."
            : plan.Register.IsWhole() ? "Elements are compared as whole numbers in the same order, moved so that a NaN wins."
            : $"Elements are summed in {register}, and the result is rounded once.");
    }

    private static void ChannelsFirst(KernelPlan plan, List<string> words)
    {
        if (plan.WalksDown)
        {
            Walk(plan, words);
            return;
        }

        long rows = TapRows(plan), columns = plan.Config.Width.Window;
        int stride = plan.Config.Width.Stride;
        words.Add(plan.VectorColumns
            ? $"{Lanes(plan)} neighbouring outputs per vector{(stride == 2 ? ", their columns selected as even and odd elements" : stride == 4 ? ", their columns selected as even and odd elements, twice" : "")}; the second vector of a row overlaps the first, so that the last ends with it."
            : $"Rows meet {Lanes(plan)} columns per vector; windows {Number(stride)} columns apart are taken one by one.");
        switch (plan.Order)
        {
            case TapOrder.RowsFirstShared when plan.CarriesColumns:
                words.Add($"Vectors walk along two output rows at once: the tap rows meet in registers ({Number(rows - 1)} combinations per element), and of a window's three columns two are new "
                    + "and one is carried over from the window before.");
                break;
            case TapOrder.RowMajor:
                words.Add("Every window takes its taps row by row, in the order of the definition.");
                break;
            case TapOrder.RowsFirst:
                words.Add("The tap rows meet first, then the columns, all in registers.");
                break;
            default:
                words.Add($"The tap rows meet first ({Number(plan.Source == RowSource.Stacked ? plan.Config.Depth.Window - 1 + plan.RowNetwork.Combinations : rows - 1)} combinations per element), then windows share the row: {Number(plan.Network.Combinations)} combinations per element in "
                    + $"{Number(plan.Network.Passes.Count)} {(plan.Network.Passes.Count == 1 ? "pass" : "passes")} ({string.Join("; ", plan.Network.Passes.Select(pass => string.Join(", ", pass.Select(offset => Number(offset)))))}).");
                break;
        }

        if (plan.Source == RowSource.Stacked && plan.PoolsDepth)
            words.Add("Rows of each slice of a window are copied to scratch memory with their padding around them, one stack per slice, so that every window is whole.");
        else if (plan.Source == RowSource.Stacked)
            words.Add("Rows of as many planes as fit are copied to scratch memory with their padding around them, so that every window is whole.");
        if (plan.HoldsRowsInHalves)
            words.Add($"Two rows with {Number(WidestLanes(plan) / 2)} outputs{(!plan.PoolsDepth && WidestLanes(plan) == 8 ? ", or with 2 in each of two planes," : "")} fill a vector, and their windows take even and odd columns at once.");
        if (plan.HoldsRowsAsPairs)
            words.Add($"Rows with {Number(WidestLanes(plan) / 2)} to {Number(WidestLanes(plan))} outputs are held whole in two vectors, and every window takes its columns from the lanes where they stand.");
        Tiles(plan, words);
        if (plan.RunsAlongRows)
            words.Add("Rows of a vector and more are pooled by running maxima over whole vectors, in whose lanes elements have met that are side by side: what a window takes does not grow with it.");
        if (plan.Source == RowSource.Clamped)
            words.Add("A tap row beyond the edge is replaced by the nearest row of its window, which changes nothing.");
    }

    private static void Walk(KernelPlan plan, List<string> words)
    {
        int rows = plan.Config.Height.Window, columns = plan.Config.Width.Window;
        bool selects = plan.Config.Width.Stride == 2;
        int windows = (rows + plan.Config.Height.Stride - 1) / plan.Config.Height.Stride;
        words.Add($"{Lanes(plan)} neighbouring outputs per vector{(selects ? ", their columns selected as even and odd elements" : "")}, which walks down {Number(plan.TurnRows)} rows of outputs at a time; the last vector of a row overlaps the one before it.");
        words.Add(plan.Order == TapOrder.RowMajor
            ? $"A sum for each of the {(windows == rows ? "" : "up to ")}{Number(windows)} windows that a row belongs to takes its taps in the order of the definition."
            : "A row meets along the width first, and windows below one another share such rows in registers.");
        if (plan.LeavesWidth)
            words.Add("Where taps leave the row, the lanes of the vector beside them move by one; nothing is copied.");
        Tiles(plan, words);
    }

    /// <summary>The lanes of the widest vectors.</summary>
    private static int WidestLanes(KernelPlan plan) => plan.VectorBits[0] / (8 * plan.Register.Size());

    private static void Tiles(KernelPlan plan, List<string> words)
    {
        if (plan.Tiling != PlaneTiling.Never)
            words.Add($"Planes with rows of up to {Number(plan.TileColumns)} outputs are put side by side, one per lane, and pooled {(plan.Tiling == PlaneTiling.Running ? "by running maxima, up to three combinations per element and axis" : "together")}.");
    }

    private static void ChannelsLast(KernelPlan plan, List<string> words)
    {
        long rows = TapRows(plan), columns = plan.Config.Width.Window;
        if (plan.FewChannels > 0)
        {
            words.Add($"Up to {Number(plan.FewChannels)} channels: rows of interleaved pixels stand in scratch memory with their padding around them; "
                + (plan.Config.Width.Stride == 1 ? "windows are taken from them as from plain rows." : "a vector takes the window of a pixel."));
        }

        if (plan.HasFewChannels)
            return;
        if (plan.RunsWindows)
        {
            words.Add(plan.PairsWindows
                ? "Windows come in pairs, two rows at a time and then two columns: what both have in common meets once."
                : "Windows come from running maxima along each axis: up to three combinations per element and axis, whatever the window.");
            return;
        }

        if (plan.SlidingVectors > 0)
        {
            words.Add($"{Lanes(plan)} channels per vector, up to {Number(plan.SlidingVectors)} vectors at a time walk along the row, and the columns of the next window stay in registers.");
        }
        else
        {
            words.Add($"{Lanes(plan)} channels per vector, the last overlapping the one before it.");
        }

        if (plan.HasEdges)
            words.Add(plan.UnrollRows ? "Windows that leave the input loop over the taps they have." : "Windows loop over the taps they have.");
        if (plan.GoesByRow)
            words.Add("Where pixels lie whole pages apart, and so collide in the cache, all channels of a window's row go before its next row.");
        if (!plan.HasEdges && plan.LeavesInput)
            words.Add("A tap outside the input is replaced by the nearest one of its window, which changes nothing.");
    }

    private static string Counts(PlanOperations operations)
    {
        return $"Per output vector {Each(operations.Count.Loads, "load")}, {Each(operations.Count.Combinations, "combination")} and {Each(operations.Count.Stores, "store")}, edges left out.";

        string Each(long count, string word) => count == operations.Outputs
            ? $"1 {word}"
            : $"{((double)count / operations.Outputs).ToString("0.##", CultureInfo.InvariantCulture)} {word}s";
    }

    private static long TapRows(KernelPlan plan) => (long)plan.Config.Depth.Window * plan.Config.Height.Window;

    private static string Lanes(KernelPlan plan) =>
        string.Join(" or ", plan.VectorBits.Select(bits => Number(bits / (8 * plan.Register.Size()))));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
