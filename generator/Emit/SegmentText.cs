using System;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// The scratch memory of a channels-first kernel: output rows are pooled in segments, so that it stays small whatever the width.
/// Cell 0 lies under the first tap of the segment's first window, which may be padding.
/// </summary>
internal sealed class SegmentText(KernelText text)
{
    private readonly KernelPlan plan = text.Plan;

    private PoolAxis Axis => text.Width;

    /// <summary>Whether the whole output row is one segment, as is known at compile time.</summary>
    public bool IsWhole => plan.FixedShape.Width is int width && OutputSize(width) <= plan.SegmentColumns;

    /// <summary>The distance of scratch rows where it is known at compile time, or null.</summary>
    public string? PitchConstant => IsWhole
        ? KernelText.Number(((OutputSize(plan.FixedShape.Width!.Value) - 1) * Axis.Stride) + Axis.EffectiveWindow)
        : null;

    /// <summary>The input column under the first cell that is not padding.</summary>
    public string FirstColumn => plan.LeavesWidth ? "start + left" : "start";

    /// <summary>How many columns the windows of the segment read from the input.</summary>
    public string CopiedColumns => plan.LeavesWidth ? "right - left" : "right";

    /// <summary>The first cell that is not padding.</summary>
    public string FirstCell(string cells) => plan.LeavesWidth ? $"{cells}[left]" : $"{cells}[0]";

    /// <summary>Declares scratch memory for <paramref name="block"/> output rows.</summary>
    public void WriteScratch(CodeWriter writer, string block)
    {
        string element = text.Element.Keyword;
        string constant = IsWhole ? "const " : "";
        writer.Line(IsWhole
            ? $"const int segment = {text.Sizes.OutputWidth};"
            : $"int segment = Math.Min({text.Sizes.OutputWidth}, {KernelText.Number(plan.SegmentColumns)});");
        writer.Line($"{constant}int pitch = {KernelText.Reach("segment", Axis)};");
        writer.Line($"int block = {block};");
        bool padded = plan.Source == RowSource.Padded;
        string rows = padded ? $"({KernelText.Reach("block", text.Height)})" : "block";
        string spare = KernelText.Number(plan.SpareCells);
        writer.Line($"Span<{element}> cells = stackalloc {element}[({rows} * pitch) + {spare}];");
        if (padded && plan.Order == TapOrder.RowsFirstShared)
            writer.Line($"Span<{element}> combined = stackalloc {element}[(block * pitch) + {spare}];");
        if (plan.Order == TapOrder.RowsFirstShared && plan.Network.Passes.Count > 1)
            writer.Line($"Span<{element}> widened = stackalloc {element}[(block * pitch) + {spare}];");
        if (text.PerWindow)
            writer.Line($"Span<{element}> extents = stackalloc {element}[segment];");
    }

    /// <summary>Writes the loop over segments, or the one segment.</summary>
    public void Write(CodeWriter writer, Action body)
    {
        string reach = KernelText.Reach("columns", Axis);
        string start = KernelText.Plus(KernelText.Times("first", Axis.Stride), -Axis.PaddingBefore);
        if (!IsWhole)
        {
            using (writer.Block($"for (int first = 0; first < {text.Sizes.OutputWidth}; first += segment)"))
            {
                writer.Line($"int columns = Math.Min(segment, {text.Sizes.OutputWidth} - first);");
                writer.Line($"int start = {start};");
                if (plan.LeavesWidth)
                    writer.Line("int left = Math.Max(0, -start);");
                writer.Line(plan.LeavesWidth ? $"int right = Math.Min({reach}, {text.Sizes.Width} - start);" : $"int right = {reach};");
                body();
            }

            return;
        }

        int width = plan.FixedShape.Width!.Value;
        int last = ((OutputSize(width) - 1) * Axis.Stride) + Axis.EffectiveWindow;
        writer.Line("const int first = 0;");
        writer.Line($"const int start = {KernelText.Number(-Axis.PaddingBefore)};");
        if (plan.LeavesWidth)
            writer.Line($"const int left = {KernelText.Number(Axis.PaddingBefore)};");
        writer.Line($"const int right = {KernelText.Number(Math.Min(last, width + Axis.PaddingBefore))};");
        body();
    }

    private int OutputSize(int width) => PoolGeometry.OutputSize(Axis, width, plan.Config.CeilMode);
}
