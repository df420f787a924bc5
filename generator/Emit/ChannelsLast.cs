using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a channels-last kernel: channels are in lanes. Maxima repeat the nearest row for rows outside the input, so that whole windows
/// are the rule; the windows of sums that leave the input take only the taps that they have.
/// </summary>
internal static class ChannelsLast
{
    /// <summary>The fewest windows that slide in one go: the columns before the first are an extra.</summary>
    private const int LeastPart = 4;

    public static void Write(CodeWriter writer, string rowsHeader, KernelText text)
    {
        FewChannels few = new(text);
        using (writer.Block(rowsHeader))
            WriteBody(writer, text, few);
        if (text.Plan.HasFewChannels)
        {
            few.WriteMethods(writer);
            return;
        }

        if (text.Plan.FetchesAhead)
        {
            writer.Line();
            writer.Line("// Rows of pixels, asked for ahead or not.");
            using (writer.Block(AheadBranch.Header(text)))
                WriteRows(writer, text);
        }

        if (text.Plan.SlidingVectors > 0)
            new SlidingColumns(text).Write(writer);
        else if (text.Plan.UnrollRows && !text.Plan.RunsWindows)
            new UnrolledWindows(text).Write(writer);
        if (text.Plan.HasEdges)
            EdgeWindows.Write(writer, text);
        if (text.Plan.FewChannels > 0)
            few.Write(writer);
    }

    /// <summary>The header of a method that computes some output rows.</summary>
    public static string RowsHeader(KernelText text, string name, string last = "")
    {
        string element = text.Element.Keyword;
        return $"private static void {name}"
            + $"(ReadOnlySpan<{element}> input, Span<{element}> output, in PoolShape shape, int firstRow, int endRow{last})";
    }

    private static void WriteBody(CodeWriter writer, KernelText text, FewChannels few)
    {
        if (text.Plan.HasFewChannels)
        {
            few.WriteBody(writer);
            return;
        }

        if (text.Plan.FewChannels > 0)
            FewChannels.WriteCall(writer, text);
        if (text.Plan.RunsWindows)
        {
            writer.Line($"{(text.Plan.PairsWindows ? "Paired" : "Running")}Extremum.Rows<{text.Element.Keyword}, {text.Mode.Extremum!.Keeping}, {text.Mode.Extremum.Numbers}>(Config, input, output, shape, firstRow, endRow);");
            return;
        }

        if (text.Plan.FetchesAhead)
            AheadBranch.WriteCalls(writer, text);
        else
            WriteRows(writer, text);
    }

    private static void WriteRows(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        sizes.WriteLocals(writer, "channels", "depth", "height", "width", "outputDepth", "outputHeight", "outputWidth");
        writer.Line($"ref {element} source = ref MemoryMarshal.GetReference(input);");
        writer.Line($"ref {element} target = ref MemoryMarshal.GetReference(output);");
        if (text.Plan.UnrollRows && text.Plan.LeavesWidth && !(text.Plan.RepeatsTaps && text.Plan.SlidingVectors > 0))
            writer.Line($"(int firstWhole, int endWhole) = PoolGeometry.UnpaddedWindows(Config.Width, {sizes.Width}, {sizes.OutputWidth});");
        if (text.Plan.SlidingVectors > 0)
            writer.Line($"int part = Math.Max({KernelText.Number(LeastPart)}, {KernelText.Number(text.Plan.SlidingCells)} / {sizes.Channels});");
        writer.Line($"(int sample, int y) = Math.DivRem(firstRow, {sizes.OutputHeight});");
        using (writer.Block("for (int row = firstRow; row < endRow; row++)"))
        {
            DepthSlices.Write(writer, text, "sample", counts: false);
            string first = text.Plan.PoolsDepth ? $"volume * {sizes.Depth}" : "sample";
            writer.Line($"ref {element} plane = ref Unsafe.Add(ref source, (nuint)({first} * {sizes.Height} * {sizes.Width} * {sizes.Channels}));");
            writer.Line($"ref {element} outputRow = ref Unsafe.Add(ref target, (nuint)(row * {sizes.OutputWidth} * {sizes.Channels}));");
            WriteRow(writer, text);
            using (writer.Block($"if (++y == {sizes.OutputHeight})"))
            {
                writer.Line("y = 0;");
                writer.Line("sample++;");
            }
        }
    }

    private static void WriteRow(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        if (!text.Plan.UnrollRows)
        {
            EdgeWindows.WriteCall(writer, text, "0", sizes.OutputWidth);
            return;
        }

        if (!text.Plan.HasEdges)
        {
            WriteWhole(writer, text, "0", sizes.OutputWidth);
            return;
        }

        // An output row is cut in three: windows that leave the input on the left, whole windows, windows that leave it on the right.
        string first = text.Plan.LeavesWidth ? "firstWhole" : "0";
        string end = text.Plan.LeavesWidth ? "endWhole" : sizes.OutputWidth;
        if ((text.Plan.LeavesHeight || text.Plan.LeavesDepth) && !text.Plan.RepeatsTaps)
        {
            PoolAxis axis = text.Height;
            string top = KernelText.Start("y", axis);
            string bottom = KernelText.Plus(KernelText.Times("y", axis.Stride), axis.EffectiveWindow - axis.PaddingBefore);
            string slices = text.Plan.LeavesDepth ? $" && front >= 0 && {KernelText.Plus("front", text.Depth.EffectiveWindow)} <= {sizes.Depth}" : "";
            writer.Line($"bool inside = {top} >= 0 && {bottom} <= {sizes.Height}{slices};");
            writer.Line($"int from = inside ? {first} : {sizes.OutputWidth};");
            writer.Line($"int to = inside ? {end} : {sizes.OutputWidth};");
            (first, end) = ("from", "to");
        }

        EdgeWindows.WriteCall(writer, text, "0", first);
        using (writer.Block($"if ({first} < {end})"))
            WriteWhole(writer, text, first, end);
        EdgeWindows.WriteCall(writer, text, end, sizes.OutputWidth);
    }

    /// <summary>Writes the call for the windows of an output row that are whole, or made whole by repeated taps.</summary>
    private static void WriteWhole(CodeWriter writer, KernelText text, string first, string end)
    {
        SizeText sizes = text.Sizes;
        int index = 0;
        foreach (string row in ClampedRows.Write(writer, text, "y"))
            writer.Line($"ref {text.Element.Keyword} row{index++} = ref Unsafe.Add(ref plane, (nuint)({row} * {sizes.Width} * {sizes.Channels}));");
        if (text.Plan.SlidingVectors == 0)
        {
            new UnrolledWindows(text).WriteCalls(writer, first, end);
            return;
        }

        writer.Line("// A part of the row at a time, so that its channels share cache lines.");
        using (writer.Block($"for (int column = {first}; column < {end}; column += part)"))
            new SlidingColumns(text).Method("column", $"Math.Min(column + part, {end})").WriteCall(writer);
    }

    /// <summary>The name of a value for one of several vectors.</summary>
    public static string Vector(string name, int vectors, int vector) => vectors == 1 ? name : name + (char)('A' + vector);
}
