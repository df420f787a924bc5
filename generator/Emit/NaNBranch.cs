using System;

namespace PoolGen.Generator.Emit;

/// <summary>Writes calls of methods that are compiled for both rules of an extremum: a search for NaN chooses between them.</summary>
internal static class NaNBranch
{
    /// <summary>Writes what <paramref name="calls"/> writes for a rule, once for each; with no rule where nothing is searched for.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="text">The kernel.</param>
    /// <param name="row">The first output row that is searched for.</param>
    /// <param name="count">How many output rows are.</param>
    /// <param name="unless">A condition under which NaN is kept without a search, with what joins it; empty for none.</param>
    /// <param name="calls">Writes the calls with the name of the rule, or with nothing.</param>
    public static void Write(CodeWriter writer, KernelText text, string row, string count, string unless, Action<string> calls)
    {
        if (!text.Plan.ScansForNaN)
        {
            calls("");
            return;
        }

        string axes = text.Plan.PoolsDepth
            ? $"Config.Depth, {text.Sizes.OutputDepth}, Config.Height, {text.Sizes.OutputHeight}"
            : $"Config.Height, {text.Sizes.OutputHeight}";
        using (writer.Block($"if ({unless}NaNScan.MustKeep(input, shape, {axes}, {row}, {count}))"))
            calls(text.Mode.Extremum!.Keeping);
        using (writer.Block("else"))
            calls(text.Mode.Extremum.Numbers);
    }

    /// <summary>The condition for a block of rows in segments: only where a segment is the whole row is one search enough for it.</summary>
    public static string UnlessWhole(KernelText text, SegmentText segment) => segment.IsWhole ? "" : $"columns < {text.Sizes.OutputWidth} || ";
}
