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
    /// <param name="segment">The columns that are searched; all where it is null.</param>
    /// <param name="calls">Writes the calls with the name of the rule, or with nothing.</param>
    public static void Write(CodeWriter writer, KernelText text, string row, string count, SegmentText? segment, Action<string> calls)
    {
        if (!text.Plan.ScansForNaN)
        {
            calls("");
            return;
        }

        string axes = text.Plan.PoolsDepth
            ? $"Config.Depth, {text.Sizes.OutputDepth}, Config.Height, {text.Sizes.OutputHeight}"
            : $"Config.Height, {text.Sizes.OutputHeight}";
        string columns = segment is null ? "" : $", {segment.FirstColumn}, {segment.CopiedColumns}";
        using (writer.Block($"if (NaNScan.MustKeep(input, shape, {axes}, {row}, {count}{columns}))"))
            calls(text.Mode.Extremum!.Keeping);
        using (writer.Block("else"))
            calls(text.Mode.Extremum.Numbers);
    }
}
