using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Channels first, small planes: as many as a vector has lanes are put side by side, so that tap rows are full vectors whatever the width, and an output
/// takes its columns for all of them at once. The order of its taps is that of single planes.
/// </summary>
internal sealed class AdaptiveTiles(KernelText text, AdaptiveKernel kernel)
{
    private readonly string element = text.Element.Keyword;

    /// <summary>Columns that meet side by side: as few as rows of planes in lanes have at least.</summary>
    private int SideBySide => 16 / text.Element.Register.Size;

    /// <summary>Whether there is such a method.</summary>
    public static bool AreWritten(KernelText text) => text.Plan.Tiling == Plan.PlaneTiling.ByColumn;

    /// <summary>Writes the call, which is left to where planes turn out to be small.</summary>
    public void WriteCall(CodeWriter writer)
    {
        SizeText sizes = text.Sizes;
        writer.Line($"PlaneTile tile = PlaneTile.Unpadded({sizes.Height}, {sizes.Width}, {sizes.OutputHeight}, {sizes.OutputWidth});");
        using (writer.Block($"if (tile.Suits<{element}>(endRow - firstRow, {KernelText.Number(text.Plan.TileColumns)}))"))
        {
            writer.Line("PoolTiles(tile, input, output, shape, firstRow, endRow);");
            writer.Line("return;");
        }

        writer.Line();
    }

    public void WriteMethods(CodeWriter writer)
    {
        SizeText sizes = text.Sizes;
        writer.Line();
        writer.Line("// Small planes side by side in the lanes of vectors.");
        using (writer.Block($"private static void PoolTiles(PlaneTile tile, ReadOnlySpan<{element}> input, Span<{element}> output, in PoolShape shape, int firstRow, int endRow)"))
        {
            sizes.WriteLocals(writer, "height", "width", "outputHeight");
            writer.Line($"int lanes = PlaneTile.Lanes<{element}>();");
            writer.Line($"int endPlane = ((endRow - 1) / {sizes.OutputHeight}) + 1;");
            writer.Line($"nuint pitch = (nuint)({sizes.Width} * lanes);");
            writer.Line(KernelText.Scratch(element, "cells", $"tile.Cells<{element}>()"));
            writer.Line(KernelText.Scratch(element, "columns", "(int)pitch"));
            writer.Line(KernelText.Scratch(element, "results", $"tile.Results<{element}>()"));
            if (!text.Plan.UnrollColumns)
            {
                writer.Line($"Span<int> windows = stackalloc int[2 * {sizes.OutputWidth}];");
                writer.Line($"AdaptiveWindows.Fill({sizes.Width}, windows);");
            }

            using (writer.Block($"for (int plane = firstRow / {sizes.OutputHeight}; plane < endPlane; plane += lanes)"))
            {
                writer.Line("int planes = Math.Min(lanes, endPlane - plane);");
                writer.Line("tile.Fill(input, plane, planes, cells, default, stands: false);");
                kernel.Down.WriteLocal(writer);
                writer.Line($"ref {element} outputs = ref results[0];");
                using (writer.Block($"for (int y = 0; y < {sizes.OutputHeight}; y++)"))
                {
                    PoolCells().WriteCall(writer);
                    kernel.Down.WriteAdvance(writer);
                    writer.Line($"outputs = ref Unsafe.Add(ref outputs, {sizes.OutputWidth} * lanes);");
                }

                writer.Line();
                writer.Line("tile.Store(results, output, plane, planes, firstRow, endRow);");
            }
        }

        WritePoolCells(writer);
    }

    private MethodText PoolCells()
    {
        MethodText method = new MethodText("PoolCells")
            .With($"ref {element}", "first", $"Unsafe.Add(ref cells[0], (nuint){kernel.Down.Start} * pitch)")
            .With("nuint", "rows", $"(nuint){kernel.Down.Count}")
            .With("nuint", "pitch", "pitch")
            .With($"ref {element}", "columns", "columns[0]")
            .With($"ref {element}", "outputs", "outputs");
        return text.Plan.UnrollColumns ? method : method.With("ref int", "windows", "windows[0]");
    }

    private void WritePoolCells(CodeWriter writer)
    {
        MethodText method = PoolCells();
        writer.Line();
        writer.Line("// An output row of planes in lanes: its tap rows meet for every column, and each output takes its columns from left to right.");
        using (writer.Block(method.Header))
        {
            foreach (VectorWidth width in text.Widths)
            {
                using (writer.Block($"{(width == text.Widths[0] ? "" : "else ")}if ({width.Type}.IsHardwareAccelerated)"))
                    WriteWidth(writer, width);
            }
        }
    }

    private void WriteWidth(CodeWriter writer, VectorWidth width)
    {
        int lanes = width.Lanes(text.Element);
        string step = KernelText.Number(SideBySide * lanes);
        writer.Line("// The second step overlaps the first, so that the last one ends with the row.");
        using (writer.Block($"for (nuint x = 0, after = ((pitch - 1) % {step}) + 1; x < pitch; x = after, after += {step})"))
        {
            kernel.WriteDown(writer, width, SideBySide, "x", asks: false);
            for (int vector = 0; vector < SideBySide; vector++)
                writer.Line(width.StoreRegisters($"value{KernelText.Number(vector)}", "columns", KernelText.Plus("x", vector * lanes)));
        }

        writer.Line();
        if (text.Plan.UnrollColumns)
            WriteUnrolled(writer, width);
        else
            WriteLoop(writer, width);
    }

    private void WriteLoop(CodeWriter writer, VectorWidth width)
    {
        string lanes = KernelText.Number(width.Lanes(text.Element));
        using (writer.Block($"for (nuint x = 0; x < {text.Sizes.OutputWidth}; x++)"))
        {
            writer.Line($"ref {element} column = ref Unsafe.Add(ref columns, (nuint)Unsafe.Add(ref windows, x * 2) * {lanes});");
            writer.Line("nuint count = (nuint)Unsafe.Add(ref windows, (x * 2) + 1);");
            writer.Line($"{width.TypeOf(text.Element)} value = {width.LoadRegisters("column", "0")};");
            using (writer.Block("for (nuint tap = 1; tap < count; tap++)"))
                writer.Line($"value = {text.Combine("value", width.LoadRegisters("column", $"tap * {lanes}"))};");
            writer.Line(width.Store(Finish(width, "value", "count"), "outputs", $"x * {lanes}"));
        }
    }

    private void WriteUnrolled(CodeWriter writer, VectorWidth width)
    {
        int lanes = width.Lanes(text.Element);
        writer.Line($"{width.TypeOf(text.Element)} value;");
        for (int output = 0; output < text.Width.Outputs; output++)
        {
            (int start, int end) = PoolGeometry.AdaptiveWindow(text.Width, text.Plan.FixedShape.Width!.Value, output);
            List<string> columns = [.. Enumerable.Range(start, end - start).Select(column => width.LoadRegisters("columns", KernelText.Number(column * lanes)))];
            writer.Line($"value = {text.Nest(columns)};");
            writer.Line(width.Store(Finish(width, "value", KernelText.Number(end - start)), "outputs", KernelText.Number(output * lanes)));
        }
    }

    private string Finish(VectorWidth width, string value, string count) =>
        text.Finish(width, value, text.PerWindow ? width.Broadcast($"({text.Element.Register.Keyword})(int)(rows * {count})") : "");
}
