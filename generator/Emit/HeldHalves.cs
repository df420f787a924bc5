using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method for planes so narrow that two rows of outputs fill a vector, of maxima whose windows are two or three columns wide and two apart: the
/// tap rows of two output rows meet, and their windows take even and odd columns at once. Where the height is fixed and small, a plane is written out.
/// </summary>
internal static class HeldHalves
{
    /// <summary>Writes the calls, which are left to where rows turn out to be so narrow.</summary>
    public static void WriteCall(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        string channels = text.Plan.FixedShape.Channels is null ? "shape.Channels" : sizes.Channels;

        // Planes of a volume may share its last slice.
        string followed = text.Plan.PoolsDepth ? $"((shape.Batch * {channels}) - 1) * {sizes.OutputDepth}" : $"(shape.Batch * {channels} * shape.Depth) - 1";
        using (text.Plan.FixedShape.Width is null ? writer.Block($"if ({sizes.OutputWidth} <= {KernelText.Number(text.Widths[0].Lanes(text.Element) / 2)})") : null)
        {
            writer.Line($"HeldPlanes held = HeldPlanes.Of<{element}>(Config, {sizes.Width}, {sizes.OutputWidth}, {sizes.OutputHeight}, firstRow, endRow, {followed});");
            using (writer.Block("if (held.Any)"))
            {
                WriteForms(writer, text);
                writer.Line("if (firstRow < held.FirstRow)");
                writer.Line("    Rows(input, output, shape, firstRow, held.FirstRow);");
                writer.Line("if (held.EndRow < endRow)");
                writer.Line("    Rows(input, output, shape, held.EndRow, endRow);");
                writer.Line("return;");
            }
        }

        writer.Line();
    }

    private static void WriteForms(CodeWriter writer, KernelText text)
    {
        MethodText method = Method(text);
        if (text.Plan.HeldForm is HeldRow form)
        {
            method.WriteCall(writer, $"Held{form}");
            return;
        }

        bool beside = !text.Plan.PoolsDepth && text.Widths[0].Lanes(text.Element) == 8;
        if (beside)
        {
            using (writer.Block("if (held.AreBeside)"))
                method.WriteCall(writer, "HeldBeside");
        }

        using (writer.Block($"{(beside ? "else " : "")}if (held.AreShort)"))
            method.WriteCall(writer, "HeldShort");
        using (writer.Block("else"))
            method.WriteCall(writer, "HeldAlone");
        writer.Line();
    }

    private static MethodText Method(KernelText text)
    {
        string element = text.Element.Keyword;
        SizeText sizes = text.Sizes;
        MethodText method = new MethodText("PoolHalves") { TypeParameter = "THeld" }
            .With($"ref {element}", "source", "MemoryMarshal.GetReference(input)")
            .With($"ref {element}", "target", $"Unsafe.Add(ref MemoryMarshal.GetReference(output), (nuint)(held.FirstRow * {sizes.OutputWidth}))");
        return text.WithPlaneSizes(method)
            .WithSize("int", "columns", sizes.OutputWidth, text.Plan.FixedShape.Width is null ? null : sizes.OutputWidth)
            .With("int", "firstPlane", "held.First")
            .With("int", "endPlane", "held.End");
    }

    public static void WriteMethod(CodeWriter writer, KernelText text)
    {
        MethodText method = Method(text);
        writer.Line();
        writer.Line("// Planes of which two rows of outputs fill a vector: their tap rows meet, then their windows take even and odd columns.");
        writer.Line("// Inlined, it would exceed what the JIT inlines into one method, and calls would stay in the loop.");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            writer.Line("nuint nextPlane = (nuint)(height * width), nextOutputs = (nuint)(outputHeight * columns);");
            using (writer.Block("for (int plane = firstPlane; plane < endPlane; plane += THeld.Planes)"))
            {
                DepthSlices.Write(writer, text, "plane", "depth", "outputDepth", counts: false);
                string first = text.Plan.PoolsDepth ? "volume * depth" : "plane";
                writer.Line($"ref {text.Element.Keyword} map = ref Unsafe.Add(ref source, (nuint)({first} * height * width));");
                if (text.Plan.WritesPlanes && text.Plan.FixedShape is { Height: int height, Width: int width })
                    WritePlane(writer, text, height, width);
                else
                    WriteRows(writer, text);
                writer.Line("target = ref Unsafe.Add(ref target, (nuint)THeld.Planes * nextOutputs);");
            }
        }
    }

    /// <summary>Writes the rows of a plane one after the other: each is loaded once, and windows take no row that lies outside.</summary>
    private static void WritePlane(CodeWriter writer, KernelText text, int height, int width)
    {
        string vector = text.Widths[0].TypeOf(text.Element);
        int outputs = PoolGeometry.OutputSize(text.Height, height, text.Plan.Config.CeilMode), columns = PoolGeometry.OutputSize(text.Width, width, text.Plan.Config.CeilMode);
        int loaded = 0;
        for (int y = 0; y < outputs; y += 2)
        {
            bool two = y + 1 < outputs;
            List<int> first = [.. Taps(y)], second = two ? [.. Taps(y + 1)] : first;
            writer.Line();
            for (; loaded <= second.Last(); loaded++)
                writer.Line($"{vector} row{KernelText.Number(loaded)} = THeld.Row({At("map", loaded * width)}, nextPlane);");
            WriteTwo(writer, text, KernelText.Number(y), [.. first.Select(Name)], [.. second.Select(Name)]);
            writer.Line($"THeld.Store{(two ? "" : "First")}(outputs{KernelText.Number(y)}, {At("target", y * columns)}, nextOutputs);");
        }

        writer.Line();

        IEnumerable<int> Taps(int y) => Enumerable.Range(PoolGeometry.WindowStart(text.Height, y), text.Height.Window).Where(row => row >= 0 && row < height);

        static string At(string start, int offset) => offset == 0 ? $"ref {start}" : $"ref Unsafe.Add(ref {start}, {KernelText.Number(offset)})";

        static string Name(int row) => "row" + KernelText.Number(row);
    }

    private static void WriteRows(CodeWriter writer, KernelText text)
    {
        string vector = text.Widths[0].TypeOf(text.Element);
        using (writer.Block("for (int y = 0; y < outputHeight; y += 2)"))
        {
            writer.Line("// A single row stands for both.");
            writer.Line("int next = Math.Min(y + 1, outputHeight - 1);");
            int window = text.Height.Window, start = text.Plan.PairsRows ? text.Height.Stride : window, count = start + window;
            IReadOnlyList<string> rows = Rows(writer, text, count);
            for (int row = 0; row < rows.Count; row++)
                writer.Line($"{vector} row{KernelText.Number(row)} = THeld.Row(ref Unsafe.Add(ref map, (nuint)({rows[row]} * width)), nextPlane);");
            List<int> taps = [.. Enumerable.Range(0, text.Depth.Window).SelectMany(slice => Enumerable.Range(slice * count, window))];
            WriteTwo(writer, text, "", [.. taps.Select(tap => $"row{KernelText.Number(tap)}")], [.. taps.Select(tap => $"row{KernelText.Number(tap + start)}")]);
            writer.Line($"ref {text.Element.Keyword} to = ref Unsafe.Add(ref target, (nuint)(y * columns));");
            using (writer.Block("if (next > y)"))
                writer.Line("THeld.Store(outputs, ref to, nextOutputs);");
            using (writer.Block("else"))
                writer.Line("THeld.StoreFirst(outputs, ref to, nextOutputs);");
        }

        writer.Line();
    }

    /// <summary>The tap rows of two output rows, slice by slice: those that overlap once.</summary>
    private static IReadOnlyList<string> Rows(CodeWriter writer, KernelText text, int count)
    {
        writer.Line($"int top = {KernelText.Start("y", text.Height)};");
        if (!text.Plan.PairsRows)
            writer.Line($"int nextTop = {KernelText.Start("next", text.Height)};");
        IReadOnlyList<string> rows = text.Plan.PairsRows
            ? TapRows.Rows(text, "top", count)
            : [.. TapRows.Rows(text, "top", text.Height.Window), .. TapRows.Rows(text, "nextTop", text.Height.Window)];
        return DepthSlices.Rows(writer, text, rows, text.Plan.Source == RowSource.Clamped && text.Plan.LeavesDepth, "depth", "height");
    }

    /// <summary>Writes the outputs of two rows, given the tap rows of each.</summary>
    private static void WriteTwo(CodeWriter writer, KernelText text, string name, IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        string vector = text.Widths[0].TypeOf(text.Element);
        writer.Line($"({vector} even{name}, {vector} odd{name}) = THeld.Columns({text.Nest(first)}, {text.Nest(second)});");
        string before = $"THeld.Before(odd{name}, even{name})", after = $"THeld.After(even{name})";
        bool padded = text.Width.PaddingBefore > 0;
        string[] columns = text.Width.Window == HeldRows.WidestWindow ? [$"even{name}", $"odd{name}", padded ? before : after]
            : padded ? [$"even{name}", before]
            : [$"even{name}", $"odd{name}"];
        writer.Line($"{vector} outputs{name} = {text.Finish(text.Widths[0], text.Nest(columns), "")};");
    }
}
