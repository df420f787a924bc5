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
        method
            .With($"ref {element}", "source", "source")
            .With("int", "row", "row")
            .With("int", "count", "count");
        if (text.Plan.PoolsDepth)
        {
            method
                .WithSize("int", "depth", "depth", text.Plan.FixedShape.Depth is null ? null : "Depth")
                .WithSize("int", "outputDepth", "outputDepth", text.Plan.FixedShape.Depth is null ? null : "OutputDepth");
        }

        return method
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
        writer.Line($"    ref to, {(text.Plan.PairsRows ? $"ref Unsafe.Add(ref to, {nextCells}), " : "")}{columns}{(TypeParameter(text) == AheadBranch.TypeParameter ? ", ahead" : "")});");
    }

    private static void WriteRows(CodeWriter writer, KernelText text)
    {
        string first = text.Plan.PoolsDepth ? "volume * depth" : "plane";
        string map = $"ref {text.Element.Keyword} map = ref Unsafe.Add(ref source, (nuint)(({first} * height * width) + column));";
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
            DepthSlices.Write(writer, text, "plane", "depth", "outputDepth", counts: false);
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
        bool clampsSlices = clamped && text.Plan.LeavesDepth;
        if (!text.Plan.UnrollRows && text.Plan.PoolsDepth)
            return LoopedReferences(writer, text, clampsSlices);

        string top = KernelText.Start("y", axis);
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
        IReadOnlyList<string> rows = Rows(text, "top", text.Plan.PairsRows ? RowPairs.Rows(text) : axis.Window, height);
        return [.. DepthSlices.Rows(writer, text, rows, clampsSlices, "depth", height).Select(Row)];
    }

    /// <summary>The tap rows of a plane from the local <paramref name="top"/> on, as many as a window has, or two that overlap.</summary>
    public static IReadOnlyList<string> Rows(KernelText text, string top, int count, string height = "height")
    {
        PoolAxis axis = text.Height;
        bool clamped = text.Plan.Source == RowSource.Clamped;
        return [.. Enumerable.Range(0, count).Select(tap =>
            tap >= axis.Window && !clamped ? $"Math.Min({KernelText.Plus(top, tap)}, {height} - 1)"
            : !clamped ? KernelText.Part(KernelText.Plus(top, tap * axis.Dilation))
            : ClampedTap.Of(top, height, axis, text.Plan.Config.CeilMode, tap))];
    }

    /// <summary>The arguments of the method that takes the tap rows of several slices in loops: the first, and how many of each there are how far apart.</summary>
    private static IReadOnlyList<string> LoopedReferences(CodeWriter writer, KernelText text, bool clampsSlices)
    {
        PoolAxis axis = text.Height;
        string top = KernelText.Start("y", axis), front = "front";
        string rows = KernelText.Number(axis.Window), slices = KernelText.Number(text.Depth.Window);
        if (text.Plan.LeavesHeight)
        {
            writer.Line("(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Height, height, y);");
            (top, rows) = ($"{top} + {KernelText.Part(KernelText.Times("firstTap", axis.Dilation))}", "endTap - firstTap");
        }

        if (clampsSlices)
        {
            writer.Line("(int firstSlice, int endSlice) = PoolGeometry.ValidTaps(Config.Depth, depth, z);");
            (front, slices) = ($"(front + {KernelText.Part(KernelText.Times("firstSlice", text.Depth.Dilation))})", "endSlice - firstSlice");
        }

        string distance = $"(nuint)({KernelText.Times("height * width", text.Depth.Dilation)})";
        return [$"Unsafe.Add(ref map, (nuint)((({front} * height) + {top}) * width))", $"(nuint)({KernelText.Times("width", axis.Dilation)})", rows, distance, slices];
    }

    private static void WriteCombineRow(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword;
        string rows = text.Plan.UnrollRows
            ? string.Join(", ", Enumerable.Range(0, text.Plan.PairsRows ? RowPairs.Rows(text) : text.TapRows).Select(row => $"ref {element} row{row}"))
            : $"ref {element} rows, nuint pitch, int count{(text.Plan.PoolsDepth ? ", nuint slice, int slices" : "")}";
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
                        Groups = [[.. Enumerable.Range(0, text.TapRows).Select(row => $"row{row}")]],
                        Offsets = [0],
                        Stride = 1,
                    };
                    taps.Write(writer, text, width);
                }
                else if (text.Plan.PoolsDepth)
                {
                    writer.Line($"{width.TypeOf(text.Element)} value = {width.Broadcast(text.Element.Identity)};");
                    using (writer.Block("for (nuint first = 0; first < (nuint)slices * slice; first += slice)"))
                    using (writer.Block("for (nuint row = first; row < first + ((nuint)count * pitch); row += pitch)"))
                        writer.Line($"value = {text.Combine("value", width.Load("rows", "row + x"))};");
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
