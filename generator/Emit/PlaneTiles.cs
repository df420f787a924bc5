using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method for small planes: as many as a vector has lanes are put side by side, pooled as one stack whose cells are
/// vectors, and taken apart again. A row is then full vectors whatever its width, and taps lie whole vectors apart.
/// </summary>
internal static class PlaneTiles
{
    /// <summary>Writes the call, which is left to where planes turn out to be small.</summary>
    public static void WriteCall(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        if (text.Plan.Tiling == PlaneTiling.Running)
        {
            string rules = $"{text.Element.Keyword}, {text.Mode.Extremum!.Keeping}, {text.Mode.Extremum.Numbers}";
            writer.Line($"if (RunningPlanes.Rows<{rules}>(Config, {KernelText.Number(text.Plan.TileColumns)}, input, output, shape, firstRow, endRow))");
            writer.Line("    return;");
            if (text.Plan.RunsAlongRows)
            {
                writer.Line($"if (RunningRows.Rows<{rules}>(Config, input, output, shape, firstRow, endRow))");
                writer.Line("    return;");
            }

            writer.Line();
            return;
        }

        writer.Line($"PlaneTile tile = new(Config, {sizes.Height}, {sizes.Width}, {sizes.OutputHeight}, {sizes.OutputWidth});");
        using (writer.Block($"if (tile.Suits<{text.Element.Keyword}>(endRow - firstRow, {KernelText.Number(text.Plan.TileColumns)}))"))
        {
            writer.Line("PoolTiles(tile, input, output, shape, firstRow, endRow);");
            writer.Line("return;");
        }

        writer.Line();
    }

    public static void WriteMethods(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        if (text.Plan.Tiling == PlaneTiling.Running)
            return;
        writer.Line();
        writer.Line("// Small planes side by side in the lanes of vectors.");
        using (writer.Block($"private static void PoolTiles(PlaneTile tile, ReadOnlySpan<{element}> input, Span<{element}> output, in PoolShape shape, int firstRow, int endRow)"))
        {
            sizes.WriteLocals(writer, "height", "width", "outputHeight", "outputWidth");
            writer.Line($"int lanes = PlaneTile.Lanes<{element}>();");
            writer.Line($"int endPlane = ((endRow - 1) / {sizes.OutputHeight}) + 1;");
            writer.Line($"nuint columns = (nuint)({sizes.OutputWidth} * lanes);");
            writer.Line(KernelText.Scratch(element, "cells", $"tile.Cells<{element}>() + {KernelText.Number(text.Plan.SpareCells)}"));
            writer.Line(KernelText.Scratch(element, "results", $"tile.Results<{element}>()"));
            if (text.PerWindow)
            {
                writer.Line($"Span<{text.Element.Register.Keyword}> extents = stackalloc {text.Element.Register.Keyword}[{sizes.OutputWidth} * lanes];");
                writer.Line($"WindowExtents.Fill(Config.Width, {sizes.Width}, 0, {text.IncludePad}, extents, repeat: lanes);");
            }

            writer.Line($"int firstPlane = firstRow / {sizes.OutputHeight};");
            using (writer.Block("for (int plane = firstPlane; plane < endPlane; plane += lanes)"))
            {
                writer.Line("int planes = Math.Min(lanes, endPlane - plane);");

                // Steps over a stack leave something else where the padding stood.
                string stands = text.Plan.Tiling == PlaneTiling.ByWindow ? "plane > firstPlane" : "false";
                writer.Line($"tile.Fill(input, plane, planes, cells, {text.Element.Padding}, stands: {stands});");
                if (text.Plan.Tiling == PlaneTiling.AsStack)
                    writer.Line("int rows = tile.Rows;");
                MethodText pool = text.Plan.Tiling == PlaneTiling.AsStack ? PoolStack(text) : PoolWindows(text);
                NaNBranch.Write(
                    writer, text, $"plane * {sizes.OutputHeight}", $"planes * {sizes.OutputHeight}", null, maximum => pool.WriteCall(writer, text.Stepped(maximum, "LaneCells")));
                if (text.Plan.ScansForNaN)
                    writer.Line();
                writer.Line("tile.Store(results, output, plane, planes, firstRow, endRow);");
            }
        }

        if (text.Plan.Tiling == PlaneTiling.ByWindow)
            WritePoolWindows(writer, text);
    }

    private static MethodText PoolStack(KernelText text)
    {
        RowPlaces places = new("cells[0]", "(nuint)(tile.Pitch * lanes)", "results[0]", "(nuint)results.Length")
        {
            TargetPitch = "columns",
            Columns = "columns",
            Count = text.Sizes.OutputHeight,
        };
        return StackedRows.PoolStack(text, places, "rows", "0");
    }

    private static MethodText PoolWindows(KernelText text) => text.WithExtents(new MethodText("PoolWindows") { TypeParameter = text.TypeParameter }
        .With($"ref {text.Element.Keyword}", "cells", "cells[0]")
        .With("nuint", "pitch", "(nuint)(tile.Pitch * lanes)")
        .With($"ref {text.Element.Keyword}", "target", "results[0]")
        .With("nuint", "columns", "columns")
        .With("int", "count", text.Sizes.OutputHeight)
        .WithLocal($"nuint step = LaneCells.Step<{text.Element.Keyword}>();"), y: "0");

    private static void WritePoolWindows(CodeWriter writer, KernelText text)
    {
        MethodText method = PoolWindows(text);
        writer.Line();
        writer.Line("// The windows of planes in lanes: each takes all its taps, row by row.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            using (writer.Block("for (nuint row = 0; row < (nuint)count; row++)"))
            {
                writer.Line($"ref {text.Element.Keyword} row0 = ref Unsafe.Add(ref cells, {KernelText.Times("row", text.Height.Stride)} * pitch);");
                for (int row = 1; row < text.Height.Window; row++)
                    writer.Line($"ref {text.Element.Keyword} row{KernelText.Number(row)} = ref Unsafe.Add(ref row0, {KernelText.Times("pitch", row * text.Height.Dilation)});");
                writer.Line($"ref {text.Element.Keyword} outputs = ref Unsafe.Add(ref target, row * columns);");
                if (text.PerWindow)
                    writer.Line(text.RowExtent());
                writer.Line("nuint x = 0;");
                foreach (VectorWidth width in text.Widths)
                {
                    WriteWindows(writer, text, width, $"for (; {width.Type}.IsHardwareAccelerated && x < columns; x += {KernelText.Number(width.Lanes(text.Element))})");
                    writer.Line();
                }

                WriteWindows(writer, text, text.Scalar, "for (; x < columns; x++)");
            }
        }
    }

    private static void WriteWindows(CodeWriter writer, KernelText text, VectorWidth width, string loop)
    {
        WindowTaps taps = new()
        {
            Groups = [.. Enumerable.Range(0, text.Height.Window).Select(row => new[] { $"row{KernelText.Number(row)}" })],
            Offsets = [.. Enumerable.Range(0, text.Width.Window).Select(tap => tap * text.Width.Dilation)],
            Stride = text.Width.Stride,
            VectorsApart = true,
        };
        using (writer.Block(loop))
        {
            taps.Write(writer, text, width);
            writer.Line(width.Store(text.Finish(width, taps.Result(width), text.Extents(width)), "outputs", "x"));
        }
    }
}
