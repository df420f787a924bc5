using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the method for small planes: as many as a vector has lanes are put side by side, pooled as one stack whose cells are
/// vectors, and taken apart again. A row is then full vectors whatever its width, and taps lie whole vectors apart.
/// </summary>
internal static class PlaneTiles
{
    /// <summary>Writes the call, which is left to where planes turn out to be small.</summary>
    public static void WriteCall(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        writer.Line($"PlaneTile tile = new(Config, {sizes.Height}, {sizes.Width}, {sizes.OutputHeight}, {sizes.OutputWidth});");
        using (writer.Block($"if (tile.Suits<{text.Element.Keyword}>(endRow - firstRow, {KernelText.Number(text.Plan.TileColumns)}))"))
        {
            writer.Line("PoolTiles(tile, input, output, shape, firstRow, endRow);");
            writer.Line("return;");
        }

        writer.Line();
    }

    public static void WriteMethod(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        writer.Line();
        writer.Line("// Small planes side by side in the lanes of vectors.");
        using (writer.Block($"private static void PoolTiles(PlaneTile tile, ReadOnlySpan<{element}> input, Span<{element}> output, in PoolShape shape, int firstRow, int endRow)"))
        {
            sizes.WriteLocals(writer, "height", "width", "outputHeight", "outputWidth");
            writer.Line($"int lanes = PlaneTile.Lanes<{element}>(), rows = tile.Rows;");
            writer.Line($"int endPlane = ((endRow - 1) / {sizes.OutputHeight}) + 1;");
            writer.Line($"nuint columns = (nuint)({sizes.OutputWidth} * lanes);");
            writer.Line($"Span<{element}> cells = stackalloc {element}[tile.Cells<{element}>() + {KernelText.Number(text.Plan.SpareCells)}];");
            writer.Line($"Span<{element}> results = stackalloc {element}[tile.Results<{element}>()];");
            if (text.PerWindow)
            {
                writer.Line($"Span<{element}> extents = stackalloc {element}[{sizes.OutputWidth} * lanes];");
                writer.Line($"WindowExtents.Fill(Config.Width, {sizes.Width}, 0, {text.IncludePad}, extents, repeat: lanes);");
            }

            using (writer.Block($"for (int plane = firstRow / {sizes.OutputHeight}; plane < endPlane; plane += lanes)"))
            {
                writer.Line("int planes = Math.Min(lanes, endPlane - plane);");
                writer.Line($"tile.Fill(input, plane, planes, cells, {text.Mode.Identity(text.Element)});");
                RowPlaces places = new("cells[0]", "(nuint)(tile.Pitch * lanes)", "results[0]", "(nuint)results.Length")
                {
                    TargetPitch = "columns",
                    Columns = "columns",
                    Count = sizes.OutputHeight,
                };
                StackedRows.WriteScanned(
                    writer, text, StackedRows.PoolStack(text, places, "rows", "0"), "LaneCells", $"plane * {sizes.OutputHeight}", $"planes * {sizes.OutputHeight}");
                writer.Line("tile.Store(results, output, plane, planes, firstRow, endRow);");
            }
        }
    }
}
