using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>Channels last: channels are in lanes, and the columns of a window meet in registers.</summary>
internal sealed class AdaptivePixels(KernelText text, AdaptiveKernel kernel)
{
    private const string InRegisters = "PoolWindow", ByColumn = "PoolByColumn";

    private VectorWidth Wide => text.Widths[0];

    private int Tile => text.Plan.TileVectors * Wide.Lanes(text.Element);

    /// <summary>Whether windows can also be pooled column by column: a window has several, and their channels can be whole steps, more than one.</summary>
    private bool HasColumns => text.Plan.HoldsInOutputs && (text.Plan.FixedShape.Channels is not int known || (known % Tile == 0 && known > Tile));

    public void WriteRow(CodeWriter writer)
    {
        SizeText sizes = text.Sizes;
        bool covered = kernel.Across.IsCovered;
        if (!covered)
            writer.Line("AdaptiveWindows windows = across;");
        string start = covered ? "0" : "windows.Start", count = covered ? sizes.Width : "windows.Count";
        using (writer.Block($"for (int x = 0; x < {sizes.OutputWidth}; x++)"))
        {
            if (HasColumns)
            {
                using (writer.Block("if (byColumn)"))
                    Window(ByColumn, start, count).WriteCall(writer);
                using (writer.Block("else"))
                    Window(InRegisters, start, count).WriteCall(writer);
            }
            else
            {
                Window(InRegisters, start, count).WriteCall(writer);
            }

            if (!covered)
                writer.Line("windows.Advance();");
        }
    }

    /// <summary>Writes what is decided once for all rows.</summary>
    public void WriteLocals(CodeWriter writer)
    {
        if (HasColumns)
        {
            SizeText sizes = text.Sizes;
            (string depth, string outputDepth) = text.Plan.PoolsDepth ? ($"{sizes.Depth} * ", $"{sizes.OutputDepth} * ") : ("", "");
            string taps = $"{depth}{sizes.Height} * {sizes.Width} / ({outputDepth}{sizes.OutputHeight} * {sizes.OutputWidth})";
            writer.Line($"bool byColumn = {Wide.Type}.IsHardwareAccelerated && {sizes.Channels} % {KernelText.Number(Tile)} == 0");
            writer.Line($"    && (Ahead.Pays(input) || CacheSets.Collide<{text.Element.Keyword}>({sizes.Channels}, {taps}));");
        }
    }

    public void WriteMethods(CodeWriter writer)
    {
        if (HasColumns)
            WriteByColumn(writer);
        MethodText method = Window(InRegisters, "", "");
        writer.Line();
        writer.Line("// One window of every channel: each column from top to bottom, then the columns from left to right.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            if (text.Plan.FixedShape.Channels is not int known || known >= Tile)
            {
                string step = KernelText.Number(Tile);
                using (writer.Block($"if ({Wide.Type}.IsHardwareAccelerated && channels >= {step})"))
                {
                    writer.Line("// The second step overlaps the first, so that the last one ends with the channels.");
                    using (writer.Block($"for (nuint x = 0, after = ((channels - 1) % {step}) + 1; x < channels; x = after, after += {step})"))
                        WriteTile(writer, Wide, text.Plan.TileVectors);
                    writer.Line();
                    writer.Line("return;");
                }

                writer.Line();
            }

            text.VectorLoop(writer, "channels", text.Plan.FixedShape.Channels, vectors: true, around: null, width => WriteTile(writer, width, 1));
        }
    }

    /// <summary>
    /// Writes the method for large maps, and for pixels that collide in the cache: all channels of a column before the next one, so that every row is read in
    /// order. The outputs hold what the columns come to meanwhile, so steps must not overlap, and elements must be in memory what they are in registers.
    /// </summary>
    private void WriteByColumn(CodeWriter writer)
    {
        MethodText method = Window(ByColumn, "", "");
        int lanes = Wide.Lanes(text.Element), vectors = text.Plan.TileVectors;
        writer.Line();
        writer.Line("// The same for large maps and for pixels that collide in the cache: all channels of a column before the next one, so that rows are read in order. The outputs hold what the columns have come to.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            using (writer.Block("for (nuint column = 0, start = 0; column < columns; column++, start += channels)"))
            using (writer.Block($"for (nuint x = 0; x < channels; x += {KernelText.Number(Tile)})"))
            {
                kernel.WriteDown(writer, Wide, vectors, "start + x", asks: false);
                using (writer.Block("if (column > 0)"))
                {
                    for (int vector = 0; vector < vectors; vector++)
                        writer.Line($"{Value(vector)} = {text.Combine(Wide.LoadRegisters("outputs", KernelText.Plus("x", vector * lanes)), Value(vector))};");
                }

                // A maximum ends as it is.
                string[] ends = [.. Enumerable.Range(0, vectors).Select(vector => text.Finish(Wide, Value(vector), Wide.Broadcast("taps")))];
                using (ends[0] == Value(0) ? null : writer.Block("if (column == columns - 1)"))
                {
                    for (int vector = 0; vector < vectors && ends[vector] != Value(vector); vector++)
                        writer.Line($"{Value(vector)} = {ends[vector]};");
                }

                for (int vector = 0; vector < vectors; vector++)
                    writer.Line(Wide.StoreRegisters(Value(vector), "outputs", KernelText.Plus("x", vector * lanes)));
            }
        }
    }

    private static string Value(int vector) => $"value{KernelText.Number(vector)}";

    private MethodText Window(string name, string start, string count)
    {
        string element = text.Element.Keyword, channels = text.Sizes.Channels;
        MethodText method = kernel.WithRows(
            new MethodText(name).With($"ref {element}", "first", $"Unsafe.Add(ref first, (nuint)({start} * {channels}))"),
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
            kernel.WriteDown(writer, width, vectors, "column", asks: false);
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
