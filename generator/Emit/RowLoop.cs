using System;
using System.Collections.Generic;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the loops over output rows and their columns <c>x</c> of a channels-first kernel, for every vector width and for scalar code.
/// The second vector of a row overlaps the first, so that the last one ends with the row and there is no tail. A row narrower than a
/// vector runs over into the next one, which is written after it.
/// </summary>
/// <param name="text">The kernel.</param>
/// <param name="pairs">Whether two rows are computed per turn, the last two overlapping the two before them where their number is odd.</param>
/// <param name="prelude">The statements at the start of a row.</param>
internal sealed class RowLoop(KernelText text, bool pairs, IReadOnlyList<string> prelude)
{
    /// <summary>Writes the loops; <paramref name="tile"/> writes the body for a width.</summary>
    public void Write(CodeWriter writer, Action<VectorWidth> tile)
    {
        if (pairs)
        {
            writer.Line("// Two rows per turn; the last two may overlap the two before them, and a single row stands for both.");
            writer.Line("nuint second = count > 1 ? 1u : 0;");
        }

        writer.Line("nuint row = 0;");
        if (text.Plan.VectorColumns)
        {
            foreach (VectorWidth width in text.Widths)
            {
                if (text.KnownColumns is null || text.KnownColumns > width.Lanes(text.Element) / 2)
                    WriteWidth(writer, width, tile);
            }
        }

        WriteRows(writer, "(nuint)count", () =>
        {
            using (writer.Block("for (nuint x = 0; x < columns; x++)"))
                tile(text.Scalar);
        });
    }

    private void WriteWidth(CodeWriter writer, VectorWidth width, Action<VectorWidth> tile)
    {
        int count = width.Lanes(text.Element);
        string lanes = KernelText.Number(count), accelerated = $"{width.Type}.IsHardwareAccelerated";
        if (text.KnownColumns is int known)
        {
            using (writer.Block($"if ({accelerated})"))
            {
                if (known >= count)
                {
                    WriteAcross(writer, width, "columns", "(nuint)count", tile);
                    writer.Line();
                    writer.Line("return;");
                }
                else
                {
                    writer.Line("// A vector runs over into the next row, which is written after it.");
                    writer.Line($"nuint end = (nuint)count - (((nuint)count - 1) * columns + {lanes} > room ? 1u : 0);");
                    writer.Line("const nuint x = 0;");
                    WriteRows(writer, "end", () => tile(width));
                    WriteLeave(writer);
                }
            }
        }
        else
        {
            using (writer.Block($"if ({accelerated} && columns > {KernelText.Number(count / 2)} && (columns >= {lanes} || columns == targetPitch))"))
            {
                writer.Line("// A row narrower than a vector runs over into the next, which is written after it.");
                writer.Line($"nuint across = Math.Max(columns, {lanes});");
                writer.Line($"nuint end = (nuint)count - (columns < {lanes} && (((nuint)count - 1) * columns) + {lanes} > room ? 1u : 0);");
                WriteAcross(writer, width, "across", "end", tile);
                WriteLeave(writer);
            }
        }

        writer.Line();
    }

    private void WriteLeave(CodeWriter writer)
    {
        writer.Line();
        writer.Line("if (end == (nuint)count)");
        writer.Line("    return;");
        if (pairs)
            writer.Line("row = (nuint)count - 1 - second;");
    }

    private void WriteAcross(CodeWriter writer, VectorWidth width, string columns, string end, Action<VectorWidth> tile)
    {
        string lanes = KernelText.Number(width.Lanes(text.Element));
        writer.Line("// The second vector overlaps the first, so that the last one ends with the row.");
        writer.Line($"nuint overlap = (({columns} - 1) % {lanes}) + 1;");
        WriteRows(writer, end, () =>
        {
            using (writer.Block($"for (nuint x = 0, after = overlap; x < {columns}; x = after, after += {lanes})"))
                tile(width);
        });
    }

    private void WriteRows(CodeWriter writer, string end, Action inner)
    {
        string header = pairs
            ? $"for (nuint last = {end} - 1 - second; {end} > second; row = Math.Min(row + 2, last))"
            : $"for (; row < {end}; row++)";
        using (writer.Block(header))
        {
            foreach (string line in prelude)
                writer.Line(line);
            inner();
            if (!pairs)
                return;

            writer.Line("if (row == last)");
            writer.Line("    break;");
        }
    }
}
