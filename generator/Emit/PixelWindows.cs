using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the methods that take windows from rows of interleaved pixels in scratch memory, which may be read behind their ends: rows in
/// which the tap rows have met, or padded rows of the input.
/// </summary>
internal sealed class PixelWindows(KernelText text)
{
    private const string Pixels = "PoolPixels";
    private const string Single = "PoolSingle";

    private readonly KernelPlan plan = text.Plan;
    private readonly SizeText sizes = text.Sizes;
    private readonly string element = text.Element.Keyword;
    private readonly bool meets = text.Plan.RepeatsTaps;

    /// <summary>Whether windows are one pixel apart, so that an output row is a plain row.</summary>
    public bool IsFlat => text.Width.Stride == 1;

    /// <summary>Whether a single channel has a body of its own: lanes select the columns of windows two pixels apart.</summary>
    public bool SelectsSingle => text.Width.Stride == 2 && plan.FixedShape.Channels is null;

    /// <summary>Whether that body reads the input where it stands, because no window leaves it and none shares a tap row; vectors of single taps would read behind its end.</summary>
    public bool ReadsInput => SelectsSingle && meets && !plan.LeavesInput && !plan.PoolsDepth && text.Height.EffectiveWindow <= text.Height.Stride && text.Width.Window > 1;

    /// <summary>Writes the call for a block of output rows; <paramref name="columns"/> are elements of plain rows, else pixels.</summary>
    public void WriteCall(CodeWriter writer, string target, string targetPitch, string columns) =>
        Method(Pixels, "cells[0]", "pitch", target, targetPitch, columns).WriteCall(writer);

    /// <summary>Writes the call for some output rows of a single channel, whose vectors end with the row.</summary>
    public void WriteSingleCall(CodeWriter writer, string first, string pitch, string target, string columns) =>
        Method(Single, first, pitch, target, $"(nuint){sizes.OutputWidth}", $"(nuint){columns}").WriteCall(writer);

    /// <summary>A method of this shape, as called for a block of output rows.</summary>
    private MethodText Method(string name, string first, string pitch, string target, string targetPitch, string columns)
    {
        MethodText method = new MethodText(name)
            .With($"ref {element}", "cells", first)
            .With("nuint", "pitch", $"(nuint){pitch}")
            .With($"ref {element}", "target", target)
            .With("nuint", "targetPitch", targetPitch)
            .With("nuint", "columns", columns)
            .WithSize("nuint", "channels", $"(nuint){sizes.Channels}", plan.FixedShape.Channels is null ? null : "Channels");
        return text.WithExtents(method).With("int", "count", "count");
    }

    public void Write(CodeWriter writer)
    {
        MethodText method = Method(Pixels, "", "", "", "", "");
        writer.Line();
        writer.Line(IsFlat ? "// The windows of some output rows; all channels of a row alike." : "// The windows of some output rows, pixel by pixel.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            for (int tap = 1; tap < text.Width.Window; tap++)
                writer.Line($"nuint tap{tap} = {KernelText.Times("channels", tap * text.Width.Dilation)};");
            LoopText rows = new("for (nuint row = 0; row < (nuint)count; row++)", RowPrelude(meets), []);
            if (IsFlat)
                text.VectorLoop(writer, "columns", known: null, vectors: true, rows, width => WriteWindow(writer, width, "x", "x", text.Extents(width)));
            else
                WritePixelLoops(writer, rows);
        }

        if (SelectsSingle)
            WritePoolSingle(writer);
    }

    /// <summary>A single channel is a plain row too, whose columns are selected as even and odd elements.</summary>
    private void WritePoolSingle(CodeWriter writer)
    {
        MethodText method = Method(Single, "", "", "", "", "");
        writer.Line();
        writer.Line("// The windows of some output rows with a single channel.");
        using (writer.Block(method.Header))
        {
            bool met = meets && !ReadsInput;
            string[] taps = [.. Enumerable.Range(0, met ? 1 : text.Height.Window).Select(row => $"row{row}")];
            LoopText rows = new("for (nuint row = 0; row < (nuint)count; row++)", RowPrelude(met), []);
            text.VectorLoop(writer, "columns", known: null, vectors: true, rows, width =>
            {
                WindowTaps windows = new()
                {
                    Groups = meets ? [taps] : [.. taps.Select(row => new[] { row })],
                    Offsets = [.. Enumerable.Range(0, text.Width.Window).Select(tap => tap * text.Width.Dilation)],
                    Stride = text.Width.Stride,
                };
                windows.Write(writer, text, width);
                writer.Line(width.Store(text.Finish(width, windows.Result(width), text.Extents(width)), "outputs", "x"));
            });
        }
    }

    private List<string> RowPrelude(bool met)
    {
        string step = met ? "row" : KernelText.Times("row", text.Height.Stride);
        List<string> prelude = [$"ref {element} row0 = ref Unsafe.Add(ref cells, {step} * pitch);"];
        for (int row = 1; !met && row < text.Height.Window; row++)
            prelude.Add($"ref {element} row{row} = ref Unsafe.Add(ref row0, {KernelText.Times("pitch", row * text.Height.Dilation)});");
        prelude.Add($"ref {element} outputs = ref Unsafe.Add(ref target, row * targetPitch);");
        if (text.PerWindow)
            prelude.Add(text.RowExtent());
        return prelude;
    }

    private void WritePixelLoops(CodeWriter writer, LoopText rows)
    {
        foreach (VectorWidth width in text.Widths)
        {
            // The widest vector is for pixels that the next one does not hold.
            int half = width.Lanes(text.Element) / 2;
            bool widest = width == text.Widths[0];
            if (widest && plan.FixedShape.Channels <= half)
                continue;
            string guard = widest && plan.FixedShape.Channels is null ? $" && channels > {KernelText.Number(half)}" : "";
            using (writer.Block($"if ({width.Type}.IsHardwareAccelerated{guard})"))
            {
                WritePixelLoop(writer, rows, width);
                writer.Line();
                writer.Line("return;");
            }

            writer.Line();
        }

        WritePixelLoop(writer, rows, text.Scalar);
    }

    private void WritePixelLoop(CodeWriter writer, LoopText rows, VectorWidth width)
    {
        int lanes = width.Lanes(text.Element);
        bool wholePixel = lanes >= (plan.FixedShape.Channels ?? plan.FewChannels);
        string extents = text.PerWindow ? width.Broadcast("rowExtent * Unsafe.Add(ref extents, column)") : "";
        using (writer.Block(rows.Header))
        {
            foreach (string line in rows.Prelude)
                writer.Line(line);
            using (writer.Block("for (nuint column = 0; column < columns; column++)"))
            {
                writer.Line("nuint to = column * channels;");
                writer.Line($"nuint from = {KernelText.Times("to", text.Width.Stride)};");
                if (wholePixel)
                {
                    WriteWindow(writer, width, "from", "to", extents);
                    return;
                }

                using (writer.Block($"for (nuint x = 0; x < channels; {(lanes == 1 ? "x++" : $"x += {KernelText.Number(lanes)}")})"))
                    WriteWindow(writer, width, "from + x", "to + x", extents);
            }
        }
    }

    private void WriteWindow(CodeWriter writer, VectorWidth width, string from, string to, string extents)
    {
        List<string> loads = [.. Enumerable.Range(0, meets ? 1 : text.Height.Window).SelectMany(row => Enumerable.Range(0, text.Width.Window)
            .Select(tap => width.Load($"row{row}", tap == 0 ? from : $"{from} + tap{tap}")))];
        writer.Line($"{width.TypeOf(text.Element)} value = {loads[0]};");
        foreach (string value in text.Fold("value", "value", loads.GetRange(1, loads.Count - 1)))
            writer.Line($"value = {value};");

        writer.Line(width.Store(text.Finish(width, "value", extents), "outputs", to));
    }
}
