using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes a channels-first kernel for windows that overlap: a vector of neighbouring output columns walks down the rows of a plane
/// and keeps in registers what the windows below one another share. Nothing is copied: where a vector's taps leave its row, its lanes
/// move, and rows outside the plane are left out or repeated.
/// </summary>
internal static class WalkedColumns
{
    private const string Inner = "Columns<Inside, Inside>", First = "Columns<Edge, Inside>", Last = "Columns<Inside, Edge>", Whole = "Columns<Edge, Edge>";

    public static void Write(CodeWriter writer, string rowsHeader, KernelText text)
    {
        SizeText sizes = text.Sizes;
        string element = text.Element.Keyword;
        using (writer.Block(rowsHeader))
        {
            if (IsLine(text))
                sizes.WriteLocals(writer, "width", "outputWidth");
            else
                sizes.WriteLocals(writer, "height", "width", "outputHeight", "outputWidth");
            if (text.Plan.Tiling != PlaneTiling.Never)
                PlaneTiles.WriteCall(writer, text);
            using (writer.Block($"if (!WalkedColumns.Fit<{element}>({sizes.OutputWidth}, {KernelText.Number(RowEnds.Margin(text))}, same: {(IsSame(text) ? "true" : "false")}))"))
            {
                writer.Line("// Rows too short for a vector.");
                writer.Line("PoolFallback.Rows(Config, input, output, shape, firstRow, endRow);");
                writer.Line("return;");
            }

            writer.Line();
            if (text.PerWindow)
            {
                writer.Line($"Span<{element}> extents = stackalloc {element}[{KernelText.Number(3 * Extents(text))}];");
                writer.Line($"WalkedColumns.FillExtents(Config.Width, {sizes.Width}, {sizes.OutputWidth}, {text.IncludePad}, extents);");
            }

            writer.Line($"ref {element} source = ref MemoryMarshal.GetReference(input);");
            writer.Line($"ref {element} target = ref MemoryMarshal.GetReference(output);");
            if (IsLine(text))
            {
                writer.Line("// So few rows at a time that they are still in the first-level cache when their ends are taken.");
                writer.Line($"int together = Math.Max(1, {KernelText.Number(text.Plan.WalkedCells)} / {sizes.OutputWidth});");
                using (writer.Block("for (int row = firstRow; row < endRow; row += together)"))
                {
                    writer.Line("int planes = Math.Min(together, endRow - row);");
                    WritePool(writer, text);
                }
            }
            else
            {
                writer.Line($"int together = Math.Clamp({KernelText.Number(text.Plan.WalkedCells)} / ({sizes.OutputHeight} * {sizes.OutputWidth}), 1, {KernelText.Number(text.Plan.WalkedCells)});");
                writer.Line($"(int plane, int y) = Math.DivRem(firstRow, {sizes.OutputHeight});");
                using (writer.Block("for (int row = firstRow; row < endRow; )"))
                    WritePlane(writer, text);
            }
        }

        WritePoolPlanes(writer, text);
        foreach (VectorWidth width in text.Widths)
            new WalkedRows(text, width).Write(writer);
        if (text.Plan.Tiling != PlaneTiling.Never)
            PlaneTiles.WriteMethods(writer, text);
    }

    /// <summary>Whether a row has as many outputs as inputs.</summary>
    public static bool IsSame(KernelText text) =>
        text.Width.Stride == 1 && text.Width.PaddingBefore + text.Width.PaddingAfter == text.Width.EffectiveWindow - 1;

    /// <summary>The lanes of the widest vector: the extents of a third of what is kept of them.</summary>
    private static int Extents(KernelText text) => text.Widths[0].Lanes(text.Element);

    private static void WritePlane(CodeWriter writer, KernelText text)
    {
        SizeText sizes = text.Sizes;
        writer.Line("// Several small planes in one go, or so few rows of a large one that what neighbouring vectors share is still in the first-level cache.");
        writer.Line($"int planes = y == 0 ? Math.Clamp((endRow - row) / {sizes.OutputHeight}, 1, together) : 1;");
        writer.Line($"int count = planes > 1 ? {sizes.OutputHeight} : Math.Min(Math.Min({sizes.OutputHeight} - y, endRow - row), {KernelText.Number(text.Plan.WalkedRows)});");
        WritePool(writer, text);
        writer.Line("row += planes * count;");
        writer.Line("y += count;");
        using (writer.Block($"if (y == {sizes.OutputHeight})"))
        {
            writer.Line("y = 0;");
            writer.Line("plane += planes;");
        }
    }

    /// <summary>Whether windows are one row high, so that vectors follow one another along a row.</summary>
    private static bool IsLine(KernelText text) => text.Height.Window == 1;

    private static void WritePool(CodeWriter writer, KernelText text)
    {
        MethodText pool = PoolPlanes(text);
        if (text.Plan.ScansForNaN)
        {
            pool.WriteCall(writer, text.Mode.Extremum!.Numbers, "bool done = !NaNScan.IsNeedless && ");
            using (writer.Block("if (!done)"))
                pool.WriteCall(writer, text.Mode.Extremum!.Keeping);
        }
        else
        {
            pool.WriteCall(writer);
        }
    }

    private static MethodText PoolPlanes(KernelText text)
    {
        string element = text.Element.Keyword;
        SizeText sizes = text.Sizes;
        MethodText method = new MethodText("PoolPlanes") { TypeParameter = text.TypeParameter, ReturnType = text.Plan.ScansForNaN ? "bool" : "void" }
            .With($"ref {element}", "source", IsLine(text) ? $"Unsafe.Add(ref source, (nuint)(row * {sizes.Width}))" : $"Unsafe.Add(ref source, (nuint)(plane * {sizes.Height} * {sizes.Width}))");
        if (!IsLine(text))
            method.WithPassed("int", "height", sizes.Height, text.Plan.FixedShape.Height is null ? null : "Height");
        method
            .WithPassed("nuint", "pitch", $"(nuint){sizes.Width}", text.Plan.FixedShape.Width is null ? null : "Width")
            .With($"ref {element}", "target", $"Unsafe.Add(ref target, (nuint)(row * {sizes.OutputWidth}))");
        string? constant = text.Plan.FixedShape.Width is null ? null : "OutputWidth", columns = $"(nuint){sizes.OutputWidth}";
        method = text.Widths.Any(width => AsksForColumns(text, width)) ? method.WithSize("nuint", "columns", columns, constant) : method.WithPassed("nuint", "columns", columns, constant);
        if (text.PerWindow)
            method.With($"ref {element}", "extents", "extents[0]");
        return IsLine(text) ? method.With("int", "planes", "planes") : method.With("int", "y", "y").With("int", "count", "count").With("int", "planes", "planes");
    }

    private static void WritePoolPlanes(CodeWriter writer, KernelText text)
    {
        MethodText method = PoolPlanes(text);
        writer.Line();
        writer.Line(text.Plan.ScansForNaN
            ? "// Some output rows of a plane or of several, one vector of columns after the other; false where a NaN may be lost."
            : "// Some output rows of a plane or of several, one vector of columns after the other.");
        using (writer.Block(method.Header))
        {
            method.WriteConstants(writer);
            if (text.Plan.ScansForNaN)
                writer.Line("bool kept = true;");
            foreach (VectorWidth width in text.Widths)
                WriteWidth(writer, text, width);
            if (text.Plan.ScansForNaN)
                writer.Line("return kept;");
        }
    }

    /// <summary>The outputs of a row where they are known.</summary>
    private static int? Known(KernelText text) => text.Plan.FixedShape.Width is int size ? PoolGeometry.OutputSize(text.Width, size, text.Plan.Config.CeilMode) : null;

    /// <summary>Whether the vectors of a width depend on how many columns there are: all but one that is a whole row.</summary>
    private static bool AsksForColumns(KernelText text, VectorWidth width)
    {
        int lanes = width.Lanes(text.Element);
        return Known(text) is not int known || known >= lanes + RowEnds.Margin(text) || (IsSame(text) && known < lanes && known >= Narrowest(width, lanes));
    }

    private static void WriteWidth(CodeWriter writer, KernelText text, VectorWidth width)
    {
        int lanes = width.Lanes(text.Element), reach = RowEnds.Margin(text);
        int? known = Known(text);
        string count = KernelText.Number(lanes);
        if (known is null || known >= lanes + reach)
        {
            using (writer.Block($"if ({width.Type}.IsHardwareAccelerated{(known is null ? $" && columns >= {KernelText.Number(lanes + reach)}" : "")})"))
            {
                WriteWide(writer, text, width);
                WriteReturn(writer, text);
            }

            writer.Line();
        }

        if (!IsSame(text))
            return;
        if (known is null || known == lanes)
        {
            using (writer.Block($"if ({width.Type}.IsHardwareAccelerated{(known is null ? $" && columns == {count}" : "")})"))
            {
                WriteCall(writer, text, width, Whole, "default", WalkedSpan.At("0"), "0");
                WriteReturn(writer, text);
            }

            writer.Line();
        }

        if (known is null || (known < lanes && known >= Narrowest(width, lanes)))
        {
            using (writer.Block($"if ({width.Type}.IsHardwareAccelerated{(known is null ? $" && columns >= {KernelText.Number(Narrowest(width, lanes))} && columns < {count}" : "")})"))
            {
                string narrow = $"NarrowColumns{KernelText.Number(width.Bits)}";
                WriteCall(writer, text, width, narrow, $"{narrow}.Of<{text.Element.Keyword}>((int)columns)", WalkedSpan.At("0"), "0");
                WriteReturn(writer, text);
            }

            writer.Line();
        }
    }

    /// <summary>The narrowest rows of a vector: half of one is left to a whole vector of half the width.</summary>
    private static int Narrowest(VectorWidth width, int lanes) => width.Bits == 256 ? (lanes / 2) + 1 : lanes / 2;

    private static void WriteWide(CodeWriter writer, KernelText text, VectorWidth width)
    {
        int lanes = width.Lanes(text.Element), before = text.Width.PaddingBefore, after = RowEnds.Ends(text), third = Extents(text);
        string count = KernelText.Number(lanes);
        if (before > 0)
            WriteCall(writer, text, width, First, "default", WalkedSpan.At("0"), "0");
        string start = before > 0 ? count : "0", end = after > 0 ? $"columns - {count}" : "columns";
        writer.Line("// The last of these overlaps the one before it.");
        string last = $"columns - {KernelText.Number(lanes + after)}", inner = KernelText.Number(third);
        if (IsLine(text))
        {
            WriteCall(writer, text, width, Inner, "default", new(start, end, last), inner);
        }
        else
        {
            using (writer.Block($"for (nuint x = {start}; x < {end}; x += {count})"))
                WriteCall(writer, text, width, Inner, "default", WalkedSpan.At($"Math.Min(x, {last})"), inner);
        }

        if (after > 0)
            WriteLast(writer, text, width, WalkedSpan.At($"columns - {count}"), KernelText.Number((3 * third) - lanes));
    }

    /// <summary>The last vector, which leaves the row where its last window does: windows two apart may, as the width is.</summary>
    private static void WriteLast(CodeWriter writer, KernelText text, VectorWidth width, WalkedSpan span, string extent)
    {
        PoolAxis axis = text.Width;
        bool depends = axis.Stride > 1 && text.Plan.FixedShape.Width is null;
        bool leaves = text.Plan.FixedShape.Width is not int size
            || PoolGeometry.WindowStart(axis, PoolGeometry.OutputSize(axis, size, text.Plan.Config.CeilMode) - 1) + axis.EffectiveWindow > size;
        if (!depends)
        {
            WriteCall(writer, text, width, leaves ? Last : Inner, "default", span, extent);
            return;
        }

        using (writer.Block($"if ({KernelText.Plus(KernelText.Reach("columns", axis), -axis.PaddingBefore)} > pitch)"))
            WriteCall(writer, text, width, Last, "default", span, extent);
        using (writer.Block("else"))
            WriteCall(writer, text, width, Inner, "default", span, extent);
    }

    private static void WriteCall(CodeWriter writer, KernelText text, VectorWidth width, string columns, string value, WalkedSpan span, string extent)
    {
        MethodText walk = WalkedRows.Method(text, width, value, span, $"Unsafe.Add(ref extents, {extent})");
        walk.WriteCall(writer, text.TypeParameter.Length == 0 ? columns : $"{text.TypeParameter}, {columns}", text.Plan.ScansForNaN ? "kept &= " : "");
    }

    private static void WriteReturn(CodeWriter writer, KernelText text) =>
        writer.Line(text.Plan.ScansForNaN ? "return kept;" : "return;");
}
