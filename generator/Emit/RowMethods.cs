using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the methods of a channels-first kernel that turn the tap rows of one output row into that row.</summary>
internal static class RowMethods
{
    public static void Write(CodeWriter writer, KernelText text)
    {
        if (text.Plan.Order == TapOrder.RowsFirstShared)
        {
            WriteCombineRows(writer, text);
            WritePasses(writer, text);
        }
        else
        {
            WritePoolRow(writer, text);
        }
    }

    /// <summary>The parameters of the divisor's extents, where windows differ in it.</summary>
    private static string ExtentParameters(KernelText text) =>
        text.PerWindow ? $", ref {text.Element.Keyword} extents, {text.Element.Keyword} rowExtent" : "";

    private static string Extents(KernelText text, VectorWidth width) =>
        text.PerWindow ? $"{width.Load("extents", "x")} * {width.Broadcast("rowExtent")}" : "";

    private static void WritePoolRow(CodeWriter writer, KernelText text)
    {
        KernelPlan plan = text.Plan;
        string element = text.Element.Keyword;
        string rows = plan.UnrollRows ? text.RowList(row => $"ref {element} row{row}") : $"ref {element} rows, nuint pitch";
        writer.Line();
        writer.Line(plan.Order == TapOrder.RowsFirst
            ? "// One output row: its tap rows meet first, then the columns of each window."
            : "// One output row: every window takes its taps row by row.");
        using (writer.Block($"private static void PoolRow({rows}, ref {element} target, nuint columns{ExtentParameters(text)})"))
            text.VectorLoop(writer, "columns", plan.VectorColumns, width => WriteTile(writer, text, width));
    }

    private static void WriteTile(CodeWriter writer, KernelText text, VectorWidth width)
    {
        KernelPlan plan = text.Plan;
        List<int> offsets = [.. Enumerable.Range(0, text.Width.Window).Select(tap => tap * text.Width.Dilation)];
        if (plan.UnrollRows)
        {
            List<string> rows = [.. Enumerable.Range(0, text.Height.Window).Select(row => $"row{row}")];
            WindowTaps taps = new()
            {
                Groups = plan.Order == TapOrder.RowsFirst ? [rows] : [.. rows.Select(row => new[] { row })],
                Offsets = offsets,
                Stride = text.Width.Stride,
            };
            taps.Write(writer, text, width);
            writer.Line(width.Store(text.Finish(width, taps.Result(width), Extents(text, width)), "target", "x"));
            return;
        }

        WindowTaps row = new()
        {
            Groups = [["rows"]],
            Offsets = plan.UnrollColumns ? offsets : [0],
            Stride = text.Width.Stride,
            Prefix = plan.UnrollColumns ? "row + " : "tap + ",
            Continues = true,
        };
        if (text.Width.Stride > 1)
            writer.Line($"nuint column = x * {KernelText.Number(text.Width.Stride)};");
        writer.Line($"{width.TypeOf(text.Element)} value = {width.Broadcast(text.Mode.Identity(text.Element))};");
        using (writer.Block($"for (nuint row = 0; row < {KernelText.Number(text.Height.Window)} * pitch; row += pitch)"))
        {
            if (plan.UnrollColumns)
            {
                row.Write(writer, text, width);
            }
            else
            {
                string reach = KernelText.Number(text.Width.Window * text.Width.Dilation);
                using (writer.Block($"for (nuint tap = row; tap < row + {reach}; tap += {KernelText.Number(text.Width.Dilation)})"))
                    row.Write(writer, text, width);
            }
        }

        writer.Line(width.Store(text.Finish(width, row.Result(width), Extents(text, width)), "target", "x"));
    }

    private static void WriteCombineRows(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword;
        string rows = text.Plan.UnrollRows ? text.RowList(row => $"ref {element} row{row}") : $"ref {element} rows, nuint pitch, int count";
        writer.Line();
        writer.Line("// The tap rows of one output row meet.");
        using (writer.Block($"private static void CombineRows({rows}, ref {element} cells, nuint columns)"))
        {
            text.VectorLoop(writer, "columns", vectors: true, width =>
            {
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
                        writer.Line($"value = {text.Mode.Combine("value", width.Load("rows", "row + x"))};");
                }

                writer.Line(width.Store("value", "cells", "x"));
            });
        }
    }

    private static void WritePasses(CodeWriter writer, KernelText text)
    {
        Model.EquatableArray<Model.EquatableArray<int>> passes = text.Plan.Network.Passes;
        string element = text.Element.Keyword;
        for (int pass = 0; pass < passes.Count - 1; pass++)
        {
            IReadOnlyList<int> offsets = passes[pass];
            writer.Line();
            writer.Line("// Every element takes in what lies ahead of it; whole vectors run into the spare cells behind the row.");
            using (writer.Block($"private static void Widen{pass + 1}(ref {element} from, ref {element} to, nuint count)"))
                WriteWiden(writer, text, offsets);
        }

        writer.Line();
        writer.Line("// The windows of one output row, from tap rows that have met.");
        using (writer.Block($"private static void PoolColumns(ref {element} cells, ref {element} target, nuint columns{ExtentParameters(text)})"))
        {
            text.VectorLoop(writer, "columns", text.Plan.VectorColumns, width =>
            {
                WindowTaps taps = new() { Groups = [["cells"]], Offsets = passes[passes.Count - 1], Stride = text.Width.Stride };
                taps.Write(writer, text, width);
                writer.Line(width.Store(text.Finish(width, taps.Result(width), Extents(text, width)), "target", "x"));
            });
        }
    }

    private static void WriteWiden(CodeWriter writer, KernelText text, IReadOnlyList<int> offsets)
    {
        foreach (VectorWidth width in text.Widths.Append(VectorWidth.Scalar))
        {
            void Loop()
            {
                string step = KernelText.Number(width.Lanes(text.Element));
                using (writer.Block(width.IsScalar ? "for (nuint x = 0; x < count; x++)" : $"for (nuint x = 0; x < count; x += {step})"))
                {
                    WindowTaps taps = new() { Groups = [["from"]], Offsets = offsets, Stride = 1 };
                    taps.Write(writer, text, width);
                    writer.Line(width.Store("value", "to", "x"));
                }
            }

            if (width.IsScalar)
            {
                Loop();
                continue;
            }

            using (writer.Block($"if ({width.Type}.IsHardwareAccelerated)"))
            {
                Loop();
                writer.Line("return;");
            }

            writer.Line();
        }
    }
}
