using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the row loop of a channels-first kernel whose windows leave the input and cannot repeat taps: a block of input rows is
/// copied to scratch memory with its padding around it, and every window of the block is then a whole one.
/// </summary>
internal static class PaddedBlocks
{
    public static void Write(CodeWriter writer, KernelText text)
    {
        SegmentText segment = new(text);
        PoolAxis axis = text.Height;
        string fit = $"(({KernelText.Number(text.Plan.ScratchCells)} / pitch) - {KernelText.Number(axis.EffectiveWindow)})";
        string most = axis.Stride == 1 ? $"{fit} + 1" : $"({fit} / {KernelText.Number(axis.Stride)}) + 1";
        segment.WriteScratch(writer, $"Math.Min({text.Sizes.OutputHeight}, {most})");
        segment.Write(writer, () =>
        {
            writer.Line($"cells.Fill({text.Mode.Identity(text.Element)});");
            if (text.PerWindow)
                writer.Line($"PaddedRows.Extents(Config.Width, {text.Sizes.Width}, first, {text.IncludePad}, {(segment.IsWhole ? "extents" : "extents[..columns]")});");
            writer.Line($"(int plane, int y) = Math.DivRem(firstRow, {text.Sizes.OutputHeight});");
            writer.Line("int row = firstRow;");
            using (writer.Block("while (row < endRow)"))
                WriteBlock(writer, text, segment);
        });
    }

    private static void WriteBlock(CodeWriter writer, KernelText text, SegmentText segment)
    {
        SizeText sizes = text.Sizes;
        PoolAxis axis = text.Height;
        writer.Line($"int count = Math.Min(Math.Min(block, {sizes.OutputHeight} - y), endRow - row);");
        writer.Line($"int copied = {KernelText.Reach("count", axis)};");
        writer.Line($"ReadOnlySpan<{text.Element.Keyword}> planeRows = input.Slice(plane * {sizes.Height} * {sizes.Width}, {sizes.Height} * {sizes.Width});");
        string top = KernelText.Plus(KernelText.Times("y", axis.Stride), -axis.PaddingBefore);
        string left = text.Plan.LeavesWidth ? "left" : "0";
        writer.Line($"PaddedRows.Copy(planeRows, {sizes.Width}, {top}, copied, {segment.FirstColumn}, {segment.CopiedColumns}, cells, pitch, {left}, {text.Mode.Identity(text.Element)});");
        if (text.Plan.Order == TapOrder.RowsFirstShared)
        {
            TapRows.Method(text, segment).WriteCall(writer);
            SharedRows.WriteWindows(writer, text, "combined", "");
        }
        else
        {
            ChannelsFirst.PoolRows(
                text, "cells[0]", "(nuint)pitch", $"Unsafe.Add(ref target, (nuint)((row * {sizes.OutputWidth}) + first))", "(nuint)columns", "count").WriteCall(writer);
        }

        writer.Line("row += count;");
        writer.Line("y += count;");
        using (writer.Block($"if (y == {sizes.OutputHeight})"))
        {
            writer.Line("y = 0;");
            writer.Line("plane++;");
        }
    }
}
