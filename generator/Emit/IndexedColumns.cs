using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the windows of a row of channels first with their indices. Columns are in lanes where windows are one or two columns apart; windows that leave the
/// row are taken one by one, and repeat the nearest tap.
/// </summary>
internal sealed class IndexedColumns(KernelText text)
{
    private readonly PoolAxis axis = text.Width;
    private readonly IndexedTaps taps = new(text);

    private IReadOnlyList<int> Offsets => [.. Enumerable.Range(0, axis.Window).Select(tap => tap * axis.Dilation)];

    private IEnumerable<int> Rows => Enumerable.Range(0, text.TapRows);

    /// <summary>Writes the calls for the windows of the row whose tap rows are <c>row0</c>, <c>row1</c>, ….</summary>
    public void WriteCalls(CodeWriter writer)
    {
        if (!text.Plan.LeavesWidth)
        {
            Whole("0", text.Sizes.OutputWidth).WriteCall(writer);
            return;
        }

        Edge("0", "firstWhole").WriteCall(writer);
        Whole("firstWhole", "endWhole").WriteCall(writer);
        Edge("endWhole", text.Sizes.OutputWidth).WriteCall(writer);
    }

    public void WriteMethods(CodeWriter writer)
    {
        writer.Line();
        writer.Line("// Whole windows along the width.");
        MethodText whole = Whole("", "");
        using (writer.Block(whole.Header))
        {
            writer.Line("nuint count = (nuint)(end - first);");
            writer.Line($"nuint start = (nuint)({KernelText.Start("first", axis)});");
            if (text.Plan.FetchesAhead && text.Plan.VectorColumns)
                writer.Line("FetchAhead ahead = default;");
            foreach (VectorWidth width in text.Plan.VectorColumns ? text.Widths : [])
                WriteVectors(writer, width);
            using (writer.Block("for (nuint x = 0; x < count; x++)"))
                WriteWhole(writer, text.Scalar);
        }

        if (!text.Plan.LeavesWidth)
            return;
        writer.Line();
        writer.Line("// Windows that leave the row: a tap outside it repeats the nearest one.");
        using (writer.Block(Edge("", "").Header))
        using (writer.Block("for (int column = first; column < end; column++)"))
            WriteEdge(writer);
    }

    private MethodText Whole(string first, string end) => IndexedRows.Method(text, "PoolWindows").With("int", "first", first).With("int", "end", end);

    private MethodText Edge(string first, string end) =>
        IndexedRows.Method(text, "PoolEdge").With("int", "first", first).With("int", "end", end).With("int", "width", text.Sizes.Width);

    private void WriteVectors(CodeWriter writer, VectorWidth width)
    {
        string lanes = KernelText.Number(width.Lanes(text.Element));
        using (writer.Block($"if ({width.Guard("count", text.Element)})"))
        {
            foreach (int tap in Enumerable.Range(0, axis.Window))
                writer.Line($"{taps.LaneType(width)} along{tap} = {(tap == 0 ? $"{taps.LaneType(width)}.Zero" : taps.Broadcast(width, KernelText.Times("step", Offsets[tap])))};");
            foreach (int row in Rows)
                writer.Line($"{taps.LaneType(width)} down{row} = {taps.Broadcast(width, $"index{row}")};");
            writer.Line($"{taps.LaneType(width)} ramp = {Along(width, "0")};");
            writer.Line("// The second vector overlaps the first, so that the last one ends with the row.");
            writer.Line($"nuint overlap = ((count - 1) % {lanes}) + 1;");
            using (writer.Block($"for (nuint x = 0, after = overlap; x < count; x = after, after += {lanes})"))
                WriteWhole(writer, width);
            writer.Line();
            writer.Line("return;");
        }

        writer.Line();
    }

    private void WriteWhole(CodeWriter writer, VectorWidth width)
    {
        bool selects = width.Selects(axis.Stride);
        AheadBranch.WriteFetch(writer, text, width, text.Height.Stride * axis.Stride);
        writer.Line($"nuint column = start + {KernelText.Part(KernelText.Times("x", axis.Stride))};");
        List<IReadOnlyList<string>> rows = [];
        foreach (int row in Rows)
            rows.Add(selects ? Selected(writer, width, row) : [.. Offsets.Select(offset => width.Load($"row{row}", KernelText.Plus("column", offset)))]);
        IReadOnlyList<string> along = width.IsScalar
            ? [.. Offsets.Select(offset => offset == 0 ? "0" : KernelText.Times("step", offset))]
            : [.. Offsets.Select((_, tap) => $"along{tap}")];
        taps.Write(writer, width, rows, along, [.. Rows.Select(row => width.IsScalar ? $"index{row}" : $"down{row}")]);
        string value = selects ? "Lanes.InOrder(value)" : "value", at = selects ? "Lanes.InOrder(at)" : "at";
        writer.Line($"nuint to = (nuint)first + x;");
        writer.Line(width.Store(value, "target", "to"));
        string along0 = width.IsScalar ? "((int)column * step)" : $"ramp + {taps.Broadcast(width, "(int)column * step")}";
        writer.Line($"IndexLanes.{width.Named("Store")}({at} + {along0}, ref targetIndices, to);");
    }

    private string Along(VectorWidth width, string first) => $"IndexLanes.{width.Named("Along")}<{taps.LaneKeyword(width)}>({first}, {KernelText.Times("step", axis.Stride)})";

    /// <summary>The taps of a row where they are the even or odd elements of two neighbouring vectors, which are loaded once.</summary>
    private List<string> Selected(CodeWriter writer, VectorWidth width, int row)
    {
        List<string> selected = [];
        int loaded = -1;
        foreach (int offset in Offsets)
        {
            ColumnSelection selection = ColumnSelection.Of(offset, Offsets[Offsets.Count - 1]);
            string pair = $"{KernelText.Number(row)}At{KernelText.Number(selection.Offset)}";
            if (selection.Offset != loaded)
            {
                string type = width.TypeOf(text.Element);
                writer.Line($"{type} left{pair} = {width.Load($"row{row}", KernelText.Plus("column", selection.Offset))};");
                writer.Line($"{type} right{pair} = {width.Load($"row{row}", KernelText.Plus("column", selection.Offset + width.Lanes(text.Element)))};");
                loaded = selection.Offset;
            }

            selected.Add($"Lanes.{(selection.Odd ? "Odd" : "Even")}(left{pair}, right{pair})");
        }

        return selected;
    }

    private void WriteEdge(CodeWriter writer)
    {
        writer.Line($"int left = {KernelText.Start("column", axis)};");
        if (axis.Dilation > 1)
            writer.Line("(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Width, width, column);");
        foreach (int tap in Enumerable.Range(0, axis.Window))
            writer.Line($"int tap{tap} = {ClampedTap.Of("left", "width", axis, text.Plan.Config.CeilMode, tap)};");

        // Taps are compared in the lowest lane of a vector, where no branch guesses which one is kept.
        VectorWidth lane = VectorWidth.Of(128, text.Element), width = text.Scalar;
        taps.Write(
            writer, lane,
            [.. Rows.Select(row => Enumerable.Range(0, axis.Window).Select(tap => $"Vector128.CreateScalarUnsafe({width.Load($"row{row}", $"(nuint)tap{tap}")})").ToArray())],
            [.. Enumerable.Range(0, axis.Window).Select(tap => Lowest(lane, $"tap{tap} * step"))],
            [.. Rows.Select(row => Lowest(lane, $"index{row}"))]);
        writer.Line(width.Store("value.ToScalar()", "target", "(nuint)column"));
        writer.Line($"IndexLanes.Store({(taps.LaneKeyword(lane) == "int" ? "" : "(int)")}at.ToScalar(), ref targetIndices, (nuint)column);");
    }

    private string Lowest(VectorWidth lane, string index) =>
        $"Vector128.CreateScalarUnsafe({(taps.LaneKeyword(lane) == "int" ? index : $"(long)({index})")})";
}
