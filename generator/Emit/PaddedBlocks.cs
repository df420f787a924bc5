using System.Linq;
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
        string include = text.Plan.Config.CountIncludePad ? "true" : "false";
        segment.Write(writer, () =>
        {
            writer.Line($"cells.Fill({text.Mode.Identity(text.Element)});");
            if (text.PerWindow)
                writer.Line($"PaddedRows.Extents(Config.Width, {text.Sizes.Width}, first, {include}, extents[..columns]);");
            ChannelsFirst.WriteFirstRow(writer, text);
            writer.Line("int row = firstRow;");
            using (writer.Block("while (row < endRow)"))
                WriteBlock(writer, text, segment, include);
        });
    }

    private static void WriteBlock(CodeWriter writer, KernelText text, SegmentText segment, string include)
    {
        SizeText sizes = text.Sizes;
        PoolAxis axis = text.Height;
        writer.Line($"int end = Math.Min(row + Math.Min(block, {sizes.OutputHeight} - y), endRow);");
        writer.Line($"int copied = {KernelText.Plus(KernelText.Times("(end - row - 1)", axis.Stride), axis.EffectiveWindow)};");
        writer.Line($"ReadOnlySpan<{text.Element.Keyword}> planeRows = input.Slice(plane * {sizes.Height} * {sizes.Width}, {sizes.Height} * {sizes.Width});");
        string top = KernelText.Plus(KernelText.Times("y", axis.Stride), -axis.PaddingBefore);
        string left = text.Plan.LeavesWidth ? "left" : "0";
        writer.Line($"PaddedRows.Copy(planeRows, {sizes.Width}, {top}, copied, {segment.FirstColumn}, {segment.CopiedColumns}, cells, pitch, {left}, {text.Mode.Identity(text.Element)});");
        using (writer.Block($"for (int cell = 0; row < end; row++, y++, cell += {KernelText.Times("pitch", axis.Stride)})"))
        {
            string extents = text.PerWindow
                ? $", ref extents[0], ({text.Element.Keyword})PoolGeometry.DivisorExtent(Config.Height, {sizes.Height}, y, {include})"
                : "";
            if (text.Plan.Order == TapOrder.RowsFirstShared)
            {
                writer.Line($"CombineRows({Rows(text)}, ref combined[0], (nuint)pitch);");
                segment.WritePasses(writer, "combined[0]", extents);
            }
            else
            {
                writer.Line($"PoolRow({Rows(text)}, ref Unsafe.Add(ref target, (nuint)((row * {sizes.OutputWidth}) + first)), (nuint)columns{extents});");
            }
        }

        using (writer.Block($"if (y == {sizes.OutputHeight})"))
        {
            writer.Line("y = 0;");
            writer.Line("plane++;");
        }
    }

    private static string Rows(KernelText text)
    {
        PoolAxis axis = text.Height;
        if (text.Plan.UnrollRows)
            return string.Join(", ", Enumerable.Range(0, axis.Window).Select(tap => $"ref cells[{Cell(tap * axis.Dilation)}]"));
        string count = text.Plan.Order == TapOrder.RowsFirstShared ? $", {KernelText.Number(axis.Window)}" : "";
        return $"ref cells[cell], (nuint)({KernelText.Times("pitch", axis.Dilation)}){count}";
    }

    private static string Cell(int rows) => rows == 0 ? "cell" : $"cell + ({KernelText.Times("pitch", rows)})";
}
