using System.Linq;
using static PoolGen.Generator.Emit.WalkedTaps;

namespace PoolGen.Generator.Emit;

/// <summary>Writes how vectors of output columns follow one another along a row where windows are one row high: there is nothing to keep.</summary>
internal sealed class WalkedLine(KernelText text, VectorWidth width)
{
    private readonly string vector = width.TypeOf(text.Element);
    private readonly WalkedTaps taps = new(text, width);

    private bool Sums => !text.Plan.ScansForNaN;

    public void Write(CodeWriter writer)
    {
        int lanes = width.Lanes(text.Element), vectors = text.Plan.TurnRows;
        string turn = KernelText.Number(lanes * vectors);
        writer.Line($"ref {text.Element.Keyword} row = ref {At("source", "(nuint)plane * pitch")};");
        writer.Line($"ref {text.Element.Keyword} outputs = ref {At("target", "(nuint)plane * targetPitch")};");
        writer.Line("nuint at = x;");
        using (writer.Block($"for (; at + {KernelText.Number(lanes * (vectors - 1))} <= last; at += {turn})"))
        {
            string[] unders = [.. Enumerable.Range(0, vectors).Select(vector => WriteVector(writer, KernelText.Plus("at", vector * lanes), vector))];
            for (int index = 0; !Sums && index < vectors; index += 2)
                writer.Line($"lost |= TExtremum.Lost({unders[index]}, {unders[index + 1]});");
        }

        using (writer.Block($"for (; at < end; at += {KernelText.Number(lanes)})"))
        {
            writer.Line("nuint column = Math.Min(at, last);");
            string under = WriteVector(writer, "column", 0);
            if (!Sums)
                writer.Line($"lost |= TExtremum.Lost({under}, {under});");
        }
    }

    private string WriteVector(CodeWriter writer, string column, int index)
    {
        string row = $"ref {At("row", column)}", target = $"ref {At("outputs", column)}", under = $"under{KernelText.Number(index)}";
        if (Sums)
        {
            string sum = string.Join(" + ", taps.WriteTaps(writer, row, declares: index == 0));
            writer.Line($"columns.Store({text.Finish(width, KernelText.Part(sum), "extent")}, {target});");
            return under;
        }

        writer.Line($"columns.Store({text.Finish(width, taps.Across(row, under), "")}, {target});");
        return under;
    }
}
