using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method of a channels-last kernel whose windows overlap along the width: a vector or a tile of them walks along the row,
/// the taps of a column meet once, and the columns that the next window shares stay in registers.
/// </summary>
internal sealed class SlidingColumns(KernelText text)
{
    private readonly KernelPlan plan = text.Plan;
    private readonly PoolAxis axis = text.Width;
    private readonly string element = text.Element.Keyword;

    // Maxima repeat the column at the edge, which changes nothing; sums slide over whole windows only.
    private readonly bool clamps = text.Plan.LeavesWidth && text.Plan.RepeatsTaps;

    private int Kept => axis.Window - axis.Stride;

    /// <summary>The method, as called for the windows from <paramref name="first"/> to <paramref name="end"/>, whose tap rows are <c>row0</c>, <c>row1</c>, ….</summary>
    public MethodText Method(string first, string end)
    {
        SizeText sizes = text.Sizes;
        MethodText method = new MethodText("SlideColumns");
        for (int row = 0; row < text.TapRows; row++)
            method.With($"ref {element}", $"row{row}", $"row{row}");
        method.With($"ref {element}", "target", "outputRow")
            .With("int", "first", first)
            .With("int", "end", end)
            .WithSize("nuint", "channels", $"(nuint){sizes.Channels}", plan.FixedShape.Channels is null ? null : "Channels");
        return !clamps ? method : method.WithSize(
            "nuint", "last", $"(nuint)(({sizes.Width} - 1) * {sizes.Channels})",
            plan.FixedShape is { Width: not null, Channels: not null } ? "(Width - 1) * Channels" : null);
    }

    public void Write(CodeWriter writer)
    {
        MethodText method = Method("", "");
        writer.Line();
        writer.Line("// Windows along the width, one after the other; the columns that the next one shares stay in registers.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            for (int tap = 1; tap <= axis.Stride; tap++)
                writer.Line($"nuint tap{tap} = {KernelText.Times("channels", tap)};");
            WriteStart(writer);
            ChannelTiles.Write(writer, text, plan.SlidingVectors, around: null, (width, vectors, start) => WriteWalk(writer, width, vectors, start));
        }

        if (text.TapRows > 1)
        {
            foreach (VectorWidth width in text.Widths.Where(width => ChannelTiles.Fits(text, width)).Append(text.Scalar))
                WriteColumn(writer, width);
        }
    }

    /// <summary>Writes where the columns that the first window would share with the one before it stand, and the first new one.</summary>
    private void WriteStart(CodeWriter writer)
    {
        for (int column = 0; column < Kept; column++)
        {
            string position = KernelText.Plus(KernelText.Times("first", axis.Stride), column - axis.PaddingBefore);
            if (clamps && column < axis.PaddingBefore)
                position = $"Math.Max({position}, 0)";
            string offset = $"(nuint)({position}) * channels";
            writer.Line($"nuint shared{column} = {(clamps ? $"Math.Min({offset}, last)" : offset)};");
        }

        writer.Line($"nuint next = (nuint)({KernelText.Plus(KernelText.Times("first", axis.Stride), Kept - axis.PaddingBefore)}) * channels;");
    }

    /// <summary>The walk of a tile of vectors, which start at channel <paramref name="start"/>, along a row.</summary>
    private void WriteWalk(CodeWriter writer, VectorWidth width, int vectors, string start)
    {
        int lanes = width.Lanes(text.Element);
        string type = width.TypeOf(text.Element);
        for (int column = 0; column < Kept; column++)
        {
            for (int vector = 0; vector < vectors; vector++)
                writer.Line($"{type} {Name("kept", column, vector)} = {Column(width, KernelText.Plus($"{start} + shared{column}", vector * lanes))};");
        }

        writer.Line($"nuint at = next, to = ((nuint)first * channels) + {start};");
        using (writer.Block("for (int column = first; column < end; column++)"))
        {
            for (int column = 0; column < axis.Stride; column++)
                WriteNewColumn(writer, width, vectors, column, start);
            for (int vector = 0; vector < vectors; vector++)
                WriteWindow(writer, width, vector);
            for (int column = 0; column < Kept; column++)
            {
                for (int vector = 0; vector < vectors; vector++)
                    writer.Line($"{Name("kept", column, vector)} = {Tap(column + axis.Stride, vector)};");
            }

            writer.Line($"at += tap{axis.Stride};");
            writer.Line("to += channels;");
        }
    }

    private void WriteNewColumn(CodeWriter writer, VectorWidth width, int vectors, int column, string start)
    {
        string at = column == 0 ? "at" : $"at + tap{column}";
        string from = $"from{column}";
        writer.Line(clamps ? $"nuint {from} = {start} + Math.Min({at}, last);" : $"nuint {from} = {start} + {at};");
        for (int vector = 0; vector < vectors; vector++)
        {
            writer.Line($"{width.TypeOf(text.Element)} {Name("column", column, vector)} = "
                + $"{Column(width, KernelText.Plus(from, vector * width.Lanes(text.Element)))};");
        }
    }

    private void WriteWindow(CodeWriter writer, VectorWidth width, int vector)
    {
        string value = text.Nest([.. Enumerable.Range(0, axis.Window).Select(tap => Tap(tap, vector))]);
        string whole = width.Broadcast(text.Element.Literal((double)text.TapRows * axis.Window));
        string combined = plan.Divisor == DivisorRule.None ? value : $"({value})";
        writer.Line(width.Store(text.Finish(width, combined, whole), "target", KernelText.Plus("to", vector * width.Lanes(text.Element))));
    }

    /// <summary>The column of a tap: the first ones were kept, the others are new.</summary>
    private string Tap(int tap, int vector) => tap < Kept ? Name("kept", tap, vector) : Name("column", tap - Kept, vector);

    private static string Name(string name, int column, int vector) => $"{name}{column}{(char)('a' + vector)}";

    private static string ColumnMethod(VectorWidth width) => width.Named("Column");

    private string Column(VectorWidth width, string at) => text.TapRows == 1
        ? width.Load("row0", at)
        : $"{ColumnMethod(width)}({string.Join(", ", Enumerable.Range(0, text.TapRows).Select(row => $"ref row{row}"))}, {at})";

    private void WriteColumn(CodeWriter writer, VectorWidth width)
    {
        string rows = string.Join(", ", Enumerable.Range(0, text.TapRows).Select(row => $"ref {element} row{row}"));
        string value = text.Nest([.. Enumerable.Range(0, text.TapRows).Select(row => width.Load($"row{row}", "at"))]);
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"private static {width.TypeOf(text.Element)} {ColumnMethod(width)}({rows}, nuint at) =>");
        writer.Line($"    {value};");
    }
}
