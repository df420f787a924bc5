using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a channels-first kernel over stacks of rows: rows of one or several planes are copied to scratch memory with their padding
/// around them, so that every window is whole. Where windows share what they combine, steps over all cells of the stack follow, first
/// down the rows and then along them; each step reads what lies ahead and stays in place.
/// </summary>
internal static class StackedRows
{
    public static void Write(CodeWriter writer, KernelText text)
    {
        SegmentText segment = new(text);
        segment.WriteSizes(writer);
        writer.Line($"StackedRows stack = new(Config.Height, {text.Sizes.Height}, {text.Sizes.OutputHeight}, pitch, {KernelText.Number(text.Plan.ScratchCells)});");
        segment.WriteScratch(writer, KernelText.Plus("stack.Cells(endRow - firstRow)", text.Width.PaddingBefore));
        segment.Write(writer, () =>
        {
            if (text.PerWindow)
                writer.Line($"WindowExtents.Fill(Config.Width, {text.Sizes.Width}, first, {text.IncludePad}, {(segment.IsWhole ? "extents" : "extents[..columns]")}, repeat: 1);");
            writer.Line($"(int plane, int y) = Math.DivRem(firstRow, {text.Sizes.OutputHeight});");
            using (writer.Block("for (int row = firstRow; row < endRow; )"))
                WriteBlock(writer, text, segment);
        });
    }

    /// <summary>The method that pools the rows of a stack, from <c>rows</c> stack rows and the output row <c>y</c> of a plane on.</summary>
    public static MethodText PoolStack(KernelText text, RowPlaces places, string planeRows, string y)
    {
        SegmentText segment = new(text);
        string element = text.Element.Keyword;
        string? outputWidth = text.Plan.FixedShape.Width is null ? null : "OutputWidth";
        MethodText method = new MethodText("PoolStack") { TypeParameter = text.Stepped(text.TypeParameter) }.With($"ref {element}", "cells", places.Source);
        if (text.Plan.Order == TapOrder.RowsFirstShared)
            method.With("int", "rows", "rows");
        method
            .WithSize("nuint", "pitch", places.Pitch, text.Constant(segment.PitchConstant))
            .With("int", "planeRows", planeRows)
            .With($"ref {element}", "target", places.Target)
            .WithSize("nuint", "targetPitch", places.TargetPitch, text.Constant(outputWidth))
            .WithPassed("nuint", "columns", places.Columns, text.Constant(segment.IsWhole ? outputWidth : null))
            .WithSize("int", "outputHeight", text.Sizes.OutputHeight, text.Plan.FixedShape.Height is null ? null : "OutputHeight");
        text.WithStep(text.WithRoom(method, places.Room)).With("int", "y", y).With("int", "count", places.Count);
        return !text.PerWindow ? method : method
            .With($"ref {text.Element.Register.Keyword}", "extents", places.Extents)
            .WithPassed("int", "height", text.Sizes.Height, text.Plan.FixedShape.Height is null ? null : "Height");
    }

    private static void WriteBlock(CodeWriter writer, KernelText text, SegmentText segment)
    {
        SizeText sizes = text.Sizes;
        string left = text.Plan.LeavesWidth ? "left" : "0";
        writer.Line("int count = stack.Count(y, endRow - row);");
        string rows = text.Plan.Order == TapOrder.RowsFirstShared ? "int rows = " : "";
        writer.Line($"{rows}stack.Fill(input, {sizes.Width}, plane, y, count, {segment.FirstColumn}, {segment.CopiedColumns}, cells, {left}, {text.Element.Padding});");
        RowPlaces places = new("cells[0]", "(nuint)pitch", SharedRows.Target(text), SharedRows.Room(text)) { TargetPitch = $"(nuint){sizes.OutputWidth}" };
        MethodText pool = PoolStack(text, places, "stack.PlaneRows", "y");
        NaNBranch.Write(writer, text, "row", "count", NaNBranch.UnlessWhole(text, segment), maximum => pool.WriteCall(writer, text.Stepped(maximum, "SingleCells")));
        if (text.Plan.ScansForNaN)
            writer.Line();
        writer.Line("row += count;");
        writer.Line($"plane += (y + count) / {sizes.OutputHeight};");
        writer.Line($"y = (y + count) % {sizes.OutputHeight};");
    }

    public static void WriteMethods(CodeWriter writer, KernelText text)
    {
        MethodText method = PoolStack(text, RowPlaces.None, "", "");
        writer.Line();
        writer.Line("// The output rows of a stack, plane by plane.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            bool shared = text.Plan.Order == TapOrder.RowsFirstShared;
            if (shared)
                WriteSteps(writer, text);
            writer.Line($"int top = -{KernelText.Part(KernelText.Times("y", text.Height.Stride))};");
            using (writer.Block("while (count > 0)"))
            {
                writer.Line("int part = Math.Min(outputHeight - y, count);");
                string from = $"Unsafe.Add(ref cells, (nuint)(top + {KernelText.Part(KernelText.Times("y", text.Height.Stride))}) * pitch)";
                RowPlaces places = new(from, "pitch", "target", "room") { TargetPitch = "targetPitch", Columns = "columns", Count = "part", Extents = "extents" };
                MethodText pool = shared ? SharedRows.PoolColumns(text, places) : ChannelsFirst.PoolRows(text, places);
                pool.WriteCall(writer, text.Stepped(text.TypeParameter));
                writer.Line("target = ref Unsafe.Add(ref target, (nuint)part * targetPitch);");
                if (text.MayRunOver)
                    writer.Line("room -= (nuint)part * targetPitch;");
                writer.Line("count -= part;");
                writer.Line("top += planeRows;");
                writer.Line("y = 0;");
            }
        }

        foreach (Step step in Steps(text))
            WriteStep(writer, text, step);
    }

    /// <summary>The steps that stay in the stack: all of those down the rows, and those along them but for the last.</summary>
    private static IEnumerable<Step> Steps(KernelText text)
    {
        if (text.Plan.Order != TapOrder.RowsFirstShared)
            return [];
        IEnumerable<Step> down = text.Plan.RowNetwork.Passes.Where(pass => pass.Count > 1)
            .Select((pass, index) => new Step($"CombineRows{KernelText.Number(index + 1)}", Down: true, pass));
        IEnumerable<Step> along = text.Plan.Network.Passes.Take(text.Plan.Network.Passes.Count - 1)
            .Select((pass, index) => new Step($"CombineColumns{KernelText.Number(index + 1)}", Down: false, pass));
        return down.Concat(along);
    }

    private static void WriteSteps(CodeWriter writer, KernelText text)
    {
        int behind = text.Width.PaddingBefore;
        writer.Line(behind == 0
            ? "nuint all = (nuint)rows * pitch;"
            : $"nuint all = ((nuint)rows * pitch) + {KernelText.Part(text.Steps ? KernelText.Times("step", behind) : KernelText.Number(behind))};");
        foreach (Step step in Steps(text))
        {
            writer.Line($"all -= {(step.Down ? KernelText.Times("pitch", step.Reach) : text.Steps ? KernelText.Times("step", step.Reach) : KernelText.Number(step.Reach))};");
            Method(text, step).WriteCall(writer, TypeParameters(text, step));
        }
    }

    private static string TypeParameters(KernelText text, Step step) => step.Down ? text.TypeParameter : text.Stepped(text.TypeParameter);

    private static MethodText Method(KernelText text, Step step)
    {
        MethodText method = new MethodText(step.Name) { TypeParameter = TypeParameters(text, step) }.With($"ref {text.Element.Keyword}", "cells", "cells");
        if (step.Down)
            method.WithSize("nuint", "pitch", "pitch", text.Constant(new SegmentText(text).PitchConstant));
        else
            text.WithStep(method);
        return method.With("nuint", "count", "all");
    }

    private static void WriteStep(CodeWriter writer, KernelText text, Step step)
    {
        MethodText method = Method(text, step);
        writer.Line();
        writer.Line($"// Every cell takes in those {(step.Down ? "below" : "ahead of")} it; whole vectors run into the spare cells behind the stack.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            foreach (VectorWidth width in text.Widths)
            {
                using (writer.Block($"if ({width.Type}.IsHardwareAccelerated)"))
                {
                    WriteLoop(width);
                    writer.Line();
                    writer.Line("return;");
                }

                writer.Line();
            }

            WriteLoop(text.Scalar);
        }

        void WriteLoop(VectorWidth width)
        {
            string next = width.IsScalar ? "x++" : $"x += {KernelText.Number(width.Lanes(text.Element))}";
            using (writer.Block($"for (nuint x = 0; x < count; {next})"))
            {
                writer.Line($"{width.TypeOf(text.Element)} value = {width.Load("cells", "x")};");
                foreach (int offset in step.Offsets.Skip(1))
                    writer.Line($"value = {text.Combine("value", width.Load("cells", step.Down ? $"x + {KernelText.Part(KernelText.Times("pitch", offset))}" : text.Column("x", offset)))};");
                writer.Line(width.Store("value", "cells", "x"));
            }
        }
    }

    private sealed record Step(string Name, bool Down, IReadOnlyList<int> Offsets)
    {
        public int Reach => Offsets[Offsets.Count - 1];
    }
}
