using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a channels-first kernel for maxima three columns wide, two apart, whose tap rows overlap as well: vectors walk along two output
/// rows at once. The tap rows meet in registers; of each window's columns two are new, and the third is carried over from the window before.
/// </summary>
internal static class CarriedColumns
{
    private const string Pairs = "PoolPairs";

    public static void Write(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        string channels = text.Plan.FixedShape.Channels is null ? "shape.Channels" : sizes.Channels;
        writer.Line("// The windows whose first two columns lie inside the input, and those whose third does, too.");
        writer.Line($"int end = Math.Min({sizes.OutputWidth}, {KernelText.Part(KernelText.Plus(sizes.Width, text.Width.PaddingBefore))} / 2);");
        writer.Line($"int whole = Math.Min(end, PoolGeometry.UnpaddedWindows(Config.Width, {sizes.Width}, {sizes.OutputWidth}).End);");
        writer.Line($"int lastPlane = (shape.Batch * {channels} * shape.Depth) - 1;");
        writer.Line($"(int plane, int y) = Math.DivRem(firstRow, {sizes.OutputHeight});");
        using (writer.Block("for (int row = firstRow; row < endRow; )"))
        {
            writer.Line("// Two rows of a plane per turn, of which a single one stands for both, and pairs below them as long as all their tap rows lie inside.");
            writer.Line($"ref {element} map = ref Unsafe.Add(ref source, (nuint)(plane * {sizes.Height} * {sizes.Width}));");
            IReadOnlyList<string> references = TapRows.References(writer, text, sizes.Height, sizes.Width);
            WriteCounts(writer, text);
            writer.Line($"ref {element} outputs = ref Unsafe.Add(ref target, (nuint)(row * {sizes.OutputWidth}));");
            writer.Line();
            writer.Line("// A vector of the last window reads one element behind its row, which the last row of the input, never inside a pair below, does not have.");
            writer.Line($"int wide = plane == lastPlane && {KernelText.Plus("top", RowPairs.Rows(text))} >= {sizes.Height} ? whole : end;");
            Method(text, references).WriteCall(writer, AheadBranch.Choice(text));
            writer.Line("row += rows;");
            writer.Line("y += rows;");
            using (writer.Block($"if (y == {sizes.OutputHeight})"))
            {
                writer.Line("y = 0;");
                writer.Line("plane++;");
            }
        }
    }

    /// <summary>Writes how many pairs of rows one call takes, and the rows that they are.</summary>
    private static void WriteCounts(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        string step = KernelText.Number(2 * text.Height.Stride), behind = KernelText.Number(RowPairs.Rows(text) + 1);
        string inside = $"Math.Max(1, Math.Min(Math.Min({sizes.OutputHeight} - y, endRow - row) / 2, (({sizes.Height} - {behind} - top) / {step}) + 1))";
        writer.Line($"int pairs = {(text.Height.PaddingBefore > 0 ? "top < 0 ? 1 : " : "")}{inside};");
        writer.Line($"int rows = Math.Min(Math.Min(2 * pairs, {sizes.OutputHeight} - y), endRow - row);");
    }

    public static void WriteMethods(CodeWriter writer, KernelText text)
    {
        MethodText method = Method(text, [.. Names(text)]);
        writer.Line();
        writer.Line("// Pairs of output rows: vectors up to the given end, and single windows beyond it.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            writer.Line($"nuint step = (nuint){KernelText.Times("width", 2 * text.Height.Stride)}, outputStep = (nuint)columns * 2;");
            using (writer.Block("while (true)"))
            {
                using (writer.Block("for (int x = end; x < columns; x++)"))
                    WriteEdgeCall(writer, text);
                foreach (VectorWidth width in text.Widths)
                {
                    using (writer.Block($"{(width == text.Widths[0] ? "" : "else ")}if ({width.Guard("end", text.Element)})"))
                        WriteVectors(writer, text, width);
                }

                using (writer.Block("else"))
                using (writer.Block("for (int x = 0; x < end; x++)"))
                    WriteEdgeCall(writer, text);
                writer.Line();
                writer.Line("if (--pairs == 0)");
                writer.Line("    return;");
                foreach (string row in Names(text))
                    writer.Line($"{row} = ref Unsafe.Add(ref {row}, step);");
                writer.Line("outputs = ref Unsafe.Add(ref outputs, outputStep);");
                writer.Line("nextOutputs = ref Unsafe.Add(ref nextOutputs, outputStep);");
            }
        }

        WriteEdge(writer, text);
        foreach (VectorWidth width in text.Widths.Append(text.Scalar))
            WriteMeet(writer, text, width);
    }

    private static IEnumerable<string> Names(KernelText text) =>
        Enumerable.Range(0, RowPairs.Rows(text)).Select(row => $"row{KernelText.Number(row)}");

    private static string Parameters(KernelText text) => string.Join(", ", Names(text).Select(row => $"ref {text.Element.Keyword} {row}"));

    private static string Arguments(KernelText text) => string.Join(", ", Names(text).Select(row => $"ref {row}"));

    private static MethodText Method(KernelText text, IReadOnlyList<string> rows)
    {
        string element = text.Element.Keyword;
        bool known = text.Plan.FixedShape.Width is not null;
        MethodText method = new(Pairs) { TypeParameter = AheadBranch.Choice(text) };
        for (int row = 0; row < rows.Count; row++)
            method.With($"ref {element}", $"row{KernelText.Number(row)}", rows[row]);
        return method
            .With($"ref {element}", "outputs", "outputs")
            .With($"ref {element}", "nextOutputs", $"Unsafe.Add(ref outputs, rows > 1 ? (nuint){text.Sizes.OutputWidth} : 0)")
            .With("int", "pairs", "pairs")
            .With("int", "end", "wide")
            .With("int", "whole", "whole")
            .WithSize("int", "width", text.Sizes.Width, known ? text.Sizes.Width : null)
            .WithSize("int", "columns", text.Sizes.OutputWidth, known ? text.Sizes.OutputWidth : null);
    }

    private static string Meet(VectorWidth width) => width.Named("Meet");

    private static void WriteVectors(CodeWriter writer, KernelText text, VectorWidth width)
    {
        string type = width.TypeOf(text.Element), lanes = KernelText.Number(width.Lanes(text.Element));
        int left = text.Width.PaddingBefore;
        string meet = $"{Meet(width)}({Arguments(text)}";
        writer.Line("nuint x = 0;");
        writer.Line(left == 1 ? $"{type} before = default, nextBefore = default;" : $"{type} before = {meet}, 0, out {type} nextBefore);");
        using (writer.Block($"for (nuint last = (nuint)end - {lanes}; ; )"))
        {
            AheadBranch.WriteFetch(writer, text, width, 2 * text.Height.Stride * text.Width.Stride);
            writer.Line($"nuint column = {(left == 1 ? "x * 2" : "(x * 2) + 1")};");
            writer.Line($"{type} left = {meet}, column, out {type} nextLeft);");
            writer.Line($"{type} right = {meet}, column + {lanes}, out {type} nextRight);");
            writer.Line($"{type} even = Lanes.Even(left, right), odd = Lanes.Odd(left, right);");
            writer.Line($"{type} nextEven = Lanes.Even(nextLeft, nextRight), nextOdd = Lanes.Odd(nextLeft, nextRight);");
            if (left == 1)
            {
                using (writer.Block("if (x == 0)"))
                {
                    writer.Line("// The first column of the first window lies in the padding, and repeats the second, which changes nothing.");
                    writer.Line("before = even;");
                    writer.Line("nextBefore = nextEven;");
                }

                writer.Line();
            }

            using (writer.Block($"if (x + {lanes} > (nuint)whole)"))
            {
                writer.Line("odd = Lanes.Last(odd, even);");
                writer.Line("nextOdd = Lanes.Last(nextOdd, nextEven);");
            }

            writer.Line();
            writer.Line($"{type} carried = Lanes.Turn(odd), nextCarried = Lanes.Turn(nextOdd);");
            writer.Line(width.Store(text.Finish(width, $"Lanes.InOrder({text.Nest(["nextEven", "nextOdd", "Lanes.First(nextCarried, nextBefore)"])})", ""), "nextOutputs", "x"));
            writer.Line(width.Store(text.Finish(width, $"Lanes.InOrder({text.Nest(["even", "odd", "Lanes.First(carried, before)"])})", ""), "outputs", "x"));
            writer.Line("if (x == last)");
            writer.Line("    break;");
            writer.Line("before = carried;");
            writer.Line("nextBefore = nextCarried;");
            writer.Line($"x += {lanes};");
            using (writer.Block("if (x > last)"))
            {
                writer.Line("// The last vector overlaps the one before it and finds its own column to start from.");
                writer.Line("x = last;");
                writer.Line($"before = {meet}, {(left == 1 ? "(last * 2) - 1" : "last * 2")}, out nextBefore);");
            }
        }
    }

    private static void WriteEdgeCall(CodeWriter writer, KernelText text) =>
        writer.Line($"PoolEdge({Arguments(text)}, ref outputs, ref nextOutputs, x, width);");

    private static void WriteEdge(CodeWriter writer, KernelText text)
    {
        string element = text.Element.Keyword, meet = Meet(text.Scalar), arguments = Arguments(text);
        writer.Line();
        writer.Line("// A window of each row; a column beyond the edge is replaced by the nearest one, which changes nothing.");
        using (writer.Block($"private static void PoolEdge({Parameters(text)}, ref {element} outputs, ref {element} nextOutputs, int x, int width)"))
        {
            writer.Line($"int start = {KernelText.Plus("x * 2", -text.Width.PaddingBefore)};");
            writer.Line($"{element} first = {meet}({arguments}, (nuint){(text.Width.PaddingBefore == 0 ? "start" : "Math.Max(start, 0)")}, out {element} nextFirst);");
            writer.Line($"{element} second = {meet}({arguments}, (nuint)Math.Min(start + 1, width - 1), out {element} nextSecond);");
            writer.Line($"{element} third = {meet}({arguments}, (nuint)Math.Min(start + 2, width - 1), out {element} nextThird);");
            writer.Line(text.Scalar.Store(text.Finish(text.Scalar, text.Nest(["nextFirst", "nextSecond", "nextThird"]), ""), "nextOutputs", "(nuint)x"));
            writer.Line(text.Scalar.Store(text.Finish(text.Scalar, text.Nest(["first", "second", "third"]), ""), "outputs", "(nuint)x"));
        }
    }

    /// <summary>Writes what lets the tap rows of a column, or of a vector of columns, meet for both output rows.</summary>
    private static void WriteMeet(CodeWriter writer, KernelText text, VectorWidth width)
    {
        string type = width.TypeOf(text.Element);
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {type} {Meet(width)}({Parameters(text)}, nuint at, out {type} next)"))
        {
            RowPairs.WriteMeeting(writer, text, width, "at", declaresNext: false);
            writer.Line("return value;");
        }
    }
}
