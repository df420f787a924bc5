using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the windows of a row of channels last: channels are in lanes.</summary>
internal sealed class MaxAverageChannels(KernelText text) : IMaxAverageWindows
{
    private readonly PoolAxis axis = text.Width;
    private readonly MaxAverageTaps taps = new(text, keepsNaN: true);

    public MethodText Whole(string first, string end) => MaxAverageRows.Method(text, "PoolWindows", first, end, rows: null);

    public MethodText Some(string first, string end) => Edge(first, end);

    public MethodText Edge(string first, string end) => MaxAverageRows.Method(text, "PoolEdge", first, end, MaxAverageRows.TapRows(text));

    public void WriteMethods(CodeWriter writer)
    {
        WriteWindows(writer);
        if (text.Plan.LeavesInput)
            WriteEdge(writer);
    }

    private void WriteWindows(CodeWriter writer)
    {
        MethodText method = Whole("", "");
        writer.Line();
        writer.Line("// Windows inside the input.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            writer.Line("nuint pitch = (nuint)width * channels;");
            if (text.PerWindow)
                writer.Line($"{text.Element.Register.Keyword} divisor = rowExtent * {KernelText.Number(axis.Window)};");
            List<string> prelude =
            [
                $"ref {text.Element.Keyword} row0 = ref Unsafe.Add(ref taps, (nuint)({KernelText.Start("column", axis)}) * channels);",
                .. Enumerable.Range(1, text.Height.Window - 1).Select(row =>
                    $"ref {text.Element.Keyword} row{row} = ref Unsafe.Add(ref row0, {KernelText.Times("pitch", row * text.Height.Dilation)});"),
                "nuint to = (nuint)column * channels;",
            ];
            LoopText columns = new("for (int column = first; column < end; column++)", prelude, []);
            ChannelTiles.Write(writer, text, vectors: 1, columns, (width, _, start) =>
            {
                taps.WriteStart(writer, width);
                for (int row = 0; row < text.Height.Window; row++)
                    taps.WriteTaps(writer, width, Enumerable.Range(0, axis.Window).Select(tap => width.Load($"row{row}", Place(start, tap * axis.Dilation))));
                taps.WriteEnd(writer, width, $"to + {start}", selected: false);
            });
        }
    }

    private static string Place(string start, int columns) => columns == 0 ? start : $"{start} + {KernelText.Part(KernelText.Times("channels", columns))}";

    private void WriteEdge(CodeWriter writer)
    {
        MethodText method = Edge("", "");
        writer.Line();
        writer.Line("// Windows that leave the input, with the taps that they have.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            writer.Line($"nuint pitch = (nuint)width * {KernelText.Times("channels", text.Height.Dilation)}, endRow = (nuint)rows * pitch, step = {KernelText.Times("channels", axis.Dilation)};");
            List<string> prelude = [.. MaxAverageRows.EdgeTaps(text), "nuint length = (nuint)(endTap - firstTap) * step, from = inside * channels, to = (nuint)column * channels;"];
            LoopText columns = new("for (int column = first; column < end; column++)", prelude, []);
            ChannelTiles.Write(writer, text, vectors: 1, columns, (width, _, start) =>
            {
                taps.WriteStart(writer, width);
                using (writer.Block($"for (nuint row = from + {start}; row < from + {start} + endRow; row += pitch)"))
                using (writer.Block("for (nuint at = row; at < row + length; at += step)"))
                    taps.WriteTap(writer, width, width.Load("taps", "at"));
                taps.WriteEnd(writer, width, $"to + {start}", selected: false);
            });
        }
    }
}
