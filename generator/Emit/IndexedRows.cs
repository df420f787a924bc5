using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a kernel with indices: the loop over output rows, which finds the tap rows of each and the index of their first elements. A row outside the input
/// is replaced by the nearest one of its window together with its index, which changes nothing.
/// </summary>
internal sealed class IndexedRows(KernelText text)
{
    private bool IsChannelsFirst => text.Plan.Layout == PoolLayout.ChannelsFirst;

    private string Index => text.Plan.Indices!.Keyword;

    private IEnumerable<int> Rows => Enumerable.Range(0, text.TapRows);

    public void Write(CodeWriter writer, string rowsHeader)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        using (writer.Block(rowsHeader))
        {
            sizes.WriteLocals(writer, IsChannelsFirst ? "" : "channels", "depth", "height", "width", "outputDepth", "outputHeight", "outputWidth");
            writer.Line($"ref {element} source = ref MemoryMarshal.GetReference(input);");
            writer.Line($"ref {element} target = ref MemoryMarshal.GetReference(output);");
            writer.Line($"ref {Index} targetIndices = ref MemoryMarshal.GetReference(indices);");
            writer.Line($"PoolIndexSteps steps = new(PoolIndexing.{text.Plan.Indices!.Indexing}, shape);");
            if (text.Plan.LeavesWidth && IsChannelsFirst)
                writer.Line($"(int firstWhole, int endWhole) = PoolGeometry.UnpaddedWindows(Config.Width, {sizes.Width}, {sizes.OutputWidth});");
            writer.Line($"(int plane, int y) = Math.DivRem(firstRow, {sizes.OutputHeight});");
            using (writer.Block("for (int row = firstRow; row < endRow; plane++, y = 0)"))
            {
                DepthSlices.Write(writer, text, counts: false);
                string start = text.Plan.PoolsDepth ? $"volume * {sizes.Depth}" : "plane";
                writer.Line($"int first = steps.{(IsChannelsFirst ? "OfPlane" : "OfSlice")}({start}, shape);");
                if (text.Plan.WalksDown)
                {
                    writer.Line($"int end = Math.Min(endRow, row + {sizes.OutputHeight} - y);");
                    WriteWalk(writer, sizes, element);
                }

                using (writer.Block($"for ({(text.Plan.WalksDown ? "" : $"int end = Math.Min(endRow, row + {sizes.OutputHeight} - y)")}; row < end; row++, y++)"))
                    WriteRow(writer, sizes, element);
            }
        }

        if (text.Plan.WalksDown)
            IndexedWalk.WriteMethods(writer, text);
        if (IsChannelsFirst)
            new IndexedColumns(text).WriteMethods(writer);
        else
            new IndexedChannels(text).WriteMethods(writer);
    }

    /// <summary>Rows that vectors walk down, as long as they can: so many at a time that the cache holds them until the last vector is down.</summary>
    private void WriteWalk(CodeWriter writer, SizeText sizes, string element)
    {
        writer.Line($"ref {element} map = ref Unsafe.Add(ref source, (nuint)(plane * {sizes.Height} * {sizes.Width}));");
        string rows = $"Math.Clamp({KernelText.Number(text.Plan.WalkedCells / text.Height.Stride)} / {sizes.Width}, 1, {KernelText.Number(text.Plan.WalkedRows)})";
        using (writer.Block("while (row < end)"))
        {
            writer.Line($"int count = Math.Min(end - row, {rows});");
            writer.Line($"{IndexedWalk.RowsType(text)} rows = new(");
            writer.Line("    ref map,");
            writer.Line($"    ref {WalkedTaps.At("target", $"(nuint)(row * {sizes.OutputWidth})")},");
            writer.Line($"    ref {WalkedTaps.At("targetIndices", $"(nuint)(row * {sizes.OutputWidth})")},");
            writer.Line("    first, steps, y, count);");
            using (writer.Block($"if (!{IndexedWalk.Method(text).Call()})"))
                writer.Line("break;");
            writer.Line();
            writer.Line("row += count;");
            writer.Line("y += count;");
        }

        writer.Line();
    }

    private void WriteRow(CodeWriter writer, SizeText sizes, string element)
    {
        // Where something happens along the depth, rows are counted from the first of the volume.
        string whole = text.Plan.PoolsDepth ? "volume" : "plane", height = text.Plan.PoolsDepth ? $"{sizes.Depth} * {sizes.Height}" : sizes.Height;
        IReadOnlyList<string> rows = ClampedRows.Write(writer, text, "y");
        string length = IsChannelsFirst ? sizes.Width : $"({sizes.Width} * {sizes.Channels})";
        string outputLength = IsChannelsFirst ? sizes.OutputWidth : $"({sizes.OutputWidth} * {sizes.Channels})";
        foreach (int row in Rows)
        {
            writer.Line($"int tapRow{row} = {rows[row]};");
            writer.Line($"int index{row} = first + (tapRow{row} * steps.Height);");
            writer.Line($"ref {element} row{row} = ref Unsafe.Add(ref source, (nuint)((({whole} * {height}) + tapRow{row}) * {length}));");
        }

        writer.Line($"ref {element} outputs = ref Unsafe.Add(ref target, (nuint)(row * {outputLength}));");
        writer.Line($"ref {Index} outputIndices = ref Unsafe.Add(ref targetIndices, (nuint)(row * {outputLength}));");
        if (IsChannelsFirst)
            new IndexedColumns(text).WriteCalls(writer);
        else
            new IndexedChannels(text).WriteCall(writer);
    }

    /// <summary>A method that takes the tap rows of an output row, the indices of their first elements and where the results go.</summary>
    public static MethodText Method(KernelText text, string name)
    {
        string element = text.Element.Keyword;
        MethodText method = new(name);
        foreach (int row in Enumerable.Range(0, text.TapRows))
            method.With($"ref {element}", $"row{row}", $"row{row}").With("int", $"index{row}", $"index{row}");
        return method.With($"ref {element}", "target", "outputs")
            .With($"ref {text.Plan.Indices!.Keyword}", "targetIndices", "outputIndices")
            .With("int", "step", "steps.Width");
    }
}
