using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method for rows so narrow that two vectors hold them whole, of maxima whose windows are three columns wide and two apart: the tap rows
/// meet, and every window takes its columns from the lanes where they stand. Several planes, or slices, follow one another.
/// </summary>
internal static class HeldColumns
{
    /// <summary>Writes the call, which is left to where rows turn out to be so narrow.</summary>
    public static void WriteCall(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;

        // What only compares a number comes first: a call of a small map takes a tenth of a microsecond.
        string narrow = text.Plan.FixedShape.Width is null ? $"{sizes.OutputWidth} <= {KernelText.Number(text.Widths[0].Lanes(text.Element))} && " : "";
        using (writer.Block($"if ({narrow}HeldLanes.FitPair<{element}>(Config.Width, {sizes.Width}, {sizes.OutputWidth}))"))
        {
            Method(text).WriteCall(writer);
            writer.Line("return;");
        }

        writer.Line();
    }

    private static MethodText Method(KernelText text)
    {
        string element = text.Element.Keyword;
        SizeText sizes = text.Sizes;
        MethodText method = new MethodText("PoolHeld")
            .With("HeldPair", "held", $"HeldPair.Of<{element}>(Config.Width, {sizes.Width}, {sizes.OutputWidth})")
            .With($"ref {element}", "source", "MemoryMarshal.GetReference(input)")
            .With($"ref {element}", "target", $"Unsafe.Add(ref MemoryMarshal.GetReference(output), (nuint)(firstRow * {sizes.OutputWidth}))");
        return text.WithPlaneSizes(method)
            .WithSize("nuint", "columns", $"(nuint){sizes.OutputWidth}", text.Plan.FixedShape.Width is null ? null : sizes.OutputWidth)
            .With("int", "firstRow", "firstRow")
            .With("int", "endRow", "endRow");
    }

    public static void WriteMethod(CodeWriter writer, KernelText text)
    {
        MethodText method = Method(text);
        writer.Line();
        writer.Line("// Output rows of planes whose rows are held whole: the tap rows meet, then every window takes its columns.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            if (IsRegular(text))
                WriteDistances(writer, text);
            writer.Line("(int plane, int y) = Math.DivRem(firstRow, outputHeight);");
            using (writer.Block("for (int row = firstRow; row < endRow; plane++, y = 0)"))
            {
                DepthSlices.Write(writer, text, "plane", "depth", "outputDepth", counts: false);
                string first = !text.Plan.PoolsDepth ? "plane" : IsRegular(text) ? DepthSlices.First(text) : "volume * depth";
                writer.Line($"ref {text.Element.Keyword} map = ref Unsafe.Add(ref source, (nuint)({first} * height * width));");
                using (writer.Block("for (; y < outputHeight && row < endRow; y++, row++)"))
                    WriteRow(writer, text);
            }
        }
    }

    /// <summary>Whether tap rows are a fixed distance apart: none is outside the input.</summary>
    private static bool IsRegular(KernelText text) => !text.Plan.LeavesHeight && !text.Plan.LeavesDepth;

    /// <summary>The tap rows where they are, which follow from the first.</summary>
    private static IReadOnlyList<string> RegularReferences(KernelText text) =>
    [
        $"Unsafe.Add(ref map, (nuint)({KernelText.Times("y", text.Height.Stride)} * width))",
        .. Enumerable.Range(1, text.TapRows - 1).Select(row => $"Unsafe.Add(ref row0, {DepthSlices.Offset(text, row)})"),
    ];

    private static void WriteDistances(CodeWriter writer, KernelText text)
    {
        if (text.Height.Window > 1)
            writer.Line("nuint pitch = (nuint)width;");
        if (text.Plan.PoolsDepth && text.Depth.Window > 1)
            writer.Line($"nuint slice = {DepthSlices.Distance(text)};");
    }

    private static void WriteRow(CodeWriter writer, KernelText text)
    {
        string vector = text.Widths[0].TypeOf(text.Element);
        IReadOnlyList<string> references = IsRegular(text) ? RegularReferences(text) : [.. TapRows.References(writer, text).Take(text.TapRows)];
        for (int row = 0; row < references.Count; row++)
            writer.Line($"ref {text.Element.Keyword} row{KernelText.Number(row)} = ref {references[row]};");
        writer.Line($"{vector} first = {Meeting(text, "HeldPair.First")};");
        writer.Line($"{vector} last = {Meeting(text, "held.Last")};");
        writer.Line($"({vector} columns0, {vector} columns1) = held.Columns(first, last);");
        writer.Line($"{vector} value = {text.Finish(text.Widths[0], text.Nest(["columns0", "columns1", "HeldPair.Third(columns0)"]), "")};");
        writer.Line("// The next row takes the place of what runs over the end of this one.");
        using (writer.Block("if (row < endRow - 1)"))
            writer.Line("HeldPair.StoreOver(value, ref target);");
        using (writer.Block("else"))
            writer.Line("held.Store(value, ref target);");
        writer.Line();
        writer.Line("target = ref Unsafe.Add(ref target, columns);");
    }

    /// <summary>The expression in which the tap rows meet.</summary>
    private static string Meeting(KernelText text, string load) =>
        text.Nest([.. Enumerable.Range(0, text.TapRows).Select(row => $"{load}(ref row{KernelText.Number(row)})")]);
}
