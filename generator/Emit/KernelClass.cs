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
    public static void Write(CodeWriter writer, string className, KernelPlan plan)
    {
        string element = ElementRule.Of(plan.Element).Keyword;
        using (writer.Block($"file static class {className}"))
        {
            writer.Line($"public static readonly PoolConfig Config = {ConfigText.Of(plan.Config)};");
            writer.Line($"public static readonly PoolFixedShape FixedShape = {ConfigText.Of(plan.FixedShape)};");
            writer.Line();
            using (writer.Block($"public static void Run(ReadOnlySpan<{element}> input, Span<{element}> output, in PoolShape shape)"))
            {
                writer.Line("PoolShape pooled = PoolGuard.Check(Config, FixedShape, shape, input, output);");
                writer.Line("Rows(input, output, shape, 0, pooled.Rows(Config.Layout));");
            }

            writer.Line();
            using (writer.Block($"public static void Rows(ReadOnlySpan<{element}> input, Span<{element}> output, in PoolShape shape, int firstRow, int endRow)"))
                writer.Line("PoolFallback.Rows(Config, input, output, shape, firstRow, endRow);");
        }
    }
}
