using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// How the outputs of a row take their columns from scratch memory. Each is a chain from left to right, but a vector of them ends in one division,
/// which otherwise takes as long as the chain.
/// </summary>
internal sealed class AdaptiveOutputs(KernelText text, AdaptiveKernel kernel)
{
    private const string Combined = "CombineColumns";

    // The outputs of a row are few: the narrowest vectors waste least.
    private readonly VectorWidth group = VectorWidth.Of(128, text.Element);

    private string Register => text.Element.Register.Keyword;

    private int Lanes => group.Lanes(text.Element);

    /// <summary>Whether outputs end a vector at a time.</summary>
    private bool Groups => text.Plan.Divisor != Plan.DivisorRule.None && !text.Element.Register.IsWhole && text.Mode.Norm is null && text.Width.Outputs >= Lanes;

    /// <summary>Writes the body of the method that pools a row of columns.</summary>
    public void Write(CodeWriter writer)
    {
        if (text.Plan.UnrollColumns)
            WriteUnrolled(writer, text.Plan.FixedShape.Width!.Value);
        else
            WriteLoops(writer);
    }

    /// <summary>Writes the method that combines the columns of one output, where the loops need it.</summary>
    public void WriteMethods(CodeWriter writer)
    {
        if (text.Plan.UnrollColumns || !Groups)
            return;
        writer.Line();
        writer.Line("// The columns of one output, from left to right.");
        MethodText method = new MethodText(Combined) { ReturnType = Register }
            .With($"ref {Register}", "columns", "columns").With("nuint", "column", "").With("nuint", "count", "");
        using (writer.Block(method.Header))
        {
            writer.Line("nuint end = column + count;");
            WriteChain(writer);
            writer.Line("return value;");
        }
    }

    /// <summary>The outputs that combined columns become.</summary>
    public string Finish(VectorWidth width, string value, string columns) =>
        text.Finish(width, value, !text.PerWindow ? "" : width.IsScalar ? $"({Register})(tapRows * {columns})" : columns);

    private void WriteLoops(CodeWriter writer)
    {
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
            if (Groups)
            {
                writer.Line($"{Register} value = {Combined}(ref columns, (nuint)across.Start, (nuint)across.Count);");
            }
            else
            {
                writer.Line($"nuint column = (nuint){start}, end = column + (nuint){count};");
                WriteChain(writer);
            }

            writer.Line(text.Scalar.Store(Finish(text.Scalar, "value", count), "outputs", "x"));
            if (!kernel.Across.IsCovered)
                writer.Line("across.Advance();");
        }
    }

    // The columns from one to the end of its window.
    private void WriteChain(CodeWriter writer)
    {
        writer.Line($"{Register} value = {text.Scalar.LoadRegisters("columns", "column")};");
        using (writer.Block("while (++column < end)"))
            writer.Line($"value = {text.Combine("value", text.Scalar.LoadRegisters("columns", "column"))};");
    }

    private void WriteGroup(CodeWriter writer)
    {
        List<string> values = Names("value"), taps = Names("taps");
        for (int lane = 0; lane < Lanes; lane++)
        {
            writer.Line($"{Register} {values[lane]} = {Combined}(ref columns, (nuint)across.Start, (nuint)across.Count);");
            if (text.PerWindow)
                writer.Line($"{Register} {taps[lane]} = ({Register})(tapRows * across.Count);");
            writer.Line("across.Advance();");
        }

        WriteTogether(writer, values, taps, "x");
    }

    private void WriteUnrolled(CodeWriter writer, int width)
    {
        List<string> values = [];
        List<int> taps = [];
        for (int output = 0; output < text.Width.Outputs; output++)
        {
            (int start, int end) = PoolGeometry.AdaptiveWindow(text.Width, width, output);
            List<string> columns = [.. Enumerable.Range(start, end - start).Select(column => text.Scalar.LoadRegisters("columns", KernelText.Number(column)))];
            string value = $"value{KernelText.Number(output)}";
            values.Add(value);
            taps.Add(end - start);
            writer.Line($"{Register} {value} = {columns[0]};");
            foreach (string line in text.Fold(value, value, [.. columns.Skip(1)]))
                writer.Line($"{value} = {line};");
            if (!Groups)
                writer.Line(text.Scalar.Store(Finish(text.Scalar, value, KernelText.Number(end - start)), "outputs", KernelText.Number(output)));
        }

        // The last vector overlaps the one before.
        for (int done = 0; Groups && done < values.Count; done += Lanes)
        {
            int first = System.Math.Min(done, values.Count - Lanes);
            List<string> counts = [.. taps.Skip(first).Take(Lanes).Select(count => $"({Register})(tapRows * {KernelText.Number(count)})")];
            WriteTogether(writer, [.. values.Skip(first).Take(Lanes)], counts, KernelText.Number(first));
        }
    }

    private void WriteTogether(CodeWriter writer, List<string> values, List<string> taps, string offset) => writer.Line(group.Store(
        Finish(group, Vector(values), text.PerWindow ? Vector(taps) : ""), "outputs", offset));

    private string Vector(List<string> values) => $"{group.Type}.Create({string.Join(", ", values)})";

    private List<string> Names(string name) => [.. Enumerable.Range(0, Lanes).Select(lane => name + KernelText.Number(lane))];
}
