using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method that takes the taps of an input row for a vector of windows that walks down a plane: what they come to and where that is. At the ends of
/// the row a tap outside it repeats the nearest one, whose index it has.
/// </summary>
internal sealed class IndexedLine(KernelText text, VectorWidth width)
{
    private readonly PoolAxis axis = text.Width;
    private readonly IndexedTaps taps = new(text);
    private readonly RowTaps row = new(text, width, repeats: true);
    private readonly string element = text.Element.Keyword;
    private readonly string vector = width.TypeOf(text.Element);
    private readonly int lanes = width.Lanes(text.Element);

    private bool Selects => row.Selects;

    private IEnumerable<int> Taps => Enumerable.Range(0, axis.Window);

    private string Method => width.Named("TakeRow");

    private bool FindsNaN => IndexedWalk.FindsNaN(text);

    /// <summary>The call for a row that starts at a reference and whose first index stands in every lane.</summary>
    public string Call(string row, string down, string at)
    {
        string along = string.Join(", ", Taps.Select(tap => $"along{KernelText.Number(tap)}"));
        return $"{Method}(columns, {row}, {along}, {down}{(FindsNaN ? ", ref lost" : "")}, out {taps.LaneType(width)} {at})";
    }

    /// <summary>Writes the indices of the taps inside their row, as locals, for the windows from output column <c>x</c> on.</summary>
    public void WriteAlong(CodeWriter writer)
    {
        writer.Line($"{taps.LaneType(width)} first = {row.Taken(0, Position)};");
        foreach (int tap in Taps)
        {
            string column = tap == 0 ? "first" : $"first + {taps.Broadcast(width, KernelText.Number(tap))}";
            writer.Line($"{taps.LaneType(width)} along{KernelText.Number(tap)} = IndexLanes.InRow({column}, width, rows.Across);");
        }

        string Position(int position) => $"IndexLanes.{width.Named("Along")}<{taps.LaneKeyword(width)}>({KernelText.Plus("left", position)}, 1)";
    }

    public void Write(CodeWriter writer)
    {
        string type = WalkedTaps.TypeParameter(width), index = taps.LaneType(width);
        string along = string.Join(", ", Taps.Select(tap => $"{index} along{KernelText.Number(tap)}"));
        writer.Line();
        writer.Line($"// The taps of an input row for {KernelText.Number(lanes)} windows. The first of equal ones is kept.");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {vector} {Method}<{type}>({type} columns, ref {element} row, {along}, {index} down{(FindsNaN ? $", ref {vector} lost" : "")}, out {index} at) where {type} : struct, I{type.Substring(1)}"))
        {
            foreach (int position in row.Positions)
                writer.Line($"{vector} {RowTaps.Name(position)} = {row.Load(position, "ref row")};");
            foreach (int tap in Taps)
                writer.Line($"{vector} tap{KernelText.Number(tap)} = {text.Element.Tap(width, row.Taken(tap, RowTaps.Name))};");

            foreach ((int first, int second) in FindsNaN ? Looked : [])
                writer.Line($"lost |= IndexLanes.Unordered(tap{KernelText.Number(first)}, tap{KernelText.Number(second)});");
            writer.Line($"{vector} value = tap0;");
            writer.Line("at = along0;");
            foreach (int tap in Taps.Skip(1))
            {
                string number = KernelText.Number(tap);
                IndexedMeeting.WriteStep(writer, text, width, ("value", "at"), ($"tap{number}", $"along{number}"), declares: tap == 1);
            }

            writer.Line("at += down;");
            writer.Line("return value;");
        }
    }

    /// <summary>
    /// The pairs of taps that are looked at for NaN: together with those of the vectors before they are every column of the row. The last vector has none
    /// behind it, so what it looks at has no gap up to its last column.
    /// </summary>
    private IEnumerable<(int First, int Second)> Looked
    {
        get
        {
            int last = axis.Window - 1;
            if (Selects && last > 0 && axis.PaddingBefore >= last - 1)
                return [(last - 1, last)];

            // A tap of windows one column apart is as many columns as there are lanes; of windows two apart, two neighbouring taps are all columns between.
            List<int> looked = [.. Taps.Where(tap => Selects || tap % lanes == 0 || tap == last)];
            return Enumerable.Range(0, (looked.Count + 1) / 2).Select(pair => (looked[2 * pair], looked[System.Math.Min((2 * pair) + 1, looked.Count - 1)]));
        }
    }
}
