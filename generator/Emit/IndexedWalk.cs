using System.Linq;
using PoolGen.Generator.Plan;
using static PoolGen.Generator.Emit.WalkedTaps;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes how vectors of windows with their indices walk down some rows of a plane and keep what the last rows came to, which the next windows have as
/// their first. They take a tap that is more and do not ask whether it is NaN, but say whether there was one: then the rows are taken again, one by one.
/// </summary>
internal sealed class IndexedWalk(KernelText text, VectorWidth width)
{
    private readonly VectorWidth width = width;
    private readonly IndexedTaps taps = new(text);
    private readonly IndexedLine line = new(text, width);
    private readonly IndexedMeeting meeting = new(text, width);
    private readonly string element = text.Element.Keyword;
    private readonly string vector = width.TypeOf(text.Element);
    private readonly int lanes = width.Lanes(text.Element);

    /// <summary>Rows of a window that the next one has, too.</summary>
    private int Kept => text.Height.Window - text.Height.Stride;

    /// <summary>Rows that it has not.</summary>
    private int New => text.Height.Stride;

    private int Beyond => RowEnds.MostBeyond(text);

    /// <summary>Whether elements are looked at for NaN.</summary>
    public static bool FindsNaN(KernelText text) => !text.Element.Register.IsWhole;

    /// <summary>The method that tries to walk down some rows of a plane.</summary>
    public static MethodText Method(KernelText text)
    {
        MethodText method = Named(text, "WalkRows").WithPassed("int", "height", text.Sizes.Height, Constant(text.Plan.FixedShape.Height, "Height"));
        method = AsksForWidth(text) ? WithWidth(text, method) : method.WithPassed("int", "width", text.Sizes.Width, Constant(text.Plan.FixedShape.Width, "Width"));
        return WithOutputWidth(text, method);
    }

    /// <summary>The type of the rows that are walked down together.</summary>
    public static string RowsType(KernelText text) => $"IndexedRows<{text.Element.Keyword}, {text.Plan.Indices!.Keyword}>";

    private static MethodText Named(KernelText text, string name, string typeParameter = "") =>
        new MethodText(name) { ReturnType = "bool", TypeParameter = typeParameter }.With($"in {RowsType(text)}", "rows", "rows");

    /// <summary>Whether it depends on the width where the last window ends.</summary>
    private static bool AsksForWidth(KernelText text) => text.Plan.LeavesWidth && text.Width.Stride > 1;

    private static MethodText WithWidth(KernelText text, MethodText method) => method.WithSize("int", "width", text.Sizes.Width, Constant(text.Plan.FixedShape.Width, "Width"));

    private static MethodText WithOutputWidth(KernelText text, MethodText method) =>
        method.WithSize("int", "outputWidth", text.Sizes.OutputWidth, Constant(text.Plan.FixedShape.Width, "OutputWidth"));

    private static string? Constant(int? size, string name) => size is null ? null : name;

    /// <summary>Writes the method that tries the widths, and theirs.</summary>
    public static void WriteMethods(CodeWriter writer, KernelText text)
    {
        MethodText method = Method(text);
        IndexedWalk[] walks = [.. text.Widths.Select(width => new IndexedWalk(text, width)).Where(walk => walk.Fits)];
        writer.Line();
        writer.Line("// Vectors of windows walk down some rows of a plane. False where none fits into its rows, or some window has a NaN: then the rows are taken one by one.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            int beyond = RowEnds.MostBeyond(text);
            string reach = KernelText.Plus(KernelText.Reach("outputWidth", text.Width), -text.Width.PaddingBefore);
            if (AsksForWidth(text))
                writer.Line($"int beyond = {reach} - width;");
            string guard = AsksForWidth(text) ? $" && beyond <= {KernelText.Number(beyond)}" : "";
            foreach (IndexedWalk walk in walks)
            {
                using (writer.Block($"if ({walk.width.Type}.IsHardwareAccelerated && outputWidth >= {KernelText.Number(walk.lanes + RowEnds.Margin(text))}{guard})"))
                    walk.WriteColumns(writer);
                writer.Line();
            }

            writer.Line("return false;");
        }

        foreach (IndexedWalk walk in walks)
            walk.WriteMethods(writer);
    }

    /// <summary>Whether a vector fits between the windows at both ends.</summary>
    private bool Fits => RowEnds.Starts(text) + RowEnds.Ends(text) <= lanes;

    private static string Type(bool left, bool right) => $"Columns<{(left ? "Edge" : "Inside")}, {(right ? "Edge" : "Inside")}>";

    /// <summary>The vectors of a row: the first may begin left of it, and the last end right of it.</summary>
    private void WriteColumns(CodeWriter writer)
    {
        bool left = text.Width.PaddingBefore > 0;
        string step = KernelText.Number(lanes);
        writer.Line("bool kept = true;");
        writer.Line($"nuint last = (nuint)outputWidth - {step};");
        if (left)
            WriteWalk("0", left: true);
        using (writer.Block($"for (nuint x = {(left ? step : "0")}; x < last; x += {step})"))
            WriteWalk(RowEnds.Ends(text) > 1 ? $"Math.Min(x, last - {KernelText.Number(RowEnds.Ends(text))})" : "x");
        writer.Line();
        writer.Line("// It overlaps the one before it, so that it ends with the row.");
        if (Beyond > 0 && text.Width.Stride > 1)
        {
            using (writer.Block("if (beyond > 0)"))
                WriteWalk("last", right: true);
            using (writer.Block("else"))
                WriteWalk("last");
        }
        else
        {
            WriteWalk("last", right: Beyond > 0);
        }

        writer.Line();
        writer.Line("return kept;");

        void WriteWalk(string x, bool left = false, bool right = false) => Walk(x).WriteCall(writer, Type(left, right), "kept &= ");
    }

    /// <summary>The method of a vector of windows, as called for those from an output column on.</summary>
    private MethodText Walk(string x)
    {
        MethodText method = Named(text, width.Named("Walk"), TypeParameter(width)).WithSize("int", "height", text.Sizes.Height, Constant(text.Plan.FixedShape.Height, "Height"));
        return WithOutputWidth(text, WithWidth(text, method)).With("nuint", "x", x);
    }

    private void WriteMethods(CodeWriter writer)
    {
        MethodText method = Walk("");
        writer.Line();
        writer.Line($"// {KernelText.Number(lanes)} windows walk down, from output column x on.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            WriteWalk(writer);
        }

        line.Write(writer);
    }

    private void WriteWalk(CodeWriter writer)
    {
        string added = KernelText.Number(New);
        writer.Line($"{TypeParameter(width)} columns = default;");
        writer.Line("nuint pitch = (nuint)width, outputPitch = (nuint)outputWidth;");
        writer.Line($"ref {element} map = ref rows.Map;");
        writer.Line($"int left = {KernelText.Times("(int)x", text.Width.Stride)};");
        line.WriteAlong(writer);
        if (FindsNaN(text))
            writer.Line($"{vector} lost = {vector}.Zero;");
        writer.Line($"ref {element} under = ref {At("map", KernelText.Times("x", text.Width.Stride))};");
        writer.Line($"ref {element} to = ref {At("rows.Outputs", "x")};");
        writer.Line($"ref {text.Plan.Indices!.Keyword} toIndices = ref {At("rows.Indices", "x")};");
        writer.Line("// The rows of the first window but for those that no other has; a row outside the plane repeats the nearest one.");
        writer.Line($"int next = {KernelText.Plus(KernelText.Times("rows.Y", New), -text.Height.PaddingBefore)};");
        for (int row = 0; row < Kept; row++)
            WriteClamped(writer, row, $"Math.Min(Math.Max({KernelText.Plus("next", row)}, 0), height - 1)");
        writer.Line($"next += {KernelText.Number(Kept)};");
        writer.Line("int rest = rows.Count;");
        WriteWhole(writer);
        using (writer.Block($"for (; rest > 0; rest--, next += {added})"))
        {
            for (int row = Kept; row < Kept + New; row++)
                WriteClamped(writer, row, $"Math.Min({KernelText.Plus("next", row - Kept)}, height - 1)");
            meeting.WriteWindow(writer);
        }

        writer.Line();
        writer.Line(FindsNaN(text) ? $"return lost == {vector}.Zero;" : "return true;");
    }

    /// <summary>Windows that have all their rows in the plane, a turn of them at a time.</summary>
    private void WriteWhole(CodeWriter writer)
    {
        int added = New * meeting.Turn;
        string rows = KernelText.Number(added), turn = KernelText.Number(meeting.Turn), elements = KernelText.Number(added * text.Width.Stride * lanes);
        writer.Line($"{taps.LaneType(width)} rowStep = {taps.Broadcast(width, "rows.Down")};");
        writer.Line($"{taps.LaneType(width)} down = {taps.Broadcast(width, "rows.First + ((next - 1) * rows.Down)")};");
        writer.Line($"ref {element} taps = ref {At("under", "(nuint)next * pitch")};");
        if (text.Plan.FetchesAhead)
        {
            writer.Line("// The rows behind all these are asked for in order, a part of them by each vector.");
            writer.Line("FetchAhead ahead = default;");
            writer.Line($"nuint asked = ((nuint){KernelText.Part(KernelText.Times("(rows.Y + rows.Count)", New))} * pitch) + (nuint)({KernelText.Times("left * rows.Count", New)});");
        }

        using (writer.Block($"for (; rest >= {turn} && next + {rows} <= height; rest -= {turn}, next += {rows})"))
        {
            if (text.Plan.FetchesAhead)
            {
                writer.Line($"ahead.Fetch(ref map, asked, {elements});");
                writer.Line($"asked += {elements};");
            }

            for (int row = Kept; row < Kept + added; row++)
            {
                string number = KernelText.Number(row);
                writer.Line("down += rowStep;");
                writer.Line($"{vector} row{number} = {line.Call("ref taps", "down", $"at{number}")};");
                writer.Line("taps = ref Unsafe.Add(ref taps, pitch);");
            }

            if (meeting.Turn > 1)
                meeting.WriteTurn(writer);
            else
                meeting.WriteWindow(writer);
        }

        writer.Line();
    }

    private void WriteClamped(CodeWriter writer, int row, string place)
    {
        string number = KernelText.Number(row), first = taps.Broadcast(width, $"rows.First + (place{number} * rows.Down)");
        writer.Line($"int place{number} = {place};");
        writer.Line($"{vector} row{number} = {line.Call($"ref {At("under", $"(nuint)place{number} * pitch")}", first, $"at{number}")};");
    }
}
