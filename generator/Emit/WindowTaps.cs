using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the statements that combine taps into <c>value</c>, one output per lane. Groups follow one another; the rows of a group
/// meet first. At stride 2 lanes select the even or odd elements of two neighbouring vectors, <c>left</c> and <c>right</c>.
/// </summary>
internal sealed class WindowTaps
{
    /// <summary>The references that taps are read from: groups of rows that meet before anything else.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Groups { get; init; }

    /// <summary>The taps along the width, relative to the start of the window.</summary>
    public required IReadOnlyList<int> Offsets { get; init; }

    /// <summary>Elements from one output to the next.</summary>
    public required int Stride { get; init; }

    /// <summary>What is added to every index, such as the offset of a row; empty for nothing.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether neighbouring columns are one element apart wherever the taps stand.</summary>
    public bool Single { get; init; }

    /// <summary>Whether neighbouring columns are a vector apart, so that no stride takes lanes apart.</summary>
    public bool VectorsApart { get; init; }

    /// <summary>Whether <c>value</c> is already declared and the taps are combined into it.</summary>
    public bool Continues { get; init; }

    /// <summary>The result in lane order.</summary>
    public string Result(VectorWidth width) => !VectorsApart && width.Selects(Stride) ? "Lanes.InOrder(value)" : "value";

    /// <summary>Writes the statements; <c>x</c> is the index of the first output.</summary>
    public void Write(CodeWriter writer, KernelText text, VectorWidth width)
    {
        string index = Prefix + (Stride == 1 ? "x" : "column");
        if (Stride > 1 && !Continues)
            writer.Line($"nuint column = x * {KernelText.Number(Stride)};");
        if (!VectorsApart && width.Selects(Stride) && Stride == 4)
            WriteHalved(writer, text, width, index);
        else if (!VectorsApart && width.Selects(Stride))
            WriteSelected(writer, text, width, index);
        else
            WriteContiguous(writer, text, width, index);
    }

    private void WriteContiguous(CodeWriter writer, KernelText text, VectorWidth width, string index)
    {
        List<string> taps = [];
        foreach (IReadOnlyList<string> group in Groups)
        {
            foreach (int offset in Offsets)
            {
                string tap = Met(text, width, group, Single ? KernelText.Plus(index, offset) : VectorsApart ? KernelText.SteppedColumn(index, offset) : text.Column(index, offset));
                taps.Add(group.Count > 1 && taps.Count > 0 ? $"({tap})" : tap);
            }
        }

        WriteTaken(writer, text, width, taps, declared: Continues);
    }

    /// <summary>Windows of four, four apart: neighbours meet in pairs, and the pairs in pairs.</summary>
    private void WriteHalved(CodeWriter writer, KernelText text, VectorWidth width, string index)
    {
        int lanes = width.Lanes(text.Element);
        string type = width.TypeOf(text.Element);
        string[] names = ["first", "second", "third", "fourth"];
        for (int vector = 0; vector < names.Length; vector++)
            writer.Line($"{type} {names[vector]} = {Met(text, width, Groups[0], KernelText.Plus(index, vector * lanes))};");
        writer.Line($"{type} left = Lanes.InOrder({Pairs("first", "second")});");
        writer.Line($"{type} right = Lanes.InOrder({Pairs("third", "fourth")});");
        writer.Line($"{type} value = {Pairs("left", "right")};");

        string Pairs(string left, string right) => text.Combine($"Lanes.Even({left}, {right})", $"Lanes.Odd({left}, {right})");
    }

    private void WriteSelected(CodeWriter writer, KernelText text, VectorWidth width, string index)
    {
        int lanes = width.Lanes(text.Element), pairs = 0;
        bool declared = Continues;
        List<string> taps = [];
        foreach (IReadOnlyList<string> group in Groups)
        {
            int loaded = -1;
            foreach (int offset in Offsets)
            {
                ColumnSelection selection = ColumnSelection.Of(offset, Offsets[Offsets.Count - 1]);
                string side = text.TakesTwo && pairs % 2 == (selection.Offset == loaded ? 0 : 1) ? "Next" : "";
                if (selection.Offset != loaded)
                {
                    bool first = pairs < (text.TakesTwo ? 2 : 1);
                    LoadHalf(writer, text, width, group, "left" + side, KernelText.Plus(index, selection.Offset), !first);
                    LoadHalf(writer, text, width, group, "right" + side, KernelText.Plus(index, selection.Offset + lanes), !first);
                    loaded = selection.Offset;
                    pairs++;
                }

                // A step takes in two taps at most, so that two pairs of vectors are enough.
                taps.Add($"Lanes.{(selection.Odd ? "Odd" : "Even")}(left{side}, right{side})");
                if (!declared || !text.TakesTwo || taps.Count == 2)
                {
                    WriteTaken(writer, text, width, taps, declared);
                    taps.Clear();
                    declared = true;
                }
            }
        }

        WriteTaken(writer, text, width, taps, declared);
    }

    private static void WriteTaken(CodeWriter writer, KernelText text, VectorWidth width, List<string> taps, bool declared)
    {
        if (!declared)
            writer.Line($"{width.TypeOf(text.Element)} value = {taps[0]};");
        foreach (string value in text.Fold("value", "value", declared ? taps : taps.GetRange(1, taps.Count - 1)))
            writer.Line($"value = {value};");
    }

    private static void LoadHalf(
        CodeWriter writer, KernelText text, VectorWidth width, IReadOnlyList<string> rows, string name, string offset, bool declared) =>
        writer.Line($"{(declared ? "" : width.TypeOf(text.Element) + " ")}{name} = {Met(text, width, rows, offset)};");

    // Scalar code and vectors both let rows meet first: a reassociated sum must not depend on the width of vectors.
    private static string Met(KernelText text, VectorWidth width, IReadOnlyList<string> rows, string offset) =>
        text.Nest([.. rows.Select(row => width.Load(row, offset))]);
}
