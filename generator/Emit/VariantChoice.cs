using System;
using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the class of a kernel with several plans, of which the shape picks one: it has the methods that <see cref="KernelClass"/> describes, and hands
/// the rows on to the class of that plan.
/// </summary>
internal static class VariantChoice
{
    private static readonly (string Axis, string Side, Func<PoolConfig, PoolAxis> Of)[] Axes =
    [
        ("Depth", "front", config => config.Depth), ("Height", "top", config => config.Height), ("Width", "left", config => config.Width),
    ];

    /// <summary>Whether the plans are for shapes that ceil mode gives no output more, and for others.</summary>
    public static bool IsOfCeilMode(PlannedKernel kernel) => kernel.Variants.Count > 1 && kernel.Variants[0].Config.CeilMode != kernel.Declaration.Config.CeilMode;

    public static void Write(CodeWriter writer, string name, PlannedKernel kernel)
    {
        OperationText operation = OperationText.Of(kernel.Declaration);
        Choice[] choices = [.. IsOfCeilMode(kernel) ? OfCeilMode(kernel) : OfPadding(kernel)];
        using (writer.Block($"file static class {name}Kernel"))
        {
            KernelClass.WriteConfig(writer, kernel.Declaration.Config, kernel.Declaration.FixedShape);
            KernelClass.WriteRun(writer, operation);
            writer.Line();
            using (writer.Block(operation.RangedHeader))
            {
                foreach (string line in choices[0].Prelude)
                    writer.Line(line);
                foreach (Choice choice in choices)
                {
                    writer.Line(choice == choices[0] ? $"if ({choice.Condition})" : choice == choices[choices.Length - 1] ? "else" : $"else if ({choice.Condition})");
                    writer.Line($"    {name}{choice.Suffix}Kernel.{operation.Ranged}({operation.Arguments}, shape, first{operation.Unit}, end{operation.Unit});");
                }
            }
        }

        foreach (Choice choice in choices)
        {
            writer.Line();
            KernelClass.Write(writer, $"{name}{choice.Suffix}Kernel", operation, choice.Plan, checks: false);
        }
    }

    private static IEnumerable<Choice> OfCeilMode(PlannedKernel kernel)
    {
        yield return new(kernel.Variants[0], "Whole", "!PoolGeometry.RoundsUp(Config, shape)", ["// Where ceil mode adds no output, every window ends inside the padded input."]);
        yield return new(kernel.Variants[1], "Ceil", "", []);
    }

    private static IEnumerable<Choice> OfPadding(PlannedKernel kernel)
    {
        IReadOnlyList<(string Axis, string Side, Func<PoolConfig, PoolAxis> Of)> varied =
            [.. Axes.Where(axis => kernel.Variants.Select(plan => axis.Of(plan.Config).PaddingBefore).Distinct().Count() > 1)];
        string[] prelude =
        [
            "// What stands before the first element of an axis depends on how far its size is from a multiple of the stride.",
            .. varied.Select(axis => $"int {axis.Side} = Config.{axis.Axis}.At(shape.{axis.Axis}).PaddingBefore;"),
        ];
        foreach (KernelPlan plan in kernel.Variants)
        {
            (string Side, string Padding)[] stated = [.. varied.Select(axis => (axis.Side, KernelText.Number(axis.Of(plan.Config).PaddingBefore)))];
            yield return new(
                plan,
                string.Concat(stated.Select(axis => char.ToUpperInvariant(axis.Side[0]) + axis.Side.Substring(1) + axis.Padding)),
                string.Join(" && ", stated.Select(axis => $"{axis.Side} == {axis.Padding}")),
                prelude);
        }
    }

    /// <summary>One of the plans.</summary>
    /// <param name="Plan">The plan.</param>
    /// <param name="Suffix">What its class has behind the name of the kernel.</param>
    /// <param name="Condition">The shapes that it is for; the last plan is for all others.</param>
    /// <param name="Prelude">The statements in front of the conditions.</param>
    private sealed record Choice(KernelPlan Plan, string Suffix, string Condition, IReadOnlyList<string> Prelude);
}
