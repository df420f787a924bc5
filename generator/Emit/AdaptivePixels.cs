using System.Collections.Generic;

namespace PoolGen.Generator.Emit;

/// <summary>Channels last: channels are in lanes, and the columns of a window meet in registers.</summary>
internal sealed class AdaptivePixels(KernelText text, AdaptiveKernel kernel)
{
    public void WriteRow(CodeWriter writer)
    {
        SizeText sizes = text.Sizes;
        bool covered = kernel.Across.IsCovered;
        if (!covered)
            writer.Line("AdaptiveWindows windows = across;");
        using (writer.Block($"for (int x = 0; x < {sizes.OutputWidth}; x++)"))
        {
            PoolWindow(covered ? "0" : "windows.Start", covered ? sizes.Width : "windows.Count").WriteCall(writer);
            if (!covered)
                writer.Line("windows.Advance();");
        }
    }

    public void WriteMethods(CodeWriter writer)
    {
        MethodText method = PoolWindow("", "");
        writer.Line();
        writer.Line("// One window of every channel: each column from top to bottom, then the columns from left to right.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            VectorWidth wide = text.Widths[0];
            int vectors = text.Plan.TileVectors, tile = vectors * wide.Lanes(text.Element);
            if (text.Plan.FixedShape.Channels is not int known || known >= tile)
            {
                string step = KernelText.Number(tile);
                using (writer.Block($"if ({wide.Type}.IsHardwareAccelerated && channels >= {step})"))
                {
                    writer.Line("// The second step overlaps the first, so that the last one ends with the channels.");
                    using (writer.Block($"for (nuint x = 0, after = ((channels - 1) % {step}) + 1; x < channels; x = after, after += {step})"))
                        WriteTile(writer, wide, vectors);
                    writer.Line();
                    writer.Line("return;");
                }

                writer.Line();
            }

            text.VectorLoop(writer, "channels", text.Plan.FixedShape.Channels, vectors: true, around: null, width => WriteTile(writer, width, 1));
        }
    }

    private MethodText PoolWindow(string start, string count)
    {
        string element = text.Element.Keyword, channels = text.Sizes.Channels;
        MethodText method = kernel.WithRows(
            new MethodText("PoolWindow").With($"ref {element}", "first", $"Unsafe.Add(ref first, (nuint)({start} * {channels}))"),
            $"(nuint)({text.Sizes.Width} * {channels})");
        method
            .With("nuint", "columns", $"(nuint){count}")
            .With($"ref {element}", "outputs", $"Unsafe.Add(ref outputs, (nuint)(x * {channels}))")
            .WithSize("nuint", "channels", $"(nuint){channels}", text.Plan.FixedShape.Channels is int known ? KernelText.Number(known) : null);
        return text.PerWindow ? method.With(text.Element.Register.Keyword, "taps", $"{kernel.AllRows} * {count}") : method;
    }

    private void WriteTile(CodeWriter writer, VectorWidth width, int vectors)
    {
        string type = width.TypeOf(text.Element);
        List<string> totals = [];
        for (int vector = 0; vector < vectors; vector++)
        {
            totals.Add($"total{KernelText.Number(vector)}");
            writer.Line($"{type} {totals[vector]} = {width.Broadcast(text.Element.Identity)};");
        }

        using (writer.Block("for (nuint column = x, endColumn = x + (columns * channels); column < endColumn; column += channels)"))
        {
            kernel.WriteDown(writer, width, vectors, "column");
            for (int vector = 0; vector < vectors; vector++)
                writer.Line($"{totals[vector]} = {text.Combine(totals[vector], $"value{KernelText.Number(vector)}")};");
        }

        for (int vector = 0; vector < vectors; vector++)
        {
            string value = text.Finish(width, totals[vector], width.Broadcast("taps"));
            writer.Line(width.Store(value, "outputs", KernelText.Plus("x", vector * width.Lanes(text.Element))));
        }
    }
}
