using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method of a channels-last kernel for pixels that do not fill a vector. Rows of interleaved pixels stand in scratch memory
/// with their padding around them: for maxima one row per output row, in which its tap rows have met, for sums a padded copy of the
/// input. Windows one pixel apart are pooled as plain rows; otherwise a vector takes a pixel and runs into the next one, which follows.
/// </summary>
internal sealed class FewChannels(KernelText text)
{
    private const string Name = "PoolFewChannels";

    private readonly KernelPlan plan = text.Plan;
    private readonly SizeText sizes = text.Sizes;
    private readonly string element = text.Element.Keyword;
    private readonly PixelWindows pixels = new(text);

    // A repeated tap changes a sum, so sums need their padding in place.
    private readonly bool meets = text.Plan.RepeatsTaps;

    public static void WriteCall(CodeWriter writer, KernelText text)
    {
        using (writer.Block($"if (shape.Channels <= {KernelText.Number(text.Plan.FewChannels)})"))
        {
            writer.Line($"{Name}(input, output, shape, firstRow, endRow);");
            writer.Line("return;");
        }

        writer.Line();
    }

    public void Write(CodeWriter writer)
    {
        writer.Line();
        writer.Line("// Pixels that do not fill a vector: rows of them stand in scratch memory with their padding around them.");
        using (writer.Block(ChannelsLast.RowsHeader(text, Name)))
            WriteBody(writer);
        WriteMethods(writer);
    }

    /// <summary>The whole method, where it is known that channels are few.</summary>
    public void WriteBody(CodeWriter writer)
    {
        sizes.WriteLocals(writer, "channels", "depth", "height", "width", "outputDepth", "outputHeight", "outputWidth");
        if (meets)
            writer.Line($"ref {element} source = ref MemoryMarshal.GetReference(input);");
        if (pixels.ReadsInput)
            WriteSingle(writer);
        WriteScratch(writer);
        PoolAxis axis = text.Width;
        using (writer.Block($"for (int first = 0; first < {sizes.OutputWidth}; first += segment)"))
        {
            writer.Line($"int columns = Math.Min(segment, {sizes.OutputWidth} - first);");
            writer.Line($"int start = {KernelText.Start("first", axis)};");
            writer.Line("int left = Math.Max(0, -start);");
            writer.Line($"int right = Math.Min({KernelText.Reach("columns", axis)}, {sizes.Width} - start);");
            if (plan.LeavesWidth || !meets)
                writer.Line($"cells.Fill({text.Element.Padding});");
            if (text.PerWindow)
                WriteExtents(writer);
            writer.Line($"(int sample, int y) = Math.DivRem(firstRow, {sizes.OutputHeight});");
            writer.Line("int row = firstRow;");
            using (writer.Block("while (row < endRow)"))
                WriteBlock(writer);
        }
    }

    public void WriteMethods(CodeWriter writer)
    {
        if (meets)
            WriteCombineRow(writer);
        pixels.Write(writer);
    }

    // Rows of a plain map that its windows do not leave need no scratch memory.
    private void WriteSingle(CodeWriter writer)
    {
        using (writer.Block($"if ({sizes.Channels} == 1)"))
        {
            writer.Line($"(int map, int top) = Math.DivRem(firstRow, {sizes.OutputHeight});");
            using (writer.Block("for (int at = firstRow; at < endRow; map++, top = 0)"))
            {
                writer.Line($"int count = Math.Min({sizes.OutputHeight} - top, endRow - at);");
                pixels.WriteSingleCall(
                    writer,
                    $"Unsafe.Add(ref source, (nuint)(((map * {sizes.Height}) + ({KernelText.Times("top", text.Height.Stride)})) * {sizes.Width}))",
                    sizes.Width,
                    $"Unsafe.Add(ref MemoryMarshal.GetReference(output), (nuint)(at * {sizes.OutputWidth}))",
                    sizes.OutputWidth);
                writer.Line("at += count;");
            }

            writer.Line();
            writer.Line("return;");
        }

        writer.Line();
    }

    private void WriteScratch(CodeWriter writer)
    {
        PoolAxis axis = text.Height;
        string spare = KernelText.Number(plan.SpareCells);
        writer.Line($"int segment = Math.Min({sizes.OutputWidth}, {KernelText.Number(plan.PixelColumns)});");
        writer.Line($"int pitch = ({KernelText.Reach("segment", text.Width)}) * {sizes.Channels};");
        string fit = meets ? $"{KernelText.Number(plan.PixelCells)} / pitch" : axis.Stride == 1
            ? KernelText.Plus($"({KernelText.Number(plan.ScratchCells)} / pitch)", 1 - axis.EffectiveWindow)
            : $"((({KernelText.Number(plan.ScratchCells)} / pitch) - {KernelText.Number(axis.EffectiveWindow)}) / {KernelText.Number(axis.Stride)}) + 1";
        writer.Line($"int block = Math.Max(1, Math.Min({sizes.OutputHeight}, {fit}));");
        string rows = meets ? "block" : $"({KernelText.Reach("block", axis)})";
        writer.Line(KernelText.Scratch(element, "cells", $"({rows} * pitch) + {spare}"));
        if (!pixels.IsFlat)
            writer.Line(KernelText.Scratch(element, "results", $"(block * segment * {sizes.Channels}) + {spare}"));
        if (text.PerWindow)
            writer.Line($"Span<{text.Element.Register.Keyword}> extents = stackalloc {text.Element.Register.Keyword}[segment{(pixels.IsFlat ? $" * {sizes.Channels}" : "")}];");
    }

    // Each channel of a plain row has the extent of its pixel.
    private void WriteExtents(CodeWriter writer)
    {
        string length = pixels.IsFlat ? $"(columns * {sizes.Channels})" : "columns";
        string repeat = pixels.IsFlat ? sizes.Channels : "1";
        writer.Line($"WindowExtents.Fill(Config.Width, {sizes.Width}, first, {text.IncludePad}, extents[..{length}], {repeat});");
    }

    private void WriteBlock(CodeWriter writer)
    {
        writer.Line($"int count = Math.Min(Math.Min(block, {sizes.OutputHeight} - y), endRow - row);");
        DepthSlices.Write(writer, text, "sample", counts: false);
        WritePixels(writer);
        writer.Line("row += count;");
        writer.Line("y += count;");
        using (writer.Block($"if (y == {sizes.OutputHeight})"))
        {
            writer.Line("y = 0;");
            writer.Line("sample++;");
        }
    }

    private void WritePixels(CodeWriter writer)
    {
        if (meets)
            WriteMeetingRows(writer);
        else
            WritePaddedRows(writer);

        string outputs = $"Unsafe.Add(ref MemoryMarshal.GetReference(output), (nuint)(((row * {sizes.OutputWidth}) + first) * {sizes.Channels}))";
        if (pixels.IsFlat)
        {
            pixels.WriteCall(writer, outputs, $"(nuint)({sizes.OutputWidth} * {sizes.Channels})", $"(nuint)(columns * {sizes.Channels})");
        }
        else if (pixels.SelectsSingle && !pixels.ReadsInput)
        {
            using (writer.Block($"if ({sizes.Channels} == 1)"))
                pixels.WriteSingleCall(writer, "cells[0]", "pitch", outputs, "columns");
            using (writer.Block("else"))
                WriteResults(writer);
        }
        else
        {
            WriteResults(writer);
        }
    }

    private void WriteResults(CodeWriter writer)
    {
        writer.Line("// The last vector of a row runs over its end, so rows take their place in the output only once they are whole.");
        pixels.WriteCall(writer, "results[0]", $"(nuint)(columns * {sizes.Channels})", "(nuint)columns");
        using (writer.Block($"if (columns == {sizes.OutputWidth})"))
            writer.Line($"results[..(count * columns * {sizes.Channels})].CopyTo(output[(row * columns * {sizes.Channels})..]);");
        using (writer.Block("else"))
        using (writer.Block("for (int index = 0; index < count; index++)"))
        {
            writer.Line($"results.Slice(index * columns * {sizes.Channels}, columns * {sizes.Channels})");
            writer.Line($"    .CopyTo(output[((((row + index) * {sizes.OutputWidth}) + first) * {sizes.Channels})..]);");
        }
    }

    private void WritePaddedRows(CodeWriter writer)
    {
        PoolAxis axis = text.Height;
        string channels = sizes.Channels;
        writer.Line($"int rowLength = {sizes.Width} * {channels};");
        writer.Line("PixelRows.Copy(");
        writer.Line($"    input.Slice(sample * {sizes.Height} * rowLength, {sizes.Height} * rowLength), rowLength,");
        writer.Line($"    {KernelText.Start("y", axis)}, {KernelText.Reach("count", axis)},");
        writer.Line($"    (start + left) * {channels}, (right - left) * {channels}, cells, pitch, left * {channels}, {text.Element.Padding});");
    }

    private void WriteMeetingRows(CodeWriter writer)
    {
        string channels = sizes.Channels;
        writer.Line($"ref {element} map = ref Unsafe.Add(ref source, (nuint)((({(plan.PoolsDepth ? $"volume * {sizes.Depth}" : "sample")} * {sizes.Height} * {sizes.Width}) + start + left) * {channels}));");
        using (writer.Block("for (int index = 0; index < count; index++)"))
        {
            IReadOnlyList<string> rows = ClampedRows.Write(writer, text, "y + index");
            writer.Line($"CombineRow(");
            foreach (string row in rows)
                writer.Line($"    ref Unsafe.Add(ref map, (nuint)({row} * {sizes.Width} * {channels})),");
            writer.Line($"    ref cells[(index * pitch) + (left * {channels})], (nuint)((right - left) * {channels}));");
        }
    }

    private void WriteCombineRow(CodeWriter writer)
    {
        string rows = string.Join(", ", Enumerable.Range(0, text.TapRows).Select(row => $"ref {element} row{row}"));
        MethodText method = new MethodText("CombineRow")
            .With(rows + $", ref {element}", "cells", "")
            .With("nuint", "length", "");
        writer.Line();
        writer.Line("// The tap rows of an output row meet, whatever stands in them.");
        using (writer.Block(method.Header))
        {
            text.VectorLoop(writer, "length", known: null, vectors: true, around: null, width =>
            {
                WindowTaps taps = new()
                {
                    Groups = [[.. Enumerable.Range(0, text.TapRows).Select(row => $"row{row}")]],
                    Offsets = [0],
                    Stride = 1,
                };
                taps.Write(writer, text, width);
                writer.Line(width.Store("value", "cells", "x"));
            });
        }
    }
}
