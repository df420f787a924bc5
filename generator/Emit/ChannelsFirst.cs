using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>Writes a channels-first kernel: the loop over planes or blocks of output rows, and the methods that pool them. Columns are in lanes.</summary>
internal static class ChannelsFirst
{
    public static void Write(CodeWriter writer, string rowsHeader, KernelText text)
    {
        if (text.Plan.WalksDown)
        {
            WalkedColumns.Write(writer, rowsHeader, text);
            return;
        }

        bool tiles = text.Plan.Tiling != PlaneTiling.Never, ahead = text.Plan.FetchesAhead, held = text.Plan.HoldsRows;
        using (writer.Block(rowsHeader))
        {
            if (tiles || held || !ahead)
                WriteSizes(writer, text);
            if (text.Plan.HoldsRowsInHalves)
                HeldHalves.WriteCall(writer, text);
            if (text.Plan.HoldsRowsAsPairs)
                HeldColumns.WriteCall(writer, text);
            if (tiles)
                PlaneTiles.WriteCall(writer, text);
            if (ahead)
                AheadBranch.WriteCalls(writer, text);
            else
                WriteRows(writer, text);
        }

        if (ahead)
        {
            writer.Line();
            writer.Line("// Rows of planes, asked for ahead or not.");
            using (writer.Block(AheadBranch.Header(text)))
            {
                WriteSizes(writer, text);
                WriteRows(writer, text);
            }
        }

        if (text.Plan.HoldsRowsInHalves)
            HeldHalves.WriteMethod(writer, text);
        if (text.Plan.HoldsRowsAsPairs)
            HeldColumns.WriteMethod(writer, text);
        if (tiles)
            PlaneTiles.WriteMethods(writer, text);
        if (text.Plan.Source == RowSource.Stacked || text.Steps)
            StackedRows.WriteMethods(writer, text);
        if (text.Plan.CarriesColumns)
            CarriedColumns.WriteMethods(writer, text);
        else if (text.Plan.Order != TapOrder.RowsFirstShared)
            WritePoolRows(writer, text);
        else if (text.Plan.Source == RowSource.Stacked)
            SharedRows.WritePoolColumns(writer, text);
        else
            SharedRows.WriteMethods(writer, text);
    }

    private static void WriteSizes(CodeWriter writer, KernelText text) =>
        text.Sizes.WriteLocals(writer, "depth", "height", "width", "outputDepth", "outputHeight", "outputWidth");

    private static void WriteRows(CodeWriter writer, KernelText text)
    {
        if (text.Plan.Source != RowSource.Stacked)
            writer.Line($"ref {text.Element.Keyword} source = ref MemoryMarshal.GetReference(input);");
        writer.Line($"ref {text.Element.Keyword} target = ref MemoryMarshal.GetReference(output);");
        if (text.Plan.Source == RowSource.Stacked)
            StackedRows.Write(writer, text);
        else if (text.Plan.CarriesColumns)
            CarriedColumns.Write(writer, text);
        else if (text.Plan.Order == TapOrder.RowsFirstShared)
            SharedRows.Write(writer, text);
        else
            WriteDirect(writer, text);
    }

    /// <summary>The method that pools rows at a regular distance, as used for some places.</summary>
    public static MethodText PoolRows(KernelText text, RowPlaces places)
    {
        string element = text.Element.Keyword;
        bool direct = text.Plan.Source == RowSource.Input;
        SegmentText segment = new(text);
        string? outputWidth = text.Plan.FixedShape.Width is null ? null : "OutputWidth";
        string? inputPitch = text.Plan.FixedShape.Width is null ? null : "Width";
        MethodText method = new MethodText("PoolRows") { TypeParameter = AheadBranch.Choice(text, text.Stepped("")) }
            .With($"ref {element}", "source", places.Source)
            .WithSize("nuint", "pitch", places.Pitch, text.Constant(direct ? inputPitch : segment.PitchConstant));
        if (text.Plan.PoolsDepth && text.Depth.Window > 1)
            method.With("nuint", "slice", places.Slice);
        method
            .With($"ref {element}", "target", places.Target)
            .WithSize("nuint", "targetPitch", places.TargetPitch, text.Constant(outputWidth))
            .WithSize("nuint", "columns", places.Columns, text.Constant(direct || segment.IsWhole ? outputWidth : null));
        return text.WithExtents(text.WithStep(text.WithRoom(method, places.Room)), places.Extents).With("int", "count", places.Count);
    }

    private static void WriteDirect(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        if (WholePlanes.AreWritten(text))
        {
            WholePlanes.WriteCall(writer, text);
            if (text.Plan.CoversPlane)
                return;
        }

        writer.Line($"(int plane, int y) = Math.DivRem(firstRow, {sizes.OutputHeight});");
        writer.Line("int row = firstRow;");
        string part = $"Math.Min({sizes.OutputHeight} - y, endRow - row)";
        if (MayBeSeamless(text))
        {
            writer.Line("// Planes without a row to spare follow one another as if they were one.");
            writer.Line($"bool seamless = {sizes.Height} == {KernelText.Times(sizes.OutputHeight, text.Height.Stride)};");
            part = $"seamless ? endRow - row : {part}";
        }

        using (writer.Block("while (row < endRow)"))
        {
            writer.Line($"int count = {part};");
            DepthSlices.Write(writer, text);
            string top = KernelText.Times("y", text.Height.Stride);
            RowPlaces places = new(
                $"Unsafe.Add(ref source, (nuint)((({(text.Plan.PoolsDepth ? DepthSlices.First(text) : "plane")} * {sizes.Height}) + ({top})) * {sizes.Width}))",
                $"(nuint){sizes.Width}",
                $"Unsafe.Add(ref target, (nuint)(row * {sizes.OutputWidth}))",
                $"(nuint)((endRow - row) * {sizes.OutputWidth})")
            {
                TargetPitch = $"(nuint){sizes.OutputWidth}",
                Columns = $"(nuint){sizes.OutputWidth}",
                Slice = DepthSlices.Distance(text),
            };
            PoolRows(text, places).WriteCall(writer, AheadBranch.Choice(text));
            writer.Line("row += count;");
            writer.Line("y = 0;");
            writer.Line("plane++;");
        }
    }

    /// <summary>Whether no window reaches into the next plane and every row is divided alike.</summary>
    private static bool MayBeSeamless(KernelText text) => text.Height.EffectiveWindow <= text.Height.Stride && !text.PerWindow && !text.Plan.PoolsDepth;

    private static void WritePoolRows(CodeWriter writer, KernelText text)
    {
        if (WholePlanes.AreWritten(text))
            WholePlanes.Write(writer, text);
        if (text.Plan.CoversPlane)
            return;

        MethodText method = PoolRows(text, RowPlaces.None);
        writer.Line();
        writer.Line(text.Plan.Order == TapOrder.RowsFirst
            ? "// Output rows of one plane: the tap rows meet first, then the columns of each window."
            : "// Output rows of one plane: every window takes its taps row by row.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            new RowLoop(text, text.Plan.PairsRows, Prelude(text)).Write(writer, width => WriteTile(writer, text, width));
        }
    }

    /// <summary>What the loop over output rows finds for each.</summary>
    private static List<string> Prelude(KernelText text)
    {
        string element = text.Element.Keyword;
        bool pairs = text.Plan.PairsRows;
        List<string> prelude = [$"ref {element} row0 = ref Unsafe.Add(ref source, {KernelText.Times("row", text.Height.Stride)} * pitch);"];
        int rows = pairs ? RowPairs.Rows(text) : text.Plan.UnrollRows ? text.TapRows : 1;
        for (int row = 1; row < rows; row++)
        {
            bool shared = pairs && row >= text.Height.Window;
            string offset = shared ? $"second * {KernelText.Times("pitch", row * text.Height.Dilation)}" : DepthSlices.Offset(text, row);
            prelude.Add($"ref {element} row{row} = ref Unsafe.Add(ref row0, {offset});");
        }

        prelude.Add($"ref {element} outputs = ref Unsafe.Add(ref target, row * targetPitch);");
        if (pairs)
            prelude.Add($"ref {element} nextOutputs = ref Unsafe.Add(ref outputs, second * targetPitch);");
        if (text.PerWindow)
            prelude.Add(text.RowExtent());
        if (text.PerWindow && pairs)
            prelude.Add(text.RowExtent("nextExtent", "row + second"));
        return prelude;
    }

    private static void WriteTile(CodeWriter writer, KernelText text, VectorWidth width)
    {
        AheadBranch.WriteFetch(writer, text, width, text.Height.Stride * text.Width.Stride * (text.Plan.PairsRows ? 2 : 1));
        List<int> offsets = [.. Enumerable.Range(0, text.Width.Window).Select(tap => tap * text.Width.Dilation)];
        if (!text.Plan.UnrollRows)
        {
            WriteLoopedTile(writer, text, width, offsets);
            return;
        }

        if (text.Plan.PairsRows)
        {
            bool selects = width.Selects(text.Width.Stride);
            RowPairs.WriteRowMajor(writer, text, width, offsets);
            writer.Line(width.Store(text.Finish(width, selects ? "Lanes.InOrder(value)" : "value", text.Extents(width)), "outputs", "x"));
            writer.Line("if (second != 0)");
            writer.Line("    " + width.Store(text.Finish(width, selects ? "Lanes.InOrder(next)" : "next", text.Extents(width, "nextExtent")), "nextOutputs", "x"));
            return;
        }

        List<string> rows = [.. Enumerable.Range(0, text.TapRows).Select(row => $"row{row}")];
        WindowTaps taps = new()
        {
            Groups = text.Plan.Order == TapOrder.RowsFirst ? [rows] : [.. rows.Select(row => new[] { row })],
            Offsets = offsets,
            Stride = text.Width.Stride,
        };
        taps.Write(writer, text, width);
        writer.Line(AheadBranch.Store(text, width, text.Finish(width, taps.Result(width), text.Extents(width)), "outputs", "x"));
    }

    private static void WriteLoopedTile(CodeWriter writer, KernelText text, VectorWidth width, List<int> offsets)
    {
        bool columns = text.Plan.UnrollColumns;
        WindowTaps taps = new()
        {
            Groups = [["row0"]],
            Offsets = columns ? offsets : [0],
            Stride = text.Width.Stride,
            Prefix = columns ? "taps + " : "tap + ",
            Continues = true,
        };
        if (text.Width.Stride > 1)
            writer.Line($"nuint column = x * {KernelText.Number(text.Width.Stride)};");
        writer.Line($"{width.TypeOf(text.Element)} value = {width.Broadcast(text.Element.Identity)};");
        string pitch = KernelText.Times("pitch", text.Height.Dilation);
        bool slices = text.Depth.Window > 1;
        string first = slices ? "slices" : "0", reach = KernelText.Times("pitch", text.Height.Window * text.Height.Dilation);
        using (slices ? writer.Block($"for (nuint slices = 0; slices < {KernelText.Times("slice", text.Depth.Window)}; slices += slice)") : null)
        using (writer.Block($"for (nuint taps = {first}; taps < {(slices ? $"slices + {KernelText.Part(reach)}" : reach)}; taps += {pitch})"))
        {
            if (columns)
            {
                taps.Write(writer, text, width);
            }
            else
            {
                string along = KernelText.Number(text.Width.Window * text.Width.Dilation);
                using (writer.Block($"for (nuint tap = taps; tap < taps + {along}; tap += {KernelText.Number(text.Width.Dilation)})"))
                    taps.Write(writer, text, width);
            }
        }

        writer.Line(width.Store(text.Finish(width, taps.Result(width), text.Extents(width)), "outputs", "x"));
    }
}
