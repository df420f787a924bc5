using System.Collections.Generic;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a channels-first kernel: the loop over output rows, which finds the tap rows of each, and the methods that pool a row.
/// Columns are in lanes.
/// </summary>
internal static class ChannelsFirst
{
    public static void Write(CodeWriter writer, string rowsHeader, KernelText text)
    {
        using (writer.Block(rowsHeader))
        {
            text.Sizes.WriteLocals(writer, "height", "width", "outputHeight", "outputWidth");
            writer.Line($"ref {text.Element.Keyword} source = ref MemoryMarshal.GetReference(input);");
            writer.Line($"ref {text.Element.Keyword} target = ref MemoryMarshal.GetReference(output);");
            if (text.Plan.Source == RowSource.Padded)
                PaddedBlocks.Write(writer, text);
            else if (text.Plan.Order == TapOrder.RowsFirstShared)
                WriteShared(writer, text);
            else
                WriteDirect(writer, text);
        }

        RowMethods.Write(writer, text);
    }

    /// <summary>The statement that leaves a row for the next, and a plane for the next behind its last row.</summary>
    public static void WriteNextRow(CodeWriter writer, KernelText text)
    {
        using (writer.Block($"if (++y == {text.Sizes.OutputHeight})"))
        {
            writer.Line("y = 0;");
            writer.Line("plane++;");
        }
    }

    /// <summary>The declaration of <c>plane</c> and <c>y</c>, the output row's place.</summary>
    public static void WriteFirstRow(CodeWriter writer, KernelText text) =>
        writer.Line($"(int plane, int y) = Math.DivRem(firstRow, {text.Sizes.OutputHeight});");

    private static void WriteDirect(CodeWriter writer, KernelText text)
    {
        WriteFirstRow(writer, text);
        using (writer.Block("for (int row = firstRow; row < endRow; row++)"))
        {
            string rows = TapRows(writer, text, "0");
            writer.Line($"PoolRow({rows}, ref Unsafe.Add(ref target, (nuint)(row * {text.Sizes.OutputWidth})), (nuint){text.Sizes.OutputWidth});");
            WriteNextRow(writer, text);
        }
    }

    private static void WriteShared(CodeWriter writer, KernelText text)
    {
        SegmentText segment = new(text);
        segment.WriteScratch(writer, rows: "1");
        segment.Write(writer, () =>
        {
            if (text.Plan.LeavesWidth)
                writer.Line($"cells.Fill({text.Mode.Identity(text.Element)});");
            WriteFirstRow(writer, text);
            using (writer.Block("for (int row = firstRow; row < endRow; row++)"))
            {
                string rows = TapRows(writer, text, segment.FirstColumn);
                writer.Line($"CombineRows({rows}, ref {segment.FirstCell("cells")}, (nuint)({segment.CopiedColumns}));");
                segment.WritePasses(writer, "cells[0]", "");
                WriteNextRow(writer, text);
            }
        });
    }

    /// <summary>Writes what finds the tap rows of output row <c>y</c> of <c>plane</c> and returns them as arguments.</summary>
    private static string TapRows(CodeWriter writer, KernelText text, string column)
    {
        SizeText sizes = text.Sizes;
        PoolAxis axis = text.Height;
        string Row(string tapRow) =>
            $"ref Unsafe.Add(ref source, (nuint)(((plane * {sizes.Height}) + {tapRow}) * {sizes.Width}{(column == "0" ? "" : " + " + column)}))";

        bool clamped = text.Plan.Source == RowSource.Clamped;
        bool shared = text.Plan.Order == TapOrder.RowsFirstShared;
        string top = KernelText.Plus(KernelText.Times("y", axis.Stride), -axis.PaddingBefore);
        if (!text.Plan.UnrollRows)
        {
            string pitch = $"(nuint)({KernelText.Times(sizes.Width, axis.Dilation)})";
            if (!clamped)
                return Row($"({top})") + $", {pitch}" + (shared ? $", {KernelText.Number(axis.Window)}" : "");
            writer.Line($"(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Height, {sizes.Height}, y);");
            return Row($"({top} + ({KernelText.Times("firstTap", axis.Dilation)}))") + $", {pitch}, endTap - firstTap";
        }

        if (clamped && axis.Dilation > 1)
            writer.Line($"(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Height, {sizes.Height}, y);");
        else
            writer.Line($"int top = {top};");
        List<string> rows = [];
        for (int tap = 0; tap < axis.Window; tap++)
        {
            if (!clamped)
                rows.Add(Row($"({KernelText.Plus("top", tap * axis.Dilation)})"));
            else if (axis.Dilation == 1)
                rows.Add(Row($"Math.Clamp({KernelText.Plus("top", tap)}, 0, {sizes.Height} - 1)"));
            else
                rows.Add(Row($"({top} + (Math.Clamp({KernelText.Number(tap)}, firstTap, endTap - 1) * {KernelText.Number(axis.Dilation)}))"));
        }

        return string.Join(", ", rows);
    }
}
