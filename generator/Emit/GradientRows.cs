using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the part of a gradient's kernel that its windows decide: how the elements of a row add up the shares of the windows over them. Elements at the
/// same place between the starts of two windows, their phase, have the same windows; the runtime fills the blocks of shares that are read.
/// </summary>
internal sealed class GradientRows(KernelText text, string name)
{
    private static readonly string[] Names = ["first", "second"];

    private string Element => text.Element.Keyword;

    /// <summary>The statement that computes some rows of a gradient.</summary>
    public string Call(OperationText operation) => $"GradientBlocks.Rows<{Element}, {name}>(Config, {operation.Arguments}, shape, firstRow, endRow);";

    /// <summary>Writes the type that the runtime calls for rows of elements.</summary>
    public void Write(CodeWriter writer)
    {
        writer.Line("// How the elements of a row add up the shares of their windows.");
        using (writer.Block($"file readonly struct {name} : IGradientRows<{Element}>"))
        {
            List<(int Phase, int Depth, int Height)> phases =
            [
                .. from depth in Enumerable.Range(0, Covered(text.Depth))
                   from height in Enumerable.Range(0, Covered(text.Height))
                   select ((depth * text.Height.Stride) + height, depth, height),
            ];
            using (writer.Block($"public static void Write<TStore>({Parameters("int phase, ")}) where TStore : struct, IStore"))
            {
                if (phases.Count == 1)
                    WritePhase(writer, 0, 0);
                else
                    WriteChoice(writer, phases.Select(phase => phase.Phase));
            }

            foreach ((int phase, int depth, int height) in phases.Count == 1 ? [] : phases)
            {
                writer.Line();
                using (writer.Block($"private static void Phase{KernelText.Number(phase)}<TStore>({Parameters("")}) where TStore : struct, IStore"))
                    WritePhase(writer, depth, height);
            }
        }
    }

    /// <summary>The elements of a stride that a window reaches over.</summary>
    private static int Covered(PoolAxis axis) => System.Math.Min(axis.Stride, axis.Window);

    /// <summary>The windows before the last one that reach over elements of a phase; -1 where none does.</summary>
    private static int Before(PoolAxis axis, int phase) => phase < axis.Window ? (axis.Window - 1 - phase) / axis.Stride : -1;

    private string Parameters(string first) => $"{first}ref {Element} cells, nuint slicePitch, nuint pitch, ref {Element} target, nuint count";

    private static void WriteChoice(CodeWriter writer, IEnumerable<int> phases)
    {
        using (writer.Block("switch (phase)"))
        {
            foreach (int phase in phases)
            {
                writer.Line($"case {KernelText.Number(phase)}:");
                writer.Line($"    Phase{KernelText.Number(phase)}<TStore>(ref cells, slicePitch, pitch, ref target, count);");
                writer.Line("    break;");
            }
        }
    }

    private void WritePhase(CodeWriter writer, int depthPhase, int heightPhase)
    {
        int slicesBefore = Before(text.Depth, depthPhase), rowsBefore = Before(text.Height, heightPhase), columnsBefore = Before(text.Width, 0);
        int rows = 0;
        for (int slice = slicesBefore; slice >= 0; slice--)
        {
            for (int row = rowsBefore; row >= 0; row--)
                writer.Line($"ref {Element} row{KernelText.Number(rows++)} = ref {RowStart(slice, row, columnsBefore)};");
        }

        text.VectorLoop(writer, "count", null, text.Plan.VectorColumns, null, width => WriteTile(writer, width, rows));
    }

    private static string RowStart(int slicesBefore, int rowsBefore, int columnsBefore)
    {
        List<string> parts = [];
        if (slicesBefore > 0)
            parts.Add(slicesBefore == 1 ? "slicePitch" : $"({KernelText.Number(slicesBefore)} * slicePitch)");
        if (rowsBefore > 0)
            parts.Add(rowsBefore == 1 ? "pitch" : $"({KernelText.Number(rowsBefore)} * pitch)");
        if (columnsBefore > 0)
            parts.Add(KernelText.Number(columnsBefore));
        return parts.Count == 0 ? "cells" : $"Unsafe.Subtract(ref cells, {string.Join(" + ", parts)})";
    }

    /// <summary>Writes what becomes of a vector of windows, or of one: the elements of each of their phases.</summary>
    private void WriteTile(CodeWriter writer, VectorWidth width, int rows)
    {
        int stride = text.Width.Stride;
        List<string> gradients = [];
        List<IReadOnlyList<int>> known = [];
        for (int phase = 0; phase < stride; phase++)
        {
            IReadOnlyList<int> offsets = Offsets(phase);
            int same = known.FindIndex(other => other.SequenceEqual(offsets));
            known.Add(offsets);
            gradients.Add(same >= 0 ? gradients[same] : Declare(writer, width, rows, offsets, phase));
        }

        if (width.IsScalar)
        {
            for (int phase = 0; phase < stride; phase++)
                writer.Line($"Unsafe.Add(ref target, {Place(stride, phase)}) = {gradients[phase]};");
        }
        else if (stride == 1)
        {
            writer.Line(width.Bits == 256 ? $"TStore.Store({gradients[0]}, ref target, x);" : width.StoreRegisters(gradients[0], "target", "x"));
        }
        else
        {
            writer.Line($"GradientLanes.StorePairs<{Element}, TStore>({gradients[0]}, {gradients[1]}, ref target, {Position(stride)});");
        }
    }

    private static string Position(int stride) => KernelText.Times("x", stride);

    private static string Place(int stride, int phase) => phase == 0 ? Position(stride) : $"({Position(stride)}) + {KernelText.Number(phase)}";

    /// <summary>The cells of a row whose windows reach over elements of a phase, in the order of memory.</summary>
    private IReadOnlyList<int> Offsets(int phase)
    {
        int most = Before(text.Width, 0), before = Before(text.Width, phase);
        return [.. Enumerable.Range(most - before, before + 1)];
    }

    /// <summary>Declares the sum of the shares of a phase, row by row, and gives its name; zero where there are none.</summary>
    private string Declare(CodeWriter writer, VectorWidth width, int rows, IReadOnlyList<int> offsets, int phase)
    {
        if (offsets.Count == 0)
            return width.Broadcast(text.Element.Literal(0));

        string name = phase < Names.Length ? Names[phase] : $"phase{KernelText.Number(phase)}";
        for (int row = 0; row < rows; row++)
        {
            string shares = string.Join(" + ", offsets.Select(offset => width.LoadRegisters($"row{KernelText.Number(row)}", KernelText.Plus("x", offset))));
            writer.Line(row == 0 ? $"{width.TypeOf(text.Element)} {name} = {shares};" : $"{name} = {name} + {shares};");
        }

        return name;
    }
}
