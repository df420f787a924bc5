using System.Collections.Generic;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes what overlapping windows share: first the tap rows of every output row of a block meet in scratch memory, then all windows
/// of the block are taken from there. The steps stand apart, because a load across two vectors that were just stored waits for both.
/// </summary>
internal static class SharedRows
{
    /// <summary>Writes the loop over blocks of output rows for a kernel that reads the input itself.</summary>
    public static void Write(CodeWriter writer, KernelText text)
    {
        SegmentText segment = new(text);
        segment.WriteScratch(writer, $"Math.Min(endRow - firstRow, Math.Max(2, {KernelText.Number(text.Plan.SharedCells)} / pitch))");
        segment.Write(writer, () =>
        {
            if (text.Plan.LeavesWidth)
                writer.Line($"cells.Fill({text.Mode.Identity(text.Element)});");
            using (writer.Block("for (int row = firstRow; row < endRow; row += block)"))
            {
                writer.Line("int count = Math.Min(block, endRow - row);");
                if (!text.Plan.ScansForNaN)
                {
                    WriteBlock(writer, text, segment, "");
                    return;
                }

                string scan = $"NaNScan.MustKeep(input, shape, Config.Height, {text.Sizes.OutputHeight}, row, count)";
                using (writer.Block(segment.IsWhole ? $"if ({scan})" : $"if (columns < {text.Sizes.OutputWidth} || {scan})"))
                    WriteBlock(writer, text, segment, "MaximumWithNaN");
                using (writer.Block("else"))
                    WriteBlock(writer, text, segment, "MaximumOfNumbers");
            }
        });
    }

    /// <summary>Writes the calls that take the windows of <c>count</c> rows that have met.</summary>
    public static void WriteWindows(CodeWriter writer, KernelText text, string cells, string typeArgument)
    {
        int reach = 0;
        for (int pass = 0; pass < text.Plan.Network.Passes.Count - 1; pass++)
        {
            reach += text.Plan.Network.Reach(pass);
            Widen(text, pass, $"{cells}[0]", $"(nuint)((count * pitch) - {KernelText.Number(reach)})").WriteCall(writer, typeArgument);
            cells = "widened";
        }

        PoolColumns(text, $"{cells}[0]").WriteCall(writer, typeArgument);
    }

    public static void WriteMethods(CodeWriter writer, KernelText text)
    {
        TapRows.Write(writer, text);
        for (int pass = 0; pass < text.Plan.Network.Passes.Count - 1; pass++)
            WriteWiden(writer, text, pass);
        WritePoolColumns(writer, text);
    }

    private static void WriteBlock(CodeWriter writer, KernelText text, SegmentText segment, string typeArgument)
    {
        TapRows.Method(text, segment).WriteCall(writer, typeArgument);
        WriteWindows(writer, text, "cells", typeArgument);
    }

    private static MethodText Widen(KernelText text, int pass, string from, string count) =>
        new MethodText($"Widen{pass + 1}") { TypeParameter = text.TypeParameter }
            .With($"ref {text.Element.Keyword}", "from", from)
            .With($"ref {text.Element.Keyword}", "to", "widened[0]")
            .With("nuint", "count", count);

    private static void WriteWiden(CodeWriter writer, KernelText text, int pass)
    {
        MethodText method = Widen(text, pass, "", "");
        IReadOnlyList<int> offsets = text.Plan.Network.Passes[pass];
        writer.Line();
        writer.Line("// Every element takes in what lies ahead of it; whole vectors run into the spare cells behind the rows.");
        using (writer.Block(method.Header))
        {
            foreach (VectorWidth width in text.Widths)
            {
                using (writer.Block($"if ({width.Type}.IsHardwareAccelerated)"))
                {
                    WriteWidenLoop(writer, text, offsets, width);
                    writer.Line();
                    writer.Line("return;");
                }

                writer.Line();
            }

            WriteWidenLoop(writer, text, offsets, VectorWidth.Scalar);
        }
    }

    private static void WriteWidenLoop(CodeWriter writer, KernelText text, IReadOnlyList<int> offsets, VectorWidth width)
    {
        string step = width.IsScalar ? "x++" : $"x += {KernelText.Number(width.Lanes(text.Element))}";
        using (writer.Block($"for (nuint x = 0; x < count; {step})"))
        {
            WindowTaps taps = new() { Groups = [["from"]], Offsets = offsets, Stride = 1 };
            taps.Write(writer, text, width);
            writer.Line(width.Store("value", "to", "x"));
        }
    }

    private static MethodText PoolColumns(KernelText text, string cells)
    {
        SegmentText segment = new(text);
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        MethodText method = new MethodText("PoolColumns") { TypeParameter = text.TypeParameter }
            .With($"ref {element}", "cells", cells)
            .WithSize("nuint", "pitch", "(nuint)pitch", segment.PitchConstant)
            .With($"ref {element}", "target", $"Unsafe.Add(ref target, (nuint)((row * {sizes.OutputWidth}) + first))")
            .WithSize("nuint", "targetPitch", $"(nuint){sizes.OutputWidth}", text.Plan.FixedShape.Width is null ? null : "OutputWidth")
            .WithSize("nuint", "columns", "(nuint)columns", segment.IsWhole ? "OutputWidth" : null);
        return text.WithExtents(method).With("int", "count", "count");
    }

    private static void WritePoolColumns(CodeWriter writer, KernelText text)
    {
        MethodText method = PoolColumns(text, "");
        string element = text.Element.Keyword;
        List<string> prelude = [
            $"ref {element} from = ref Unsafe.Add(ref cells, row * pitch);",
            $"ref {element} outputs = ref Unsafe.Add(ref target, row * targetPitch);",
        ];
        if (text.PerWindow)
            prelude.Add(text.RowExtent());
        writer.Line();
        writer.Line("// The windows of some output rows, from tap rows that have met.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            LoopText rows = new("for (nuint row = 0; row < (nuint)count; row++)", prelude, []);
            text.VectorLoop(writer, "columns", text.KnownColumns, text.Plan.VectorColumns, rows, width =>
            {
                WindowTaps taps = new() { Groups = [["from"]], Offsets = text.Plan.Network.LastPass, Stride = text.Width.Stride };
                taps.Write(writer, text, width);
                writer.Line(width.Store(text.Finish(width, taps.Result(width), text.Extents(width)), "outputs", "x"));
            });
        }
    }
}
