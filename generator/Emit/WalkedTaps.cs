using System.Collections.Generic;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>Writes how a vector of output columns takes its taps from a row of the input: those under it, and those to its left and right.</summary>
internal sealed class WalkedTaps(KernelText text, VectorWidth width)
{
    private readonly string element = text.Element.Keyword;
    private readonly string vector = width.TypeOf(text.Element);

    /// <summary>The taps to the left of those under the outputs, and to the right.</summary>
    private int Left => text.Width.PaddingBefore;

    private int Right => text.Width.Window - 1 - Left;

    /// <summary>The type parameter that stands for the place of the columns in their row.</summary>
    public static string TypeParameter(VectorWidth width) => $"TColumns{KernelText.Number(width.Bits)}";

    /// <summary>The element some rows behind a reference.</summary>
    public static string At(string reference, string pitch, int rows) =>
        rows == 0 ? reference : At(reference, KernelText.Times(pitch, rows));

    /// <summary>The element at an offset from a reference.</summary>
    public static string At(string reference, string offset) => $"Unsafe.Add(ref {reference}, {offset})";

    /// <summary>The call that combines the taps of a row; what comes out besides is NaN where one of the columns is that no other vector looks at.</summary>
    public string Across(string row, string under) =>
        $"{width.Named("Across")}<{text.TypeParameter}, {TypeParameter(width)}>(columns, {row}, out {vector} {under})";

    /// <summary>Writes the method that combines the taps of an input row along the width.</summary>
    public void WriteAcross(CodeWriter writer)
    {
        string type = TypeParameter(width);

        // A row may end behind the last output: a sum holds NaN, too, where the taps furthest to the right do.
        bool ends = Right > 0 && !WalkedColumns.IsSame(text);
        writer.Line();
        writer.Line("// The taps of an input row meet for every column.");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"private static {vector} {width.Named("Across")}<TExtremum, {type}>({type} columns, ref {element} row, out {vector} {(ends ? "seen" : "under")}) where TExtremum : struct, IExtremum where {type} : struct, I{type.Substring(1)}"))
        {
            writer.Line($"{(ends ? $"{vector} " : "")}under = columns.Load(ref row);");
            string value = Side("under", Left, "Before", "left", named: Left > 1);
            value = Side(value, Right, "After", "right", named: Right > 1 || ends);
            if (ends)
                writer.Line($"seen = under + right{KernelText.Number(Right)};");
            writer.Line($"return {value};");

            // A tap that is needed once is read where it is combined, so that it takes no instruction of its own.
            string Side(string value, int taps, string side, string name, bool named)
            {
                string held = "under";
                for (int distance = 1; distance <= taps; distance++)
                {
                    string tap = $"columns.{side}({held}, ref row, {KernelText.Number(distance)}, repeats: true)";
                    if (named)
                    {
                        held = $"{name}{KernelText.Number(distance)}";
                        writer.Line($"{vector} {held} = {tap};");
                        tap = held;
                    }

                    value = text.Combine(value, tap);
                }

                return value;
            }
        }
    }

    /// <summary>Writes the taps of a row as locals, and returns them in their order.</summary>
    public List<string> WriteTaps(CodeWriter writer, string row, bool declares)
    {
        RowTaps taps = new(text, width, repeats: false);
        string type = declares ? $"{vector} " : "";
        foreach (int position in taps.Positions)
            writer.Line($"{type}{RowTaps.Name(position)} = {taps.Load(position, row)};");
        List<string> names = [];
        for (int tap = 0; tap < text.Width.Window; tap++)
        {
            string taken = taps.Taken(tap, RowTaps.Name);
            if (taps.Selects)
            {
                writer.Line($"{type}tap{KernelText.Number(tap)} = {taken};");
                taken = $"tap{KernelText.Number(tap)}";
            }

            names.Add(taken);
        }

        return names;
    }
}
