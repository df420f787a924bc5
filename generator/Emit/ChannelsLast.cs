using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a channels-last kernel: channels are in lanes. Windows inside the input have their taps written out; windows that leave
/// it loop over the taps they have, so that no tap is ever tested.
/// </summary>
internal static class ChannelsLast
{
    public static void Write(CodeWriter writer, string rowsHeader, KernelText text)
    {
        bool leaves = text.Plan.LeavesHeight || text.Plan.LeavesWidth;
        using (writer.Block(rowsHeader))
            WriteRows(writer, text, leaves);
        if (text.Plan.UnrollRows)
            WriteWholeWindows(writer, text);
        if (leaves || !text.Plan.UnrollRows)
            EdgeWindows.Write(writer, text);
    }

    private static void WriteRows(CodeWriter writer, KernelText text, bool leaves)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        sizes.WriteLocals(writer, "channels", "height", "width", "outputHeight", "outputWidth");
        writer.Line($"ref {element} source = ref MemoryMarshal.GetReference(input);");
        writer.Line($"ref {element} target = ref MemoryMarshal.GetReference(output);");
        if (text.Plan.UnrollRows && text.Plan.LeavesWidth)
            writer.Line($"(int firstWhole, int endWhole) = PoolGeometry.UnpaddedWindows(Config.Width, {sizes.Width}, {sizes.OutputWidth});");
        writer.Line($"(int sample, int y) = Math.DivRem(firstRow, {sizes.OutputHeight});");
        using (writer.Block("for (int row = firstRow; row < endRow; row++)"))
        {
            writer.Line($"ref {element} plane = ref Unsafe.Add(ref source, (nuint)(sample * {sizes.Height} * {sizes.Width} * {sizes.Channels}));");
            writer.Line($"ref {element} outputRow = ref Unsafe.Add(ref target, (nuint)(row * {sizes.OutputWidth} * {sizes.Channels}));");
            if (!text.Plan.UnrollRows)
                writer.Line($"EdgeWindows(ref plane, ref outputRow, y, 0, {sizes.OutputWidth}{EdgeWindows.SizeArguments(text)});");
            else if (leaves)
                WriteBands(writer, text);
            else
                writer.Line($"WholeWindows({WholeArguments(text, "0", sizes.OutputWidth)});");
            using (writer.Block($"if (++y == {sizes.OutputHeight})"))
            {
                writer.Line("y = 0;");
                writer.Line("sample++;");
            }
        }
    }

    /// <summary>Cuts an output row in three: windows that leave the input on the left, whole windows, windows that leave it on the right.</summary>
    private static void WriteBands(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        string first = text.Plan.LeavesWidth ? "firstWhole" : "0";
        string end = text.Plan.LeavesWidth ? "endWhole" : sizes.OutputWidth;
        if (text.Plan.LeavesHeight)
        {
            PoolAxis axis = text.Height;
            string top = KernelText.Plus(KernelText.Times("y", axis.Stride), -axis.PaddingBefore);
            string bottom = KernelText.Plus(KernelText.Times("y", axis.Stride), axis.EffectiveWindow - axis.PaddingBefore);
            writer.Line($"bool inside = {top} >= 0 && {bottom} <= {sizes.Height};");
            writer.Line($"int from = inside ? {first} : {sizes.OutputWidth};");
            writer.Line($"int to = inside ? {end} : {sizes.OutputWidth};");
            (first, end) = ("from", "to");
        }

        string arguments = EdgeWindows.SizeArguments(text);
        writer.Line($"EdgeWindows(ref plane, ref outputRow, y, 0, {first}{arguments});");
        using (writer.Block($"if ({first} < {end})"))
            writer.Line($"WholeWindows({WholeArguments(text, first, end)});");
        writer.Line($"EdgeWindows(ref plane, ref outputRow, y, {end}, {sizes.OutputWidth}{arguments});");
    }

    private static string WholeArguments(KernelText text, string first, string end)
    {
        SizeText sizes = text.Sizes;
        string top = KernelText.Plus(KernelText.Times("y", text.Height.Stride), -text.Height.PaddingBefore);
        string left = KernelText.Plus(KernelText.Times(first, text.Width.Stride), -text.Width.PaddingBefore);
        IEnumerable<string> rows = Enumerable.Range(0, text.Height.Window).Select(tap =>
        {
            string row = KernelText.Plus(top, tap * text.Height.Dilation);
            return $"ref Unsafe.Add(ref plane, (nuint)((((({row}) * {sizes.Width}) + ({left})) * {sizes.Channels})))";
        });
        return $"{string.Join(", ", rows)}, ref Unsafe.Add(ref outputRow, (nuint)({first} * {sizes.Channels})), {end} - {first}, (nuint){sizes.Channels}";
    }

    private static void WriteWholeWindows(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword;
        int window = text.Width.Window;
        string rows = string.Join(", ", Enumerable.Range(0, text.Height.Window).Select(row => $"ref {element} row{row}"));
        writer.Line();
        writer.Line("// Windows that lie inside the input, one after the other along the width.");
        using (writer.Block($"private static void WholeWindows({rows}, ref {element} target, int count, nuint channels)"))
        {
            for (int tap = 1; tap < window; tap++)
                writer.Line($"nuint tap{tap} = {KernelText.Times("channels", tap * text.Width.Dilation)};");
            LoopText columns = new("for (int column = 0; column < count; column++)", [
                $"nuint from = (nuint){(text.Width.Stride == 1 ? "column" : $"(column * {KernelText.Number(text.Width.Stride)})")} * channels;",
                "nuint to = (nuint)column * channels;",
            ], []);
            text.VectorLoop(writer, "channels", text.Plan.FixedShape.Channels, vectors: true, columns, width => WriteTaps(writer, text, width));
        }
    }

    private static void WriteTaps(CodeWriter writer, KernelText text, VectorWidth width)
    {
        writer.Line("nuint at = from + x;");
        bool declared = false;
        for (int row = 0; row < text.Height.Window; row++)
        {
            for (int tap = 0; tap < text.Width.Window; tap++)
            {
                string value = width.Load($"row{row}", tap == 0 ? "at" : $"at + tap{tap}");
                writer.Line(declared
                    ? $"value = {text.Combine("value", value)};"
                    : $"{width.TypeOf(text.Element)} value = {value};");
                declared = true;
            }
        }

        string whole = width.Broadcast(text.Element.Literal(text.Height.Window * text.Width.Window));
        writer.Line(width.Store(text.Finish(width, "value", whole), "target", "to + x"));
    }
}
