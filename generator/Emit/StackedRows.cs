using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a channels-first kernel over stacks of rows: rows of one or several planes are copied to scratch memory with their padding
/// around them, so that every window is whole. Where windows share what they combine, steps over all cells of the stack follow, first
/// down the rows and then along them; each step reads what lies ahead and stays in place. With a depth every slice of a window has a stack
/// of its own, one behind the other, for the output rows of one output plane.
/// </summary>
internal static class StackedRows
{
    public static void Write(CodeWriter writer, KernelText text)
    {
        SegmentText segment = new(text);
        segment.WriteSizes(writer);
        writer.Line($"StackedRows stack = new(Config.Height, {text.Sizes.Height}, {text.Sizes.OutputHeight}, pitch, {KernelText.Number(text.Plan.ScratchCells)});");
        string cells = KernelText.Plus($"stack.Cells({(text.Plan.PoolsDepth ? $"Math.Min(endRow - firstRow, {text.Sizes.OutputHeight})" : "endRow - firstRow")})", text.Width.PaddingBefore);
        if (text.Plan.PoolsDepth)
        {
            writer.Line($"int slice = {cells};");
            cells = KernelText.Times("slice", text.Depth.Window);
        }

        segment.WriteScratch(writer, cells);
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
            .WithSize("nuint", "pitch", places.Pitch, text.Constant(segment.PitchConstant));
        if (Slices(text))
            method.With("nuint", "slice", places.Slice);
        method
            .With("int", "planeRows", planeRows)
            .With($"ref {element}", "target", places.Target)
            .WithSize("nuint", "targetPitch", places.TargetPitch, text.Constant(outputWidth))
            .WithPassed("nuint", "columns", places.Columns, text.Constant(segment.IsWhole ? outputWidth : null))
            .WithSize("int", "outputHeight", text.Sizes.OutputHeight, text.Plan.FixedShape.Height is null ? null : "OutputHeight");
        text.WithStep(text.WithRoom(method, places.Room)).With("int", "y", y).With("int", "count", places.Count);
        return !text.PerWindow ? method : text.WithDepthExtent(method
            .With($"ref {text.Element.Register.Keyword}", "extents", places.Extents)
            .WithPassed("int", "height", text.Sizes.Height, text.Plan.FixedShape.Height is null ? null : "Height"));
    }

    /// <summary>Whether a window has stacks of several slices.</summary>
    private static bool Slices(KernelText text) => text.Depth.Window > 1;

    private static void WriteBlock(CodeWriter writer, KernelText text, SegmentText segment)
    {
        SizeText sizes = text.Sizes;
        string left = text.Plan.LeavesWidth ? "left" : "0";
        string copied = $"{segment.FirstColumn}, {segment.CopiedColumns}", padding = $"{left}, {text.Element.Padding}";
        bool shared = text.Plan.Order == TapOrder.RowsFirstShared;
        if (text.Plan.PoolsDepth)
        {
            writer.Line($"int count = stack.Count(y, Math.Min({sizes.OutputHeight} - y, endRow - row));");
            DepthSlices.Write(writer, text);
            string slices = $"{KernelText.Number(text.Depth.Window)}, {KernelText.Number(text.Depth.Dilation)}, {sizes.Depth}";
            writer.Line($"{(shared ? "int rows = " : "")}stack.FillSlices(input, {sizes.Width}, volume, front, {slices}, y, count, {copied}, cells, slice, {padding});");
        }
        else
        {
            writer.Line("int count = stack.Count(y, endRow - row);");
            writer.Line($"{(shared ? "int rows = " : "")}stack.Fill(input, {sizes.Width}, plane, y, count, {copied}, cells, {padding});");
        }

        RowPlaces places = new("cells[0]", "(nuint)pitch", SharedRows.Target(text), SharedRows.Room(text)) { TargetPitch = $"(nuint){sizes.OutputWidth}", Slice = "(nuint)slice" };
        MethodText pool = PoolStack(text, places, "stack.PlaneRows", "y");
        NaNBranch.Write(writer, text, "row", "count", segment, maximum => pool.WriteCall(writer, text.Stepped(maximum, "SingleCells")));
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
        IEnumerable<Step> across = Slices(text) ? [new Step("CombineSlices", Distance.Slices, [.. Enumerable.Range(0, text.Depth.Window)])] : [];
        IEnumerable<Step> down = text.Plan.RowNetwork.Passes.Where(pass => pass.Count > 1)
            .Select((pass, index) => new Step($"CombineRows{KernelText.Number(index + 1)}", Distance.Rows, pass));
        IEnumerable<Step> along = text.Plan.Network.Passes.Take(text.Plan.Network.Passes.Count - 1)
            .Select((pass, index) => new Step($"CombineColumns{KernelText.Number(index + 1)}", Distance.Columns, pass));
        return across.Concat(down).Concat(along);
    }

    private static void WriteSteps(CodeWriter writer, KernelText text)
    {
        int behind = text.Width.PaddingBefore;
        writer.Line(behind == 0
            ? "nuint all = (nuint)rows * pitch;"
            : $"nuint all = ((nuint)rows * pitch) + {KernelText.Part(text.Steps ? KernelText.Times("step", behind) : KernelText.Number(behind))};");
        foreach (Step step in Steps(text))
        {
            if (step.Between != Distance.Slices)
                writer.Line($"all -= {(step.Between == Distance.Rows ? KernelText.Times("pitch", step.Reach) : text.Steps ? KernelText.Times("step", step.Reach) : KernelText.Number(step.Reach))};");
            Method(text, step).WriteCall(writer, TypeParameters(text, step));
        }
    }

    private static string TypeParameters(KernelText text, Step step) => step.Between == Distance.Columns ? text.Stepped(text.TypeParameter) : text.TypeParameter;

    private static MethodText Method(KernelText text, Step step)
    {
        MethodText method = new MethodText(step.Name) { TypeParameter = TypeParameters(text, step) }.With($"ref {text.Element.Keyword}", "cells", "cells");
        if (step.Between == Distance.Slices)
            method.With("nuint", "slice", "slice");
        else if (step.Between == Distance.Rows)
            method.WithSize("nuint", "pitch", "pitch", text.Constant(new SegmentText(text).PitchConstant));
        else
            text.WithStep(method);
        return method.With("nuint", "count", "all");
    }

    private static void WriteStep(CodeWriter writer, KernelText text, Step step)
    {
        MethodText method = Method(text, step);
        writer.Line();
        writer.Line($"// Every cell takes in those {(step.Between switch { Distance.Slices => "of the other slices under", Distance.Rows => "below", _ => "ahead of" })} it; whole vectors run into the spare cells behind the stack.");
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

        string Place(Step step, int offset) => step.Between == Distance.Columns
            ? text.Column("x", offset)
            : $"x + {KernelText.Part(KernelText.Times(step.Between == Distance.Rows ? "pitch" : "slice", offset))}";

        void WriteLoop(VectorWidth width)
        {
            string next = width.IsScalar ? "x++" : $"x += {KernelText.Number(width.Lanes(text.Element))}";
            using (writer.Block($"for (nuint x = 0; x < count; {next})"))
            {
                writer.Line($"{width.TypeOf(text.Element)} value = {width.Load("cells", "x")};");
                foreach (int offset in step.Offsets.Skip(1))
                    writer.Line($"value = {text.Combine("value", width.Load("cells", Place(step, offset)))};");
                writer.Line(width.Store("value", "cells", "x"));
            }
        }
    }

    /// <summary>What lies between the cells that a step combines.</summary>
    private enum Distance
    {
        Slices,
        Rows,
        Columns,
    }

    private sealed record Step(string Name, Distance Between, IReadOnlyList<int> Offsets)
    {
        public int Reach => Offsets[Offsets.Count - 1];
    }
}
