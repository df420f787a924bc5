using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;
using static PoolGen.Generator.Emit.WalkedTaps;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the sums of vectors of windows that walk down a plane: one for every window that has begun, so that each takes its taps in row-major order.
/// They stand in <c>sum0</c>, which ends first, <c>sum1</c> and so on; the one that a row ends, in <c>done</c>.
/// </summary>
internal sealed class WalkedSums(KernelText text, VectorWidth width)
{
    private readonly string vector = width.TypeOf(text.Element);
    private readonly WalkedTaps taps = new(text, width);

    private int Rows => text.Height.Window;

    /// <summary>Rows of a window that the next one does not have.</summary>
    private int New => text.Height.Stride;

    private int Kept => Rows - New;

    /// <summary>The end of the windows that a row ends.</summary>
    public string Finished(string extents) => text.Finish(width, width.Selects(text.Width.Stride) ? "Lanes.InOrder(done)" : "done", extents);

    /// <summary>Writes that no window has begun.</summary>
    public void WriteNone(CodeWriter writer)
    {
        // As many as have begun before the last row of a window.
        int begun = ((Rows - 2) / New) + 1;
        writer.Line($"{vector} {string.Join(", ", Enumerable.Range(0, begun).Select(index => $"{Sum(index)} = {vector}.Zero"))}, done;");
    }

    /// <summary>Writes that the sums take in a row, which the first of their windows has at <paramref name="index"/>.</summary>
    public void WriteRow(CodeWriter writer, string row, bool declares, int index) => WriteTaken(writer, taps.WriteTaps(writer, row, declares), index);

    /// <summary>Writes that they take in the rows from <c>next</c> on, one by one, that the window has which ends; those below the plane have no taps.</summary>
    public void WriteRows(CodeWriter writer)
    {
        for (int index = Kept; index < Rows; index++)
        {
            string place = KernelText.Plus("next", index - Kept), row = $"ref {At("map", $"(nuint){KernelText.Part(place)} * pitch")}";
            bool below = AxisReach.MayEndBeyond(text.Height, index, text.Plan.LeavesHeight, text.Plan.Config.CeilMode);
            using (below || New > 1 ? writer.Block(below ? $"if ({place} < height)" : "// It lies in the plane.") : null)
                WriteRow(writer, row, declares: true, index);
            if (below)
            {
                using (writer.Block("else"))
                    WriteTaken(writer, [], index);
            }
        }
    }

    /// <summary>Writes rows that all lie in the plane, as many as end <paramref name="count"/> windows, and the ends of those.</summary>
    public void WriteTurn(CodeWriter writer, int count, System.Func<int, string> row)
    {
        for (int turn = 0; turn < count; turn++)
        {
            for (int index = Kept; index < Rows; index++)
                WriteRow(writer, $"ref {row((turn * New) + index - Kept)}", declares: turn == 0 && index == Kept, index);
            writer.Line($"columns.Store({Finished("whole")}, ref {At("outputs", "targetPitch", turn)});");
        }
    }

    private static string Sum(int index) => $"sum{KernelText.Number(index)}";

    /// <summary>
    /// The taps of a row join every sum that has begun, and begin one where the row is the first of a window. The last row of a window ends its sum, and those
    /// of later windows become those of earlier ones.
    /// </summary>
    private void WriteTaken(CodeWriter writer, List<string> row, int index)
    {
        bool ends = index == Rows - 1;
        string all = string.Join(" + ", row);
        for (int window = 0; window <= index / New; window++)
        {
            bool begins = index == window * New;
            string sum = ends && window == 0 ? "done" : Sum(ends ? window - 1 : window);
            string value = row.Count == 0 ? (begins ? $"{vector}.Zero" : Sum(window)) : begins ? all : $"{Sum(window)} + {all}";
            if (sum != value)
                writer.Line($"{sum} = {value};");
        }
    }
}
