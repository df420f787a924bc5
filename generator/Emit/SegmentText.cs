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
    public string? PitchConstant
    {
        get
        {
            if (!IsWhole)
                return null;
            int width = plan.FixedShape.Width!.Value, reach = Reach(width), right = Math.Min(reach, width + Axis.PaddingBefore);
            return KernelText.Number(IsStacked ? reach - Math.Min(Axis.PaddingBefore, reach - right) : reach);
        }
    }

    private bool IsStacked => plan.Source == RowSource.Stacked;

    /// <summary>The input column under the first cell that is not padding.</summary>
    public string FirstColumn => plan.LeavesWidth ? "start + left" : "start";

    /// <summary>How many columns the windows of the segment read from the input.</summary>
    public string CopiedColumns => plan.LeavesWidth ? "right - left" : "right";

    /// <summary>The first cell that is not padding.</summary>
    public string FirstCell(string cells) => plan.LeavesWidth ? $"{cells}[left]" : $"{cells}[0]";

    /// <summary>Declares the outputs of a segment and the distance of scratch rows.</summary>
    public void WriteSizes(CodeWriter writer)
    {
        if (IsWhole)
        {
            writer.Line($"const int pitch = {PitchConstant};");
            return;
        }

        writer.Line($"int segment = Math.Min({text.Sizes.OutputWidth}, {KernelText.Number(plan.SegmentColumns)});");
        string reach = KernelText.Reach("segment", Axis);
        writer.Line(IsStacked && plan.LeavesWidth
            ? $"int pitch = segment < {text.Sizes.OutputWidth} ? {reach} : StackedRows.SharedPitch(Config.Width, {text.Sizes.Width}, {text.Sizes.OutputWidth});"
            : $"int pitch = {reach};");
    }

    /// <summary>Declares scratch memory of so many cells and what else the rows of a segment need.</summary>
    public void WriteScratch(CodeWriter writer, string count)
    {
        string element = text.Element.Keyword;
        string spare = KernelText.Number(plan.SpareCells);
        writer.Line(KernelText.Scratch(element, "cells", $"{count} + {spare}"));
        if (!IsStacked && plan.Order == TapOrder.RowsFirstShared && plan.Network.Passes.Count > 1)
            writer.Line(KernelText.Scratch(element, "widened", $"{count} + {spare}"));
        if (text.PerWindow)
            writer.Line($"Span<{text.Element.Register.Keyword}> extents = stackalloc {text.Element.Register.Keyword}[{(IsWhole ? text.Sizes.OutputWidth : "segment")} + {spare}];");
    }

    /// <summary>Writes the loop over segments, or the one segment.</summary>
    public void Write(CodeWriter writer, Action body)
    {
        string reach = KernelText.Reach("columns", Axis);
        string start = KernelText.Start("first", Axis);
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
        writer.Line("const int first = 0;");
        if (text.Steps)
            writer.Line($"const int columns = {text.Sizes.OutputWidth};");
        writer.Line($"const int start = {KernelText.Number(-Axis.PaddingBefore)};");
        if (plan.LeavesWidth)
            writer.Line($"const int left = {KernelText.Number(Axis.PaddingBefore)};");
        writer.Line($"const int right = {KernelText.Number(Math.Min(Reach(width), width + Axis.PaddingBefore))};");
        body();
    }

    private int Reach(int width) => ((OutputSize(width) - 1) * Axis.Stride) + Axis.EffectiveWindow;

    private int OutputSize(int width) => PoolGeometry.OutputSize(Axis, width, plan.Config.CeilMode);
}
