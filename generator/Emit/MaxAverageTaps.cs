using System.Collections.Generic;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the statements that take the taps of a window in row-major order into a sum, <c>value</c>, and a maximum, <c>kept</c>: each is loaded once.</summary>
/// <param name="text">The kernel.</param>
/// <param name="keepsNaN">Whether the maximum of vectors keeps NaN by itself; where it does not, the sum shows one.</param>
internal sealed class MaxAverageTaps(KernelText text, bool keepsNaN)
{
    private readonly ModeRule maximum = ModeRule.Of(PoolMode.Max, text.Element.Register.IsWhole);

    /// <summary>Writes locals that change nothing when taps are taken into them.</summary>
    public void WriteStart(CodeWriter writer, VectorWidth width)
    {
        string type = width.TypeOf(text.Element);
        writer.Line($"{type} tap, value = {width.Broadcast(text.Element.Literal(0))}, kept = {width.Broadcast(maximum.Identity(text.Element.Register))};");
    }

    /// <summary>Writes what takes a tap.</summary>
    public void WriteTap(CodeWriter writer, VectorWidth width, string tap)
    {
        writer.Line($"tap = {tap};");
        writer.Line($"value = {text.Combine("value", "tap")};");
        writer.Line($"kept = {(keepsNaN || width.IsScalar ? maximum.Combine("kept", "tap") : "MaximumOfNumbers.Of(kept, tap)")};");
    }

    /// <summary>Writes what takes some taps.</summary>
    public void WriteTaps(CodeWriter writer, VectorWidth width, IEnumerable<string> taps)
    {
        foreach (string tap in taps)
            WriteTap(writer, width, tap);
    }

    /// <summary>Writes what stores both results.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="width">The width.</param>
    /// <param name="to">Where, counted from the first output of the row.</param>
    /// <param name="selected">Whether lanes are those that taps two apart were selected into.</param>
    public void WriteEnd(CodeWriter writer, VectorWidth width, string to, bool selected)
    {
        string value = selected ? "Lanes.InOrder(value)" : "value", kept = selected ? "Lanes.InOrder(kept)" : "kept";
        writer.Line(width.Store(kept, "maxima", to));
        writer.Line(width.Store(text.Finish(width, value, text.PerWindow ? width.Broadcast("divisor") : ""), "averages", to));
    }
}
