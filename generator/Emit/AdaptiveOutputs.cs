using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// How the outputs of a row take their columns from scratch memory. Each is a chain from left to right, but a vector of them ends in one division,
/// which otherwise takes as long as the chain.
/// </summary>
internal sealed class AdaptiveOutputs(KernelText text, AdaptiveKernel kernel)
{
    /// <summary>Outputs of a row at most that are written out one by one where the width is not known.</summary>
    private const int UnrolledOutputs = 8;

    // The outputs of a row are few: the narrowest vectors waste least.
    private readonly VectorWidth group = VectorWidth.Of(128, text.Element);

    private string Register => text.Element.Register.Keyword;

    private int Lanes => group.Lanes(text.Element);

    /// <summary>Whether outputs end a vector at a time.</summary>
    private bool Groups => text.Plan.Divisor != Plan.DivisorRule.None && !text.Element.Register.IsWhole && text.Mode.Norm is null && text.Width.Outputs >= Lanes;

    /// <summary>Whether the windows of a row are few enough to stand in a table, which is made once.</summary>
    public bool HasTable => Groups && !text.Plan.UnrollColumns && text.Width.Outputs <= UnrolledOutputs;

    /// <summary>Writes the body of the method that pools a row of columns.</summary>
    public void Write(CodeWriter writer)
    {
        if (text.Plan.UnrollColumns)
            WriteUnrolled(writer, text.Plan.FixedShape.Width!.Value);
        else
            WriteLoops(writer);
    }

    /// <summary>The outputs that combined columns become.</summary>
    public string Finish(VectorWidth width, string value, string columns) =>
        text.Finish(width, value, !text.PerWindow ? "" : width.IsScalar ? $"({Register})(tapRows * {columns})" : columns);

    private void WriteLoops(CodeWriter writer)
    {
        if (HasTable)
        {
            WriteVectors(writer, WriteValues(writer, text.Width.Outputs));
            return;
        }

        string loop = $"x < {text.Sizes.OutputWidth}; x++";
        if (Groups)
        {
            writer.Line("nuint x = 0;");
            using (writer.Block($"for (; x + {KernelText.Number(Lanes)} <= {text.Sizes.OutputWidth}; x += {KernelText.Number(Lanes)})"))
                WriteGroup(writer);
            writer.Line();
        }

        string start = kernel.Across.IsCovered ? "0" : "across.Start", count = kernel.Across.IsCovered ? text.Sizes.Width : "across.Count";
        using (writer.Block($"for ({(Groups ? "" : "nuint x = 0")}; {loop})"))
        {
            writer.Line($"nuint column = (nuint){start}, end = column + (nuint){count};");
            writer.Line($"{Register} value = {text.Scalar.LoadRegisters("columns", "column")};");
            using (writer.Block("while (++column < end)"))
                writer.Line($"value = {text.Combine("value", text.Scalar.LoadRegisters("columns", "column"))};");
            writer.Line(text.Scalar.Store(Finish(text.Scalar, "value", count), "outputs", "x"));
            if (!kernel.Across.IsCovered)
                writer.Line("across.Advance();");
        }
    }

    private void WriteGroup(CodeWriter writer)
    {
        List<(string Value, string Taps)> outputs = WriteValues(writer, Lanes);
        WriteTogether(writer, outputs, "x");
    }

    /// <summary>
    /// Writes the next outputs of a row, with what they are divided by where windows differ in it: side by side as far as all windows reach, which is a turn
    /// of one loop for a column of each.
    /// </summary>
    private List<(string Value, string Taps)> WriteValues(CodeWriter writer, int count)
    {
        List<(string Value, string Taps)> outputs = [.. Enumerable.Range(0, count).Select(index => ($"value{KernelText.Number(index)}", $"({Register})(tapRows * count{KernelText.Number(index)})"))];
        for (int index = 0; index < count; index++)
        {
            string number = KernelText.Number(index);
            (string start, string taps) = HasTable ? (Entry(2 * index), Entry((2 * index) + 1)) : ("across.Start", "across.Count");
            writer.Line($"ref {Register} column{number} = ref Unsafe.Add(ref columns, (nuint){start});");
            writer.Line($"int count{number} = {taps};");
            writer.Line($"{Register} value{number} = column{number};");
            if (!HasTable)
                writer.Line("across.Advance();");
        }

        writer.Line("nint tap = 1;");
        using (writer.Block($"for (; tap < {(HasTable ? "least" : "across.Least")}; tap++)"))
        {
            for (int index = 0; index < count; index++)
                WriteTap(KernelText.Number(index), "tap", "");
        }

        writer.Line();
        writer.Line("// Some windows have one or two columns more.");
        for (int index = 0; index < count; index++)
        {
            string number = KernelText.Number(index);
            writer.Line($"for (nint more = tap; more < count{number}; more++)");
            WriteTap(number, "more", "    ");
        }

        return outputs;

        static string Entry(int index) => index == 0 ? "windows" : $"Unsafe.Add(ref windows, {KernelText.Number(index)})";

        void WriteTap(string number, string tap, string indent) =>
            writer.Line($"{indent}value{number} = {text.Combine($"value{number}", $"Unsafe.Add(ref column{number}, {tap})")};");
    }

    private void WriteUnrolled(CodeWriter writer, int width)
    {
        List<(string Value, string Taps)> outputs = [];
        for (int output = 0; output < text.Width.Outputs; output++)
        {
            (int start, int end) = PoolGeometry.AdaptiveWindow(text.Width, width, output);
            List<string> columns = [.. Enumerable.Range(start, end - start).Select(column => text.Scalar.LoadRegisters("columns", KernelText.Number(column)))];
            string value = $"value{KernelText.Number(output)}", count = KernelText.Number(end - start);
            outputs.Add((value, $"({Register})(tapRows * {count})"));
            writer.Line($"{Register} {value} = {columns[0]};");
            foreach (string line in text.Fold(value, value, [.. columns.Skip(1)]))
                writer.Line($"{value} = {line};");
            if (!Groups)
                writer.Line(text.Scalar.Store(Finish(text.Scalar, value, count), "outputs", KernelText.Number(output)));
        }

        if (Groups)
            WriteVectors(writer, outputs);
    }

    /// <summary>Writes all outputs of a row as vectors; the last overlaps the one before.</summary>
    private void WriteVectors(CodeWriter writer, List<(string Value, string Taps)> outputs)
    {
        for (int done = 0; done < outputs.Count; done += Lanes)
        {
            int first = System.Math.Min(done, outputs.Count - Lanes);
            WriteTogether(writer, outputs.GetRange(first, Lanes), KernelText.Number(first));
        }
    }

    private void WriteTogether(CodeWriter writer, List<(string Value, string Taps)> outputs, string offset) => writer.Line(group.Store(
        Finish(group, Vector(outputs.Select(output => output.Value)), text.PerWindow ? Vector(outputs.Select(output => output.Taps)) : ""), "outputs", offset));

    private string Vector(IEnumerable<string> lanes) => $"{group.Type}.Create({string.Join(", ", lanes)})";
}
