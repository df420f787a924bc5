using System.Collections.Generic;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the statements that take the taps of a window in <c>value</c> and their indices in <c>at</c>: each row by itself from left to right, then the rows
/// from top to bottom. That is the rule of the definition, since a row's own result stands for its taps.
/// </summary>
internal sealed class IndexedTaps(KernelText text)
{
    /// <summary>The lanes that hold indices: as wide as those of elements.</summary>
    public string LaneKeyword(VectorWidth width) => width.IsScalar || text.Element.Register.Size == sizeof(int) ? "int" : "long";

    /// <summary>The type of the indices of a vector.</summary>
    public string LaneType(VectorWidth width) => width.IsScalar ? "int" : $"{width.Type}<{LaneKeyword(width)}>";

    /// <summary>An index in every lane.</summary>
    public string Broadcast(VectorWidth width, string index) => width.IsScalar ? index
        : LaneKeyword(width) == "long" ? $"{width.Type}.Create((long){KernelText.Part(index)})"
        : $"{width.Type}.Create({index})";

    /// <param name="writer">Takes the text.</param>
    /// <param name="width">The width.</param>
    /// <param name="rows">The taps of each row.</param>
    /// <param name="along">The index of each tap inside its row, in every lane.</param>
    /// <param name="down">The index of each row, in every lane.</param>
    public void Write(CodeWriter writer, VectorWidth width, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string> along, IReadOnlyList<string> down)
    {
        string type = width.TypeOf(text.Element), lanes = LaneType(width);
        HashSet<string> declared = [];
        for (int row = 0; row < rows.Count; row++)
        {
            string value = row == 0 ? "value" : "next", at = row == 0 ? "at" : "nextAt";
            Set(type, value, rows[row][0]);
            Set(lanes, at, along[0]);
            for (int tap = 1; tap < rows[row].Count; tap++)
            {
                Set(type, "tap", rows[row][tap]);
                Take(value, at, "tap", along[tap]);
            }

            writer.Line($"{at} += {down[row]};");
            if (row > 0)
                Take("value", "at", "next", "nextAt");
        }

        void Take(string value, string at, string tap, string tapAt)
        {
            Set(width.IsScalar ? "bool" : type, "takes", $"IndexLanes.{text.Mode.Extremum!.Takes}({tap}, {value})");
            writer.Line($"{value} = IndexLanes.Select(takes, {tap}, {value});");
            writer.Line($"{at} = IndexLanes.Select(takes, {tapAt}, {at});");
        }

        void Set(string declares, string name, string value) => writer.Line($"{(declared.Add(name) ? declares + " " : "")}{name} = {value};");
    }
}
