using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes what computes two neighbouring output rows per turn, so that the tap rows they share are loaded once: <c>value</c> for the
/// first and <c>next</c> for the second. Where there is no second row its results go to the place of the first, which is stored last.
/// </summary>
internal static class RowPairs
{
    /// <summary>How many input rows two neighbouring output rows reach.</summary>
    public static int Rows(KernelText text) => text.Height.Window + text.Height.Stride;

    /// <summary>Two sums at once, each in row-major order; the results stay in <c>value</c> and <c>next</c>.</summary>
    public static void WriteRowMajor(CodeWriter writer, KernelText text, VectorWidth width, IReadOnlyList<int> offsets)
    {
        bool selects = width.Selects(text.Width.Stride);
        string index = text.Width.Stride == 1 ? "x" : "column";
        if (text.Width.Stride > 1)
            writer.Line($"nuint column = x * {KernelText.Number(text.Width.Stride)};");
        string type = width.TypeOf(text.Element);
        if (selects)
            writer.Line($"{type} left, right;");
        writer.Line($"{type} tap, value = {width.Broadcast(text.Element.Identity)}, next = value;");
        for (int row = 0; row < Rows(text); row++)
        {
            int loaded = -1;
            foreach (int offset in offsets)
            {
                string tap = width.Load($"row{row}", text.Column(index, offset));
                if (selects)
                {
                    ColumnSelection selection = ColumnSelection.Of(offset, offsets[offsets.Count - 1]);
                    if (selection.Offset != loaded)
                    {
                        writer.Line($"left = {width.Load($"row{row}", KernelText.Plus(index, selection.Offset))};");
                        writer.Line($"right = {width.Load($"row{row}", KernelText.Plus(index, selection.Offset + width.Lanes(text.Element)))};");
                        loaded = selection.Offset;
                    }

                    tap = $"Lanes.{(selection.Odd ? "Odd" : "Even")}(left, right)";
                }

                WriteTap(writer, text, row, tap);
            }
        }
    }

    /// <summary>The tap rows of two output rows meet in <c>value</c> and <c>next</c>; those that both have do so once.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="text">The kernel.</param>
    /// <param name="width">The width of the vectors.</param>
    /// <param name="index">Where in each row they stand.</param>
    /// <param name="declaresNext">Whether <c>next</c> is a local of its own.</param>
    public static void WriteMeeting(CodeWriter writer, KernelText text, VectorWidth width, string index, bool declaresNext)
    {
        int stride = text.Height.Stride, window = text.Height.Window;
        string type = width.TypeOf(text.Element);
        writer.Line($"{type} both = {width.Load($"row{stride}", index)};");
        foreach (string value in text.Fold("both", "both", Loads(Enumerable.Range(stride + 1, window - stride - 1))))
            writer.Line($"both = {value};");
        Meet("next", declaresNext, Enumerable.Range(window, stride));
        Meet("value", declares: true, Enumerable.Range(0, stride));

        List<string> Loads(IEnumerable<int> rows) => [.. rows.Select(row => width.Load($"row{row}", index))];

        void Meet(string name, bool declares, IEnumerable<int> rows)
        {
            string before = declares ? $"{type} " : "";
            foreach (string value in text.Fold("both", name, Loads(rows)))
            {
                writer.Line($"{before}{name} = {value};");
                before = "";
            }
        }
    }

    private static void WriteTap(CodeWriter writer, KernelText text, int row, string tap)
    {
        bool first = row < text.Height.Window, second = row >= text.Height.Stride;
        if (first && second)
        {
            writer.Line($"tap = {tap};");
            tap = "tap";
        }

        if (first)
            writer.Line($"value = {text.Combine("value", tap)};");
        if (second)
            writer.Line($"next = {text.Combine("next", tap)};");
    }
}
