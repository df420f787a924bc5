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
        segment.WriteSizes(writer);
        writer.Line($"int block = Math.Min(endRow - firstRow, Math.Max(2, {KernelText.Number(text.Plan.SharedCells)} / pitch));");
        segment.WriteScratch(writer, "(block * pitch)");
        segment.Write(writer, () =>
        {
            if (text.Plan.LeavesWidth)
                writer.Line($"cells.Fill({text.Element.Padding});");
            using (writer.Block("for (int row = firstRow; row < endRow; row += block)"))
            {
                writer.Line("int count = Math.Min(block, endRow - row);");
                NaNBranch.Write(writer, text, "row", "count", segment, maximum => WriteBlock(writer, text, segment, maximum));
            }
        });
    }

    /// <summary>Where the outputs of <c>row</c> go.</summary>
    public static string Target(KernelText text) => $"Unsafe.Add(ref target, (nuint)((row * {text.Sizes.OutputWidth}) + first))";

    /// <summary>The elements from there to the end of the rows.</summary>
    public static string Room(KernelText text) => $"(nuint)((endRow - row) * {text.Sizes.OutputWidth})";

    public static void WriteMethods(CodeWriter writer, KernelText text)
    {
        TapRows.Write(writer, text);
        for (int pass = 0; pass < text.Plan.Network.Passes.Count - 1; pass++)
            WriteWiden(writer, text, pass);
        WritePoolColumns(writer, text);
    }

    private static void WriteBlock(CodeWriter writer, KernelText text, SegmentText segment, string maximum)
    {
        TapRows.Method(text, segment).WriteCall(writer, AheadBranch.Choice(text, maximum));
        string cells = "cells";
        int reach = 0;
        for (int pass = 0; pass < text.Plan.Network.Passes.Count - 1; pass++)
        {
            reach += text.Plan.Network.Reach(pass);
            Widen(text, pass, $"{cells}[0]", $"(nuint)((count * pitch) - {KernelText.Number(reach)})").WriteCall(writer, maximum);
            cells = "widened";
        }

        RowPlaces places = new($"{cells}[0]", "(nuint)pitch", Target(text), Room(text)) { TargetPitch = $"(nuint){text.Sizes.OutputWidth}" };
        PoolColumns(text, places).WriteCall(writer, text.Stepped(maximum, "SingleCells"));
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

            WriteWidenLoop(writer, text, offsets, text.Scalar);
        }
    }

    private static void WriteWidenLoop(CodeWriter writer, KernelText text, IReadOnlyList<int> offsets, VectorWidth width)
    {
        string step = width.IsScalar ? "x++" : $"x += {KernelText.Number(width.Lanes(text.Element))}";
        using (writer.Block($"for (nuint x = 0; x < count; {step})"))
        {
            WindowTaps taps = new() { Groups = [["from"]], Offsets = offsets, Stride = 1, Single = true };
            taps.Write(writer, text, width);
            writer.Line(width.Store("value", "to", "x"));
        }
    }

    /// <summary>The method that takes the windows of rows that have met.</summary>
    public static MethodText PoolColumns(KernelText text, RowPlaces places)
    {
        SegmentText segment = new(text);
        string element = text.Element.Keyword;

        // Rows that have met in a stack stand there for every row of the input.
        int apart = text.Plan.Source == RowSource.Stacked ? text.Height.Stride : 1;
        string? constant = segment.PitchConstant is string known ? KernelText.Times(known, apart) : null;
        MethodText method = new MethodText("PoolColumns") { TypeParameter = text.Stepped(text.TypeParameter) }
            .With($"ref {element}", "cells", places.Source)
            .WithSize("nuint", "pitch", KernelText.Times(places.Pitch, apart), text.Constant(constant))
            .With($"ref {element}", "target", places.Target)
            .WithSize("nuint", "targetPitch", places.TargetPitch, text.Constant(text.Plan.FixedShape.Width is null ? null : "OutputWidth"))
            .WithSize("nuint", "columns", places.Columns, text.Constant(segment.IsWhole ? "OutputWidth" : null));
        return text.WithExtents(text.WithStep(text.WithRoom(method, places.Room)), places.Extents).With("int", "count", places.Count);
    }

    public static void WritePoolColumns(CodeWriter writer, KernelText text)
    {
        MethodText method = PoolColumns(text, RowPlaces.None);
        string element = text.Element.Keyword;
        List<string> prelude =
        [
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
            new RowLoop(text, pairs: false, prelude).Write(writer, width =>
            {
                WindowTaps taps = new() { Groups = [["from"]], Offsets = text.Plan.Network.LastPass, Stride = text.Width.Stride };
                taps.Write(writer, text, width);
                writer.Line(width.Store(text.Finish(width, taps.Result(width), text.Extents(width)), "outputs", "x"));
            });
        }
    }
}
