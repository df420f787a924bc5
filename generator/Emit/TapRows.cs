using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the methods that let the tap rows of output rows meet in scratch memory.</summary>
internal static class TapRows
{
    /// <summary>The method for a block of output rows, as called where the block is known.</summary>
    public static MethodText Method(KernelText text, SegmentText segment)
    {
        string element = text.Element.Keyword;
        MethodText method = new MethodText("CombineRows") { TypeParameter = TypeParameter(text) };
        return method
            .With($"ref {element}", "source", "source")
            .With("int", "row", "row")
            .With("int", "count", "count")
            .WithSize("int", "height", "height", text.Plan.FixedShape.Height is null ? null : "Height")
            .WithSize("int", "width", "width", text.Plan.FixedShape.Width is null ? null : "Width")
            .WithSize("int", "outputHeight", "outputHeight", text.Plan.FixedShape.Height is null ? null : "OutputHeight")
            .With("int", "column", segment.FirstColumn)
            .With($"ref {element}", "cells", segment.FirstCell("cells"))
            .WithSize("int", "pitch", "pitch", segment.PitchConstant)
            .With("int", "columns", segment.CopiedColumns);
    }

    public static void Write(CodeWriter writer, KernelText text)
    {
        MethodText method = Method(text, new SegmentText(text));
        writer.Line();
        writer.Line("// The tap rows of each output row meet in a row of cells.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            WriteRows(writer, text);
        }

        WriteCombineRow(writer, text);
    }

    // A search for NaN has brought the rows into the cache.
    private static string TypeParameter(KernelText text) => AheadBranch.Choice(text, text.TypeParameter);

    private static string TypeArgument(KernelText text) => TypeParameter(text).Length == 0 ? "" : $"<{TypeParameter(text)}>";

    private static void WriteCall(CodeWriter writer, KernelText text, IReadOnlyList<string> rows, string cells, string nextCells, string columns)
    {
        writer.Line($"ref {text.Element.Keyword} to = ref Unsafe.Add(ref cells, {cells});");
        writer.Line($"CombineRow{TypeArgument(text)}(");
        for (int row = 0; row < rows.Count; row++)
            writer.Line($"    {(text.Plan.UnrollRows || row == 0 ? "ref " : "")}{rows[row]},");
        writer.Line($"    ref to, {(text.Plan.PairsRows ? $"ref Unsafe.Add(ref to, {nextCells}), " : "")}{columns});");
    }

    private static void WriteRows(CodeWriter writer, KernelText text)
    {
        string map = $"ref {text.Element.Keyword} map = ref Unsafe.Add(ref source, (nuint)((plane * height * width) + column));";
        writer.Line("(int plane, int y) = Math.DivRem(row, outputHeight);");
        if (text.Plan.PairsRows)
        {
            using (writer.Block("for (int index = 0; index < count; )"))
            {
                writer.Line("// Two rows of a plane per turn; a single one stands for both.");
                writer.Line(map);
                writer.Line("int rows = Math.Min(Math.Min(2, outputHeight - y), count - index);");
                WriteCall(writer, text, References(writer, text), "(nuint)(index * pitch)", "(nuint)((rows - 1) * pitch)", "(nuint)columns");
                writer.Line("index += rows;");
                writer.Line("y += rows;");
                using (writer.Block("if (y == outputHeight)"))
                {
                    writer.Line("y = 0;");
                    writer.Line("plane++;");
                }
            }

            return;
        }

        using (writer.Block("for (int index = 0; index < count; index++)"))
        {
            writer.Line(map);
            WriteCall(writer, text, References(writer, text), "(nuint)(index * pitch)", "", "(nuint)columns");
            using (writer.Block("if (++y == outputHeight)"))
            {
                writer.Line("y = 0;");
                writer.Line("plane++;");
            }
        }
    }

    /// <summary>Writes what finds the tap rows of output row <c>y</c> of the plane at <c>map</c> and returns them as arguments.</summary>
    public static IReadOnlyList<string> References(CodeWriter writer, KernelText text, string height = "height", string width = "width")
    {
        PoolAxis axis = text.Height;
        bool clamped = text.Plan.Source == RowSource.Clamped;
        string top = KernelText.Plus(KernelText.Times("y", axis.Stride), -axis.PaddingBefore);
        string Row(string tapRow) => $"Unsafe.Add(ref map, (nuint)({tapRow} * {width}))";

        if (!text.Plan.UnrollRows)
        {
            string pitch = $"(nuint)({KernelText.Times(width, axis.Dilation)})";
            if (!clamped)
                return [Row(KernelText.Part(top)), pitch, KernelText.Number(axis.Window)];
            writer.Line($"(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Height, {height}, y);");
            return [Row($"({top} + ({KernelText.Times("firstTap", axis.Dilation)}))"), pitch, "endTap - firstTap"];
        }

        if (clamped && axis.Dilation > 1)
            writer.Line($"(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Height, {height}, y);");
        writer.Line($"int top = {top};");
        return [.. Enumerable.Range(0, text.Plan.PairsRows ? RowPairs.Rows(text) : axis.Window).Select(tap =>
            tap >= axis.Window && !clamped ? Row($"Math.Min({KernelText.Plus("top", tap)}, {height} - 1)")
            : !clamped ? Row(KernelText.Part(KernelText.Plus("top", tap * axis.Dilation)))
            : Row(ClampedTap.Of("top", height, axis, tap)))];
    }

    private static void WriteCombineRow(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword;
        string rows = text.Plan.UnrollRows
            ? string.Join(", ", Enumerable.Range(0, text.Plan.PairsRows ? RowPairs.Rows(text) : text.Height.Window).Select(row => $"ref {element} row{row}"))
            : $"ref {element} rows, nuint pitch, int count";
        MethodText method = new MethodText("CombineRow") { TypeParameter = TypeParameter(text) }.With($"{rows}, ref {element}", "cells", "");
        if (text.Plan.PairsRows)
            method.With($"ref {element}", "nextCells", "");
        method.With("nuint", "columns", "");
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block(method.Header))
        {
            text.VectorLoop(writer, "columns", known: null, vectors: true, around: null, width =>
            {
                AheadBranch.WriteFetch(writer, text, width, text.Height.Stride * (text.Plan.PairsRows ? 2 : 1));
                if (text.Plan.PairsRows)
                {
                    RowPairs.WriteMeeting(writer, text, width, "x", declaresNext: true);
                    writer.Line(width.Store("next", "nextCells", "x"));
                    writer.Line(width.Store("value", "cells", "x"));
                    return;
                }

                if (text.Plan.UnrollRows)
                {
                    WindowTaps taps = new()
                    {
                        Groups = [[.. Enumerable.Range(0, text.Height.Window).Select(row => $"row{row}")]],
                        Offsets = [0],
                        Stride = 1,
                    };
                    taps.Write(writer, text, width);
                }
                else
                {
                    writer.Line($"{width.TypeOf(text.Element)} value = {width.Load("rows", "x")};");
                    using (writer.Block("for (nuint row = pitch; row < (nuint)count * pitch; row += pitch)"))
                        writer.Line($"value = {text.Combine("value", width.Load("rows", "row + x"))};");
                }

                writer.Line(width.Store("value", "cells", "x"));
            });
        }
    }
}
