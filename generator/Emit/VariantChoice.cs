using System;
using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the class of a kernel whose padding follows from the shape: it has the methods that <see cref="KernelClass"/> describes, and hands
/// the rows on to the class of the variant with the padding of the shape.
/// </summary>
internal static class VariantChoice
{
    private static readonly (string Axis, string Side, Func<PoolConfig, PoolAxis> Of)[] Axes =
    [
        ("Depth", "front", config => config.Depth), ("Height", "top", config => config.Height), ("Width", "left", config => config.Width),
    ];

    public static void Write(CodeWriter writer, string name, PlannedKernel kernel)
    {
        PoolConfig config = kernel.Declaration.Config;
        OperationText operation = OperationText.Of(kernel.Declaration);
        IReadOnlyList<(string Axis, string Side, Func<PoolConfig, PoolAxis> Of)> varied =
            [.. Axes.Where(axis => kernel.Variants.Select(plan => axis.Of(plan.Config).PaddingBefore).Distinct().Count() > 1)];
        using (writer.Block($"file static class {name}Kernel"))
        {
            KernelClass.WriteConfig(writer, config, kernel.Declaration.FixedShape);
            KernelClass.WriteRun(writer, operation);
            writer.Line();
            using (writer.Block(operation.RangedHeader))
            {
                writer.Line("// What stands before the first element of an axis depends on how far its size is from a multiple of the stride.");
                foreach ((string axis, string side, _) in varied)
                    writer.Line($"int {side} = Config.{axis}.At(shape.{axis}).PaddingBefore;");
                for (int index = 0; index < kernel.Variants.Count; index++)
                {
                    PoolConfig stated = kernel.Variants[index].Config;
                    string condition = string.Join(" && ", varied.Select(axis => $"{axis.Side} == {KernelText.Number(axis.Of(stated).PaddingBefore)}"));
                    writer.Line(index == 0 ? $"if ({condition})" : index < kernel.Variants.Count - 1 ? $"else if ({condition})" : "else");
                    writer.Line($"    {ClassName(name, stated, varied)}.{operation.Ranged}({operation.Arguments}, shape, first{operation.Unit}, end{operation.Unit});");
                }
            }
        }

        foreach (KernelPlan plan in kernel.Variants)
        {
            writer.Line();
            KernelClass.Write(writer, ClassName(name, plan.Config, varied), operation, plan, checks: false);
        }
    }

    private static string ClassName(string name, PoolConfig stated, IEnumerable<(string Axis, string Side, Func<PoolConfig, PoolAxis> Of)> varied) =>
        name + string.Concat(varied.Select(axis => char.ToUpperInvariant(axis.Side[0]) + axis.Side.Substring(1) + KernelText.Number(axis.Of(stated).PaddingBefore))) + "Kernel";
}
