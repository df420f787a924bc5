using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Channels first, one output per plane: the columns of as many planes as a vector has lanes stand below one another in scratch memory, and
/// meet with a plane per lane. Narrow planes go down their rows side by side, because each is a chain of combinations of its own.
/// </summary>
internal sealed class AdaptivePlanes(KernelText text, AdaptiveColumns columns)
{
    private const int SideBySide = 4;

    /// <summary>Whether there is such a method.</summary>
    public static bool AreWritten(KernelText text) => text.Plan.TapsPerLoad > 0;

    private string Register => text.Element.Register.Keyword;

    private int? Rows => text.Plan.FixedShape.Height is not int height ? null : !text.Plan.PoolsDepth ? height : text.Plan.FixedShape.Depth * height;

    /// <summary>Scratch elements that the planes of the widest vector take, where rows are so long.</summary>
    public static string Cells(KernelText text)
    {
        string lanes = KernelText.Number(text.Widths[0].Lanes(text.Element)), most = KernelText.Number(text.Plan.ScratchCells);
        return $"Math.Min({lanes} * (Math.Min({text.Sizes.Width}, {most}) + {lanes}), {most})";
    }

    /// <summary>Writes the call, which leaves planes that do not fill a vector to the loop over rows.</summary>
    public void WriteCall(CodeWriter writer)
    {
        string slices = text.Plan.PoolsDepth ? $"{text.Sizes.Depth} * " : "";
        writer.Line($"nuint planeLength = (nuint)({slices}{text.Sizes.Height} * {text.Sizes.Width});");
        Method($"(nuint)({slices}{text.Sizes.Height})").WriteCall(writer, before: "firstRow += ");
    }

    public void WriteMethods(CodeWriter writer)
    {
        MethodText method = Method("");
        writer.Line();
        writer.Line("// One window per plane: planes go down their rows, and then a plane per lane from left to right. Returns how many were pooled.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            writer.Line("nuint planeLength = rows * pitch;");
            if (text.PerWindow)
                writer.Line($"{Register} taps = ({Register})(int)planeLength;");
            writer.Line("int done = 0;");
            foreach (VectorWidth width in text.Widths)
                WriteWidth(writer, width);
            writer.Line("return done;");
        }
    }

    private MethodText Method(string rows) => new MethodText("PoolPlanes") { ReturnType = "int" }
        .With($"ref {text.Element.Keyword}", "source", "Unsafe.Add(ref source, (nuint)firstRow * planeLength)")
        .WithSize("nuint", "rows", rows, Rows is int known ? KernelText.Number(known) : null)
        .WithSize("nuint", "pitch", $"(nuint){text.Sizes.Width}", text.Plan.FixedShape.Width is int width ? KernelText.Number(width) : null)
        .With($"ref {Register}", "columns", "columns")
        .With($"ref {text.Element.Keyword}", "outputs", "Unsafe.Add(ref target, (nuint)firstRow)")
        .With("int", "count", "endRow - firstRow")
        .With("nuint", "room", "length - ((nuint)firstRow * planeLength)");

    private void WriteWidth(CodeWriter writer, VectorWidth width)
    {
        string lanes = KernelText.Number(width.Lanes(text.Element));
        writer.Line($"nuint cells{width.Bits} = (pitch + {lanes} - 1) / {lanes} * {lanes};");
        using (writer.Block($"if ({width.Type}.IsHardwareAccelerated && cells{width.Bits} <= {KernelText.Number(text.Plan.ScratchCells)} / {lanes})"))
        using (writer.Block($"for (; done <= count - {lanes}; done += {lanes})"))
        {
            writer.Line($"ref {text.Element.Keyword} planes = ref Unsafe.Add(ref source, (nuint)done * planeLength);");
            writer.Line("nuint left = room - ((nuint)done * planeLength);");
            writer.Line($"// A vector may run over the end of a row, but not over that of the input.");
            using (writer.Block($"if (pitch <= {lanes} && ({lanes} * planeLength) + {lanes} - pitch <= left)"))
                WriteNarrow(writer, width);
            using (writer.Block("else"))
            using (writer.Block($"for (nuint lane = 0; lane < {lanes}; lane++)"))
                columns.WritePlane(writer, $"planes, lane * planeLength", $"columns, lane * cells{width.Bits}", "pitch", "left - (lane * planeLength)");
            writer.Line();
            WriteAcross(writer, width);
        }

        writer.Line();
    }

    private void WriteNarrow(CodeWriter writer, VectorWidth width)
    {
        int lanes = width.Lanes(text.Element), group = System.Math.Min(SideBySide, lanes);
        using (lanes > group ? writer.Block($"for (nuint plane = 0; plane < {KernelText.Number(lanes)}; plane += {KernelText.Number(group)})") : null)
        {
            string first = "planes", target = "columns";
            if (lanes > group)
            {
                writer.Line($"ref {text.Element.Keyword} some = ref Unsafe.Add(ref planes, plane * planeLength);");
                writer.Line($"ref {Register} theirs = ref Unsafe.Add(ref columns, plane * {KernelText.Number(lanes)});");
                (first, target) = ("some", "theirs");
            }

            for (int plane = 0; plane < group; plane++)
                writer.Line($"{width.TypeOf(text.Element)} value{plane} = {width.Broadcast(text.Element.Identity)};");
            using (writer.Block("for (nuint tap = 0; tap < planeLength; tap += pitch)"))
            {
                for (int plane = 0; plane < group; plane++)
                {
                    string offset = plane == 0 ? "tap" : $"tap + {KernelText.Part(KernelText.Times("planeLength", plane))}";
                    writer.Line($"value{plane} = {text.Combine($"value{plane}", width.Load(first, offset))};");
                }
            }

            for (int plane = 0; plane < group; plane++)
                writer.Line(width.StoreRegisters($"value{plane}", target, KernelText.Number(plane * lanes)));
        }
    }

    private void WriteAcross(CodeWriter writer, VectorWidth width)
    {
        int group = text.Plan.TapsPerLoad;
        string type = width.TypeOf(text.Element);
        string taps = string.Join(", ", Enumerable.Range(0, group).Select(tap => $"out {type} tap{tap}"));
        string load = $"PlaneLanes.Load(ref Unsafe.Add(ref columns, column), cells{width.Bits}, {taps});";
        writer.Line($"{type} value = {width.Broadcast(text.Element.Identity)};");
        writer.Line("nuint column = 0;");
        using (writer.Block($"for (; column + {KernelText.Number(group)} <= pitch; column += {KernelText.Number(group)})"))
        {
            writer.Line(load);
            for (int tap = 0; tap < group; tap++)
                writer.Line($"value = {text.Combine("value", $"tap{tap}")};");
        }

        writer.Line();
        using (writer.Block("if (column < pitch)"))
        {
            writer.Line(load);
            for (int tap = 0; tap < group - 1; tap++)
            {
                if (tap > 0)
                    writer.Line($"if (column + {KernelText.Number(tap)} < pitch)");
                writer.Line($"{(tap > 0 ? "    " : "")}value = {text.Combine("value", $"tap{tap}")};");
            }
        }

        writer.Line();
        writer.Line(width.Store(text.Finish(width, "value", width.Broadcast("taps")), "outputs", "(nuint)done"));
    }
}
