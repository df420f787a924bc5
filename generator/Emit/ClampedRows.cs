using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes which input rows are the tap rows of an output row. Where a repeated row changes nothing, rows outside the input are
/// replaced by the nearest row of the same window; sums come here with rows inside it only.
/// </summary>
internal static class ClampedRows
{
    /// <summary>Writes the locals for output row <paramref name="y"/> and returns the input row of each tap row.</summary>
    public static IReadOnlyList<string> Write(CodeWriter writer, KernelText text, string y)
    {
        PoolAxis axis = text.Height;
        string index = axis.Stride > 1 && y.Contains(' ') ? $"({y})" : y;
        writer.Line($"int top = {KernelText.Start(index, axis)};");
        if (Clamps(text) && axis.Dilation > 1)
            writer.Line($"(int firstTap, int endTap) = PoolGeometry.ValidTaps(Config.Height, {text.Sizes.Height}, {y});");
        IReadOnlyList<string> rows = [.. Enumerable.Range(0, axis.Window).Select(tap => Row(text, axis, tap))];
        return DepthSlices.Rows(writer, text, rows, text.Plan.LeavesDepth && text.Plan.RepeatsTaps, text.Sizes.Depth, text.Sizes.Height);
    }

    private static bool Clamps(KernelText text) => text.Plan.LeavesHeight && text.Plan.RepeatsTaps;

    private static string Row(KernelText text, PoolAxis axis, int tap) => Clamps(text)
        ? ClampedTap.Of("top", text.Sizes.Height, axis, text.Plan.Config.CeilMode, tap)
        : KernelText.Part(KernelText.Plus("top", tap * axis.Dilation));
}
