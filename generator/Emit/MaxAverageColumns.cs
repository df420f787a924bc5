using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the windows of a row of channels first: columns are in lanes where windows are one or two columns apart. The maximum of vectors does not look for
/// NaN; where there is one the sum is NaN as well, and the windows of that vector are taken again, one by one.
/// </summary>
internal sealed class MaxAverageColumns(KernelText text) : IMaxAverageWindows
{
    private readonly PoolAxis axis = text.Width;
    private readonly MaxAverageTaps taps = new(text, text.Element.Register.IsWhole);

    /// <summary>Whether sums show a NaN.</summary>
    private bool Repairs => !text.Element.Register.IsWhole && text.Plan.VectorColumns;

    private List<int> Offsets => [.. Enumerable.Range(0, axis.Window).Select(tap => tap * axis.Dilation)];

    public MethodText Whole(string first, string end) => MaxAverageRows.Method(text, "PoolWindows", first, end, rows: null);

    public MethodText Some(string first, string end) => MaxAverageRows.Method(text, "PoolSome", first, end, MaxAverageRows.TapRows(text));

    public MethodText Edge(string first, string end) => MaxAverageRows.Method(text, "PoolEdge", first, end, MaxAverageRows.TapRows(text));

    public void WriteMethods(CodeWriter writer)
    {
        WriteWindows(writer, Whole("", ""), "Windows inside the input.", rows: false);
        if (text.Plan.LeavesHeight)
            WriteWindows(writer, Some("", ""), "Windows inside the row that have fewer rows.", rows: true);
        if (text.Plan.LeavesWidth || Repairs)
            WriteEdge(writer);
    }

    private void WriteWindows(CodeWriter writer, MethodText method, string words, bool rows)
    {
        writer.Line();
        writer.Line("// " + words);
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            writer.Line("nuint count = (nuint)(end - first), pitch = (nuint)width;");
            writer.Line($"nuint start = (nuint)({KernelText.Start("first", axis)});");
            writer.Line($"ref {text.Element.Keyword} row0 = ref Unsafe.Add(ref taps, start);");
            for (int row = 1; row < text.Height.Window && !rows; row++)
                writer.Line($"ref {text.Element.Keyword} row{row} = ref Unsafe.Add(ref row0, {KernelText.Times("pitch", row * text.Height.Dilation)});");
            if (text.PerWindow)
                writer.Line($"{text.Element.Register.Keyword} divisor = rowExtent * {KernelText.Number(axis.Window)};");
            if (text.Plan.FetchesAhead && !rows)
                writer.Line("FetchAhead ahead = default;");
            foreach (VectorWidth width in text.Plan.VectorColumns ? text.Widths : [])
            {
                string lanes = KernelText.Number(width.Lanes(text.Element));
                using (writer.Block($"if ({width.Guard("count", text.Element)})"))
                {
                    writer.Line("// The second vector overlaps the first, so that the last one ends with the row.");
                    writer.Line($"nuint overlap = ((count - 1) % {lanes}) + 1;");
                    using (writer.Block($"for (nuint x = 0, after = overlap; x < count; x = after, after += {lanes})"))
                        WriteTile(writer, width, rows);
                    writer.Line();
                    writer.Line("return;");
                }

                writer.Line();
            }

            using (writer.Block("for (nuint x = 0; x < count; x++)"))
                WriteTile(writer, text.Scalar, rows);
        }
    }

    private void WriteTile(CodeWriter writer, VectorWidth width, bool rows)
    {
        if (!rows)
            AheadBranch.WriteFetch(writer, text, width, text.Height.Stride * axis.Stride);
        writer.Line($"nuint column = {KernelText.Times("x", axis.Stride)}, to = (nuint)first + x;");
        taps.WriteStart(writer, width);
        if (rows)
        {
            string pitch = KernelText.Times("pitch", text.Height.Dilation);
            using (writer.Block($"for (nuint row = 0; row < (nuint)rows * {pitch}; row += {pitch})"))
                WriteRow(writer, width, "row0", "row + column");
        }
        else
        {
            for (int row = 0; row < text.Height.Window; row++)
                WriteRow(writer, width, $"row{row}", "column");
        }

        taps.WriteEnd(writer, width, "to", width.Selects(axis.Stride));
        if (!Repairs || width.IsScalar)
            return;
        string end = $"(int)to + {KernelText.Number(width.Lanes(text.Element))}", tapRows = rows ? "rows" : KernelText.Number(text.Height.Window);
        using (writer.Block($"if (!{width.Type}.EqualsAll(value, value))"))
            MaxAverageRows.Method(text, "PoolEdge", "(int)to", end, tapRows).WriteCall(writer);
    }

    private void WriteRow(CodeWriter writer, VectorWidth width, string row, string index)
    {
        if (!width.Selects(axis.Stride))
        {
            taps.WriteTaps(writer, width, Offsets.Select(offset => width.Load(row, KernelText.Plus(index, offset))));
            return;
        }

        int loaded = -1, last = Offsets[Offsets.Count - 1];
        foreach (int offset in Offsets)
        {
            ColumnSelection selection = ColumnSelection.Of(offset, last);
            string at = $"{row}At{KernelText.Number(selection.Offset)}", type = width.TypeOf(text.Element);
            if (selection.Offset != loaded)
            {
                writer.Line($"{type} left{at} = {width.Load(row, KernelText.Plus(index, selection.Offset))};");
                writer.Line($"{type} right{at} = {width.Load(row, KernelText.Plus(index, selection.Offset + width.Lanes(text.Element)))};");
                loaded = selection.Offset;
            }

            taps.WriteTap(writer, width, $"Lanes.{(selection.Odd ? "Odd" : "Even")}(left{at}, right{at})");
        }
    }

    private void WriteEdge(CodeWriter writer)
    {
        MethodText method = Edge("", "");
        writer.Line();
        writer.Line("// Windows one by one, with the taps that they have.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            string pitch = $"(nuint)width{(text.Height.Dilation == 1 ? "" : $" * {KernelText.Number(text.Height.Dilation)}")}";
            writer.Line($"nuint pitch = {pitch}, endRow = (nuint)rows * pitch;");
            using (writer.Block("for (int column = first; column < end; column++)"))
            {
                foreach (string line in MaxAverageRows.EdgeTaps(text))
                    writer.Line(line);
                writer.Line($"nuint length = (nuint)(endTap - firstTap){(axis.Dilation == 1 ? "" : $" * {KernelText.Number(axis.Dilation)}")};");
                taps.WriteStart(writer, text.Scalar);
                using (writer.Block("for (nuint row = inside; row < inside + endRow; row += pitch)"))
                using (writer.Block($"for (nuint at = row; at < row + length; {(axis.Dilation == 1 ? "at++" : $"at += {KernelText.Number(axis.Dilation)}")})"))
                    taps.WriteTap(writer, text.Scalar, text.Scalar.Load("taps", "at"));
                taps.WriteEnd(writer, text.Scalar, "(nuint)column", selected: false);
            }
        }
    }
}
