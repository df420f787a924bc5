using System;
using System.Collections.Generic;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>Channels first: the tap rows of an output row meet in a row of columns in scratch memory, and each output takes its columns from there.</summary>
internal sealed class AdaptiveColumns(KernelText text, AdaptiveKernel kernel)
{
    private readonly AdaptiveOutputs outputs = new(text, kernel);
    private readonly VectorWidth wide = VectorWidth.Of(text.Plan.VectorBits[0], text.Element);

    /// <summary>The width where it is known and a row of it fits into scratch memory.</summary>
    private int? Known => text.Plan.FixedShape.Width is int width && width <= text.Plan.ScratchCells ? width : null;

    /// <summary>Whether rows may be longer than scratch memory.</summary>
    private bool MayBeLong => text.Plan.FixedShape.Width is not int width || width > text.Plan.ScratchCells;

    private string Register => text.Element.Register.Keyword;

    public void WriteLocals(CodeWriter writer)
    {
        string cells = KernelText.Number(text.Plan.ScratchCells), spare = KernelText.Number(wide.Lanes(text.Element));
        string needed = MayBeLong ? $"Math.Min({text.Sizes.Width}, {cells})" : text.Sizes.Width;
        writer.Line(KernelText.Scratch(Register, "scratch", $"{(AdaptivePlanes.AreWritten(text) ? AdaptivePlanes.Cells(text) : needed)} + {spare}"));
        writer.Line($"ref {Register} columns = ref MemoryMarshal.GetReference(scratch);");
        writer.Line("nuint length = (nuint)shape.Length;");
        if (outputs.HasTable)
        {
            writer.Line("// Where the windows of a row start, and how many columns they have.");
            writer.Line($"Span<int> windows = stackalloc int[2 * {text.Sizes.OutputWidth}];");
            writer.Line($"AdaptiveWindows.Fill({text.Sizes.Width}, windows);");
        }

        if (AdaptivePlanes.AreWritten(text))
            new AdaptivePlanes(text, this).WriteCall(writer);
    }

    public void WriteRow(CodeWriter writer)
    {
        if (!MayBeLong)
        {
            WriteShort(writer);
            return;
        }

        using (writer.Block($"if ({text.Sizes.Width} <= {KernelText.Number(text.Plan.ScratchCells)})"))
            WriteShort(writer);
        using (writer.Block("else"))
            PoolLongRow().WriteCall(writer, AheadBranch.Choice(text));
    }

    public void WriteMethods(CodeWriter writer)
    {
        writer.Line();
        writer.Line("// The tap rows of an output row meet: a column of sums or of what else the mode keeps for each column of the input.");
        MethodText combine = CombineRows("first", "", "");
        using (writer.Block(combine.Header))
        {
            combine.WriteConstants(writer);
            WriteCombine(writer);
        }

        MethodText pool = PoolColumns();
        writer.Line();
        writer.Line("// Each output takes its columns, from left to right.");
        using (writer.Block(pool.Header))
            outputs.Write(writer);
        if (MayBeLong)
            WriteLongRow(writer);
        if (AdaptivePlanes.AreWritten(text))
            new AdaptivePlanes(text, this).WriteMethods(writer);
    }

    /// <summary>Writes the call that combines the rows of a plane which one window covers.</summary>
    public void WritePlane(CodeWriter writer, string plane, string columns, string count, string room) => writer.Line(
        $"CombineRows(ref Unsafe.Add(ref {plane}), rows, pitch, ref Unsafe.Add(ref {columns}), {(Known is null ? $"{count}, " : "")}{room});");

    private void WriteShort(CodeWriter writer)
    {
        CombineRows("first", $"(nuint){text.Sizes.Width}", "length - offset").WriteCall(writer, AheadBranch.Choice(text));
        PoolColumns().WriteCall(writer);
    }

    private MethodText CombineRows(string first, string count, string room) => kernel
        .WithRows(new MethodText("CombineRows") { TypeParameter = AheadBranch.Choice(text) }.With($"ref {text.Element.Keyword}", "first", first), $"(nuint){text.Sizes.Width}")
        .With($"ref {Register}", "columns", "columns")
        .WithSize("nuint", "count", count, Known is int known ? KernelText.Number(known) : null)
        .With("nuint", "room", room);

    private MethodText PoolColumns()
    {
        MethodText method = new MethodText("PoolColumns").With($"ref {Register}", "columns", "columns").With($"ref {text.Element.Keyword}", "outputs", "outputs");
        return outputs.HasTable ? WithRows(method.With("ref int", "windows", "windows[0]").With("int", "least", "across.Least")) : WithTaps(method);
    }

    private MethodText WithRows(MethodText method) => text.PerWindow ? method.With("int", "tapRows", kernel.AllRows) : method;

    private MethodText WithTaps(MethodText method)
    {
        if (!kernel.Across.IsCovered && !text.Plan.UnrollColumns)
            method.With("AdaptiveWindows", "across", "across");
        if (kernel.Across.IsCovered && text.Plan.FixedShape.Width is null)
            method.With("int", "width", "width");
        return WithRows(method);
    }

    private void WriteCombine(CodeWriter writer)
    {
        foreach (VectorWidth width in text.Widths)
        {
            int lanes = width.Lanes(text.Element), tile = lanes * text.Plan.TileVectors;
            if (width == text.Widths[0])
            {
                if (Known is null || Known >= tile)
                    WriteLoop(writer, width, text.Plan.TileVectors);
                if (Known is null || (Known > lanes / 2 && Known < lanes))
                    WriteOver(writer, width);
            }

            if (Known is null || (Known >= lanes && (Known < tile || width != text.Widths[0])))
                WriteLoop(writer, width, 1);
        }

        using (writer.Block("for (nuint x = 0; x < count; x++)"))
            WriteTile(writer, text.Scalar, 1);
    }

    private void WriteLoop(CodeWriter writer, VectorWidth width, int vectors)
    {
        string step = KernelText.Number(width.Lanes(text.Element) * vectors);
        using (writer.Block($"if ({width.Type}.IsHardwareAccelerated && count >= {step})"))
        {
            if (AdaptiveKernel.Asks(text, vectors))
            {
                writer.Line("// Strips go down the rows out of order; rows are asked for in order, bit by bit.");
                writer.Line($"nuint asked = ahead.FirstAsked(rows * pitch{(kernel.HasSlices ? " * slices" : "")});");
            }

            writer.Line("// The second step overlaps the first, so that the last one ends with the row.");
            using (writer.Block($"for (nuint x = 0, after = ((count - 1) % {step}) + 1; x < count; x = after, after += {step})"))
                WriteTile(writer, width, vectors);
            writer.Line();
            writer.Line("return;");
        }

        writer.Line();
    }

    /// <summary>Writes the vector that runs over the end of narrow rows, where the input goes on behind the last of them.</summary>
    private void WriteOver(CodeWriter writer, VectorWidth width)
    {
        string lanes = KernelText.Number(width.Lanes(text.Element));
        string last = kernel.HasSlices ? "((slices - 1) * slicePitch) + ((rows - 1) * pitch)" : "((rows - 1) * pitch)";
        using (writer.Block($"if ({width.Type}.IsHardwareAccelerated && count < {lanes} && count > {KernelText.Number(width.Lanes(text.Element) / 2)} && {last} + {lanes} <= room)"))
        {
            writer.Line("const nuint x = 0;");
            WriteTile(writer, width, 1);
            writer.Line("return;");
        }

        writer.Line();
    }

    private void WriteTile(CodeWriter writer, VectorWidth width, int vectors)
    {
        kernel.WriteDown(writer, width, vectors, "x", AdaptiveKernel.Asks(text, vectors));
        for (int vector = 0; vector < vectors; vector++)
            writer.Line(width.StoreRegisters($"value{KernelText.Number(vector)}", "columns", KernelText.Plus("x", vector * width.Lanes(text.Element))));
    }

    private MethodText PoolLongRow() => WithTaps(kernel
        .WithRows(new MethodText("PoolLongRow") { TypeParameter = AheadBranch.Choice(text) }.With($"ref {text.Element.Keyword}", "first", "first"), $"(nuint){text.Sizes.Width}")
        .With($"ref {Register}", "columns", "columns")
        .With($"ref {text.Element.Keyword}", "outputs", "outputs")
        .With("nuint", "room", "length - offset"));

    private void WriteLongRow(CodeWriter writer)
    {
        string start = kernel.Across.IsCovered ? "0" : "across.Start", count = kernel.Across.IsCovered ? text.Sizes.Width : "across.Count";
        MethodText method = PoolLongRow();
        writer.Line();
        writer.Line("// Rows that do not fit into scratch memory: the columns of one output at a time, part by part.");
        using (writer.Block(method.Header))
        using (writer.Block($"for (nuint x = 0; x < {text.Sizes.OutputWidth}; x++)"))
        {
            writer.Line($"nuint column = (nuint){start}, end = column + (nuint){count};");
            writer.Line($"{Register} value = {text.Element.Identity};");
            using (writer.Block("while (column < end)"))
            {
                writer.Line($"nuint count = Math.Min({KernelText.Number(text.Plan.ScratchCells)}, end - column);");
                List<string> passed = ["ref Unsafe.Add(ref first, column)", "rows", "pitch"];
                if (kernel.HasSlices)
                    passed.AddRange(["slices", "slicePitch"]);
                writer.Line($"CombineRows({string.Join(", ", passed)}, ref columns, count, room - column{(text.Plan.FetchesAhead ? ", ahead" : "")});");
                using (writer.Block("for (nuint cell = 0; cell < count; cell++)"))
                    writer.Line($"value = {text.Combine("value", text.Scalar.LoadRegisters("columns", "cell"))};");
                writer.Line("column += count;");
            }

            writer.Line(text.Scalar.Store(outputs.Finish(text.Scalar, "value", count), "outputs", "x"));
            if (!kernel.Across.IsCovered)
                writer.Line("across.Advance();");
        }
    }
}
