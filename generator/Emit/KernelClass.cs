using System.Collections.Generic;
using System.Linq;
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
    public static void WriteRun(CodeWriter writer, OperationText operation)
    {
        writer.Line();
        writer.Line("// Inlined into a loop of its caller, it would exceed what the JIT inlines into one method, and calls would stay in its own loops.");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (writer.Block($"public static void Run({operation.Parameters}, in PoolShape shape)"))
        {
            writer.Line(operation.Check);
            writer.Line($"{operation.Ranged}({operation.Arguments}, shape, 0, {operation.Count});");
        }
    }

    /// <summary>Writes the class.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="className">The name of the class.</param>
    /// <param name="operation">What it does with its configuration.</param>
    /// <param name="plan">How it computes.</param>
    /// <param name="checks">Whether it has the method that checks its arguments.</param>
    public static void Write(CodeWriter writer, string className, OperationText operation, KernelPlan plan, bool checks = true)
    {
        KernelText text = new(plan);
        if (plan.AddsShares)
        {
            WriteGradient(writer, className, operation, text);
            return;
        }

        string element = text.Element.Declared;
        using (writer.Block($"file static class {className}"))
        {
            if (checks)
                WriteConfig(writer, plan.Config, plan.FixedShape);
            else
                writer.Line($"private static readonly PoolConfig Config = {ConfigText.Of(plan.Config)};");
            text.Sizes.WriteConstants(writer);
            if (checks)
                WriteRun(writer, operation);
            writer.Line();
            string rows = operation.RangedHeader;
            if (plan.FallbackReason is null && operation.Windowed is null && text.Element.Keyword is string stored && stored != element)
            {
                // Only spans of elements are read and written as something else.
                IEnumerable<string> casts = operation.Spans.Select(span => span.Element == element ? $"MemoryMarshal.Cast<{element}, {stored}>({span.Name})" : span.Name);
                using (writer.Block(rows))
                    writer.Line($"StoredRows({string.Join(", ", casts)}, shape, firstRow, endRow);");
                writer.Line();
                IEnumerable<string> parameters = operation.Spans.Select(span => $"{(span.Element == element ? span with { Element = stored } : span).Type} {span.Name}");
                rows = $"private static void StoredRows({string.Join(", ", parameters)}, in PoolShape shape, int firstRow, int endRow)";
            }

            if (plan.FallbackReason is string reason)
            {
                writer.Line($"// The generic loops compute this configuration: {reason}.");
                using (writer.Block(rows))
                    writer.Line($"{operation.Fallback}, {operation.Arguments}, shape, first{operation.Unit}, end{operation.Unit});");
            }
            else if (operation.Windowed is string windowed)
            {
                using (writer.Block(operation.RangedHeader))
                    writer.Line($"{(plan.ScattersWindows ? windowed : operation.Fallback)}, {operation.Arguments}, shape, first{operation.Unit}, end{operation.Unit});");
            }
            else if (plan.Operation == PoolOperation.ForwardWithIndices)
            {
                new IndexedRows(text).Write(writer, rows);
            }
            else if (plan.Config.IsAdaptive)
            {
                AdaptiveKernel.Write(writer, rows, text);
            }
            else if (plan.Operation == PoolOperation.MaxAndAverage)
            {
                new MaxAverageRows(text).Write(writer, rows);
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

    /// <summary>Writes the class of a gradient, whose loops over blocks are the runtime's, and the type that they call.</summary>
    private static void WriteGradient(CodeWriter writer, string className, OperationText operation, KernelText text)
    {
        GradientRows rows = new(text, className + "Rows");
        using (writer.Block($"file static class {className}"))
        {
            WriteConfig(writer, text.Plan.Config, text.Plan.FixedShape);
            WriteRun(writer, operation);
            writer.Line();
            using (writer.Block(operation.RangedHeader))
                writer.Line(rows.Call(operation));
        }

        writer.Line();
        rows.Write(writer);
    }
}
