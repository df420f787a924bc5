using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the static class that computes one plan:
/// <c>Run(input, output, shape)</c> checks its arguments and computes every row, <c>Rows(input, output, shape, firstRow, endRow)</c>
/// computes some rows of checked arguments. The class stands in a namespace that imports System, System.Runtime.CompilerServices,
/// System.Runtime.InteropServices, System.Runtime.Intrinsics and PoolGen.
/// </summary>
internal static class KernelClass
{
    /// <summary>Writes what the kernel computes, for which shapes.</summary>
    public static void WriteConfig(CodeWriter writer, PoolConfig config, PoolFixedShape fixedShape)
    {
        writer.Line($"public static readonly PoolConfig Config = {ConfigText.Of(config)};");
        writer.Line($"public static readonly PoolFixedShape FixedShape = {ConfigText.Of(fixedShape)};");
    }

    /// <summary>Writes the method that checks its arguments.</summary>
    public static void WriteRun(CodeWriter writer, PoolConfig config, string element)
    {
        writer.Line();
        using (writer.Block($"public static void Run(ReadOnlySpan<{element}> input, Span<{element}> output, in PoolShape shape)"))
        {
            writer.Line("PoolShape pooled = PoolGuard.Check(Config, FixedShape, shape, input, output);");
            writer.Line($"Rows(input, output, shape, 0, pooled.Rows(PoolLayout.{config.Layout}));");
        }
    }

    /// <summary>The line before the body of the method that computes some rows.</summary>
    public static string RowsHeader(string element) =>
        $"public static void Rows(ReadOnlySpan<{element}> input, Span<{element}> output, in PoolShape shape, int firstRow, int endRow)";

    /// <summary>Writes the class.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="className">The name of the class.</param>
    /// <param name="plan">How it computes.</param>
    /// <param name="checks">Whether it has the method that checks its arguments.</param>
    public static void Write(CodeWriter writer, string className, KernelPlan plan, bool checks = true)
    {
        KernelText text = new(plan);
        string element = text.Element.Declared;
        using (writer.Block($"file static class {className}"))
        {
            if (checks)
                WriteConfig(writer, plan.Config, plan.FixedShape);
            else
                writer.Line($"private static readonly PoolConfig Config = {ConfigText.Of(plan.Config)};");
            text.Sizes.WriteConstants(writer);
            if (checks)
                WriteRun(writer, plan.Config, element);
            writer.Line();
            string rows = RowsHeader(element);
            if (plan.FallbackReason is null && text.Element.Keyword is string stored && stored != element)
            {
                using (writer.Block(rows))
                    writer.Line($"StoredRows(MemoryMarshal.Cast<{element}, {stored}>(input), MemoryMarshal.Cast<{element}, {stored}>(output), shape, firstRow, endRow);");
                writer.Line();
                rows = $"private static void StoredRows(ReadOnlySpan<{stored}> input, Span<{stored}> output, in PoolShape shape, int firstRow, int endRow)";
            }

            if (plan.FallbackReason is string reason)
            {
                writer.Line($"// The generic loops compute this configuration: {reason}.");
                using (writer.Block(rows))
                    writer.Line("PoolFallback.Rows(Config, input, output, shape, firstRow, endRow);");
            }
            else if (plan.Layout == PoolLayout.ChannelsFirst)
            {
                ChannelsFirst.Write(writer, rows, text);
            }
            else
            {
                ChannelsLast.Write(writer, rows, text);
            }
        }
    }
}
