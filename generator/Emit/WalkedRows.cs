using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;
using static PoolGen.Generator.Emit.WalkedTaps;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes how one vector of output columns walks down the rows of a plane. A maximum keeps the last rows, each combined along the width;
/// a sum keeps one running sum for every output row that has begun, so that each adds its taps in row-major order. Several rows go by
/// without a branch where they and their windows lie in the plane; at its edges rows go one by one.
/// </summary>
internal sealed class WalkedRows(KernelText text, VectorWidth width)
{
    private readonly string element = text.Element.Keyword;
    private readonly string vector = width.TypeOf(text.Element);
    private readonly WalkedTaps taps = new(text, width);
    private readonly WalkedSums sums = new(text, width);

    private int Rows => text.Height.Window;

    /// <summary>Rows of a window that the next one has, too.</summary>
    private int Kept => Rows - New;

    /// <summary>Rows that it has not.</summary>
    private int New => text.Height.Stride;

    private bool IsSum => !text.Plan.ScansForNaN;

    /// <summary>The method that walks, as called for columns at some place.</summary>
    public static MethodText Method(KernelText text, VectorWidth width, string columns, WalkedSpan span, string extents)
    {
        string element = text.Element.Keyword, type = TypeParameter(width);
        bool scans = text.Plan.ScansForNaN;
        MethodText method = new MethodText(width.Named("Walk")) { TypeParameter = scans ? $"{text.TypeParameter}, {type}" : type, ReturnType = scans ? "bool" : "void" }
            .With(type, "columns", columns)
            .With($"ref {element}", "source", "source")
            .WithSize("nuint", "pitch", "pitch", text.Plan.FixedShape.Width is null ? null : "Width")
            .With($"ref {element}", "target", "target")
            .WithSize("nuint", "targetPitch", "columns", text.Plan.FixedShape.Width is null ? null : "OutputWidth")
            .With("nuint", "x", span.First);
        if (text.Height.Window > 1)
            method.WithSize("int", "height", "height", text.Plan.FixedShape.Height is null ? null : "Height");
        if (text.PerWindow)
            method.With($"ref {element}", "extents", extents);
        return text.Height.Window == 1
            ? method.With("nuint", "end", span.End).With("nuint", "last", span.Last).With("int", "planes", "planes")
            : method.With("int", "y", "y").With("int", "count", "count").With("int", "planes", "planes");
    }

    public void Write(CodeWriter writer)
    {
        MethodText method = Method(text, width, "", new("", "", ""), "");
        writer.Line();
        writer.Line(Kept > 0
            ? $"// {KernelText.Number(width.Lanes(text.Element))} neighbouring columns walk down some rows of a plane or of several."
            : $"// {KernelText.Number(width.Lanes(text.Element))} neighbouring columns at a time, along some rows.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            if (!IsSum)
                writer.Line($"{vector} lost = {vector}.Zero;");
            if (text.PerWindow)
            {
                writer.Line($"{vector} extent = columns.Load(ref extents);");
                if (Kept > 0)
                    writer.Line($"{vector} whole = extent * {width.Broadcast(text.Element.Literal(Rows))};");
            }

            using (writer.Block("for (int plane = 0; plane < planes; plane++)"))
            {
                if (Kept > 0)
                    WritePlane(writer);
                else
                    new WalkedLine(text, width).Write(writer);
            }

            if (!IsSum)
            {
                writer.Line();
                writer.Line($"return lost == {vector}.Zero;");
            }
        }

        if (!IsSum)
            taps.WriteAcross(writer);
    }

    private static string Row(int index) => $"row{KernelText.Number(index)}";

    private void WritePlane(CodeWriter writer)
    {
        writer.Line($"ref {element} map = ref Unsafe.Add(ref source, ((nuint)plane * (nuint)height * pitch) + {KernelText.Part(KernelText.Times("x", text.Width.Stride))});");
        writer.Line($"ref {element} outputs = ref Unsafe.Add(ref target, ((nuint)plane * (nuint)count * targetPitch) + x);");
        writer.Line(New == 1 ? "// The rows of the first window but for the last." : "// The rows of the first window that the one before it has, too.");
        if (IsSum)
            sums.WriteNone(writer);
        for (int index = 0; index < Kept; index++)
            WriteFirst(writer, index);
        if (text.PerWindow)
            writer.Line($"int top = {FirstRow(0)};");
        writer.Line($"int next = {FirstRow(Kept)}, rest = count;");
        WriteTurns(writer);
        WriteRest(writer);
    }

    /// <summary>The row of the input under tap row <paramref name="index"/> of the first window.</summary>
    private string FirstRow(int index) => KernelText.Plus(KernelText.Times("y", New), index - text.Height.PaddingBefore);

    private void WriteFirst(CodeWriter writer, int index)
    {
        bool above = index < text.Height.PaddingBefore && text.Plan.LeavesHeight, below = IsBelow(index);
        string row = FirstRow(index);
        if (!IsSum)
        {
            row = above ? $"Math.Max({row}, 0)" : KernelText.Part(row);
            row = below ? $"Math.Min({row}, height - 1)" : row;
            writer.Line($"{vector} {Row(index)} = {taps.Across($"ref {At("map", $"(nuint){row} * pitch")}", $"first{KernelText.Number(index)}")};");
            writer.Line($"lost |= TExtremum.Lost(first{KernelText.Number(index)}, first{KernelText.Number(index)});");
            return;
        }

        List<string> conditions = [];
        if (above)
            conditions.Add($"{row} >= 0");
        if (below)
            conditions.Add($"{row} < height");
        using (writer.Block(conditions.Count == 0 ? "// It lies in the plane." : $"if ({string.Join(" && ", conditions)})"))
        {
            sums.WriteRow(writer, $"ref {At("map", $"(nuint){KernelText.Part(row)} * pitch")}", declares: true, index);
        }
    }

    private bool IsBelow(int index) => AxisReach.MayEndBeyond(text.Height, index, text.Plan.LeavesHeight, text.Plan.Config.CeilMode);

    /// <summary>Rows that go by without a branch.</summary>
    private void WriteTurns(CodeWriter writer)
    {
        int rows = text.Plan.TurnRows;
        int added = rows * New;
        string number = KernelText.Number(rows);
        if (text.PerWindow && text.Height.PaddingBefore > 0)
        {
            writer.Line("// A window that begins above the plane counts fewer rows.");
            using (writer.Block($"for (; top < 0 && rest > 0; {Advance("top", New)}, {Advance("next", New)}, rest--)"))
                WriteOne(writer);
        }

        using (writer.Block($"for (; rest >= {number} && next + {KernelText.Number(added - Below)} <= height; {Advance("next", added)}, rest -= {number}{(text.PerWindow ? $", {Advance("top", added)}" : "")})"))
        {
            if (added > Below)
                writer.Line($"ref {element} taps = ref {At("map", "(nuint)next * pitch")};");
            if (Below > 0)
                writer.Line("// Rows below the plane repeat the last one.");
            for (int index = added - Below; index < added; index++)
                writer.Line($"ref {element} {TurnRow(index)} = ref {At("map", $"(nuint)Math.Min({KernelText.Plus("next", index)}, height - 1) * pitch")};");
            if (IsSum)
                sums.WriteTurn(writer, rows, TurnRow);
            else
                WriteMaximumTurn(writer, rows);
            writer.Line($"outputs = ref {At("outputs", KernelText.Times("targetPitch", rows))};");
        }
    }

    /// <summary>The last rows of a turn that may lie below the plane, where a row may be repeated.</summary>
    private int Below => text.Plan.LeavesHeight && !IsSum ? System.Math.Min(text.Height.PaddingAfter, text.Plan.TurnRows) : 0;

    /// <summary>A row of a turn.</summary>
    private string TurnRow(int index) =>
        index < (text.Plan.TurnRows * New) - Below ? At("taps", "pitch", index) : $"taps{KernelText.Number(index)}";

    /// <summary>Rows one by one: the last of the plane and those below it.</summary>
    private void WriteRest(CodeWriter writer)
    {
        using (writer.Block($"for (; rest > 0; {Advance("next", New)}, rest--{(text.PerWindow ? $", {Advance("top", New)}" : "")})"))
            WriteOne(writer);
    }

    private static string Advance(string name, int count) => count == 1 ? $"{name}++" : $"{name} += {KernelText.Number(count)}";

    private void WriteOne(CodeWriter writer)
    {
        bool below = IsBelow(Rows - 1);
        string result;
        if (IsSum)
        {
            sums.WriteRows(writer);
            if (text.PerWindow)
                writer.Line($"{element} rows = Math.Min({KernelText.Plus("top", text.Height.Window)}, height) - Math.Max(top, 0);");
            result = sums.Finished(text.PerWindow ? $"extent * {width.Broadcast("rows")}" : "");
        }
        else
        {
            writer.Line($"{vector} done = {taps.Across($"ref {At("map", $"(nuint){(below ? "Math.Min(next, height - 1)" : "next")} * pitch")}", "seen")};");
            writer.Line("lost |= TExtremum.Lost(seen, seen);");
            result = text.Finish(width, text.Nest([.. Enumerable.Range(0, Kept).Select(Row), "done"]), "");
        }

        writer.Line($"columns.Store({result}, ref outputs);");
        if (!IsSum)
        {
            for (int index = 0; index < Kept; index++)
                writer.Line($"{Row(index)} = {(index + 1 < Kept ? Row(index + 1) : "done")};");
        }

        writer.Line("outputs = ref Unsafe.Add(ref outputs, targetPitch);");
    }

    private void WriteMaximumTurn(CodeWriter writer, int rows)
    {
        for (int turn = 0; turn < rows; turn += Kept)
        {
            int group = System.Math.Min(Kept, rows - turn);
            List<string> held = [.. Enumerable.Range(0, Kept).Select(Row)];
            for (int index = turn; index < turn + group; index++)
            {
                string name = $"next{KernelText.Number(index)}", seen = $"seen{KernelText.Number(index)}";
                writer.Line($"{vector} {name} = {taps.Across($"ref {TurnRow(index)}", seen)};");
                held.Add(name);
                if (index % 2 == 1)
                    writer.Line($"lost |= TExtremum.Lost(seen{KernelText.Number(index - 1)}, {seen});");
                else if (index == rows - 1)
                    writer.Line($"lost |= TExtremum.Lost({seen}, {seen});");
            }

            WriteGroup(writer, held, group, turn);
            for (int index = 0; index < Kept; index++)
                writer.Line($"{Row(index)} = {held[group + index]};");
        }
    }

    /// <summary>
    /// Neighbouring windows down the rows: all share the rows in the middle, and what they have above and below them grows by a row from
    /// one window to the next.
    /// </summary>
    private void WriteGroup(CodeWriter writer, List<string> rows, int group, int turn)
    {
        string suffix = KernelText.Number(turn), upper = $"upper{suffix}";
        writer.Line($"{vector} {upper} = {text.Nest(rows.GetRange(group - 1, Rows - group + 1))};");
        for (int index = 2; index < group; index++)
            writer.Line($"{vector} {Lower(index)} = {text.Combine(Lower(index - 1), rows[Kept + index])};");
        for (int index = group - 1; index >= 0; index--)
        {
            if (index < group - 1)
                writer.Line($"{upper} = {text.Combine(upper, rows[index])};");
            writer.Line($"columns.Store({text.Finish(width, index == 0 ? upper : text.Combine(upper, Lower(index)), "")}, ref {At("outputs", "targetPitch", turn + index)});");
        }

        string Lower(int index) => index == 1 ? rows[Kept + 1] : $"lower{suffix}{(char)('A' + index - 2)}";
    }
}
