using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the classes of a pyramid: one for each window of a step, as <see cref="KernelClass"/> writes them, and one that lists the steps and leaves
/// the loop over planes to the runtime.
/// </summary>
internal static class PyramidClass
{
    public static void Write(CodeWriter writer, string name, PlannedKernel kernel, PoolPyramid pyramid)
    {
        OperationText operation = OperationText.Of(kernel.Declaration);
        using (writer.Block($"file static class {name}Kernel"))
        {
            writer.Line($"public static readonly PoolPyramid Pyramid = {ConfigText.Of(pyramid)};");
            writer.Line($"public static readonly PoolFixedShape FixedShape = {ConfigText.Of(kernel.Declaration.FixedShape)};");
            writer.Line();
            writer.Line("// What makes each part out of the one before it.");
            IEnumerable<string> steps = pyramid.Steps.Select(step => $"{ClassName(name, step)}.Rows");
            writer.Line($"private static readonly PoolRows<{operation.TypeArguments}>[] Steps = [{string.Join(", ", steps)}];");
            KernelClass.WriteRun(writer, operation);
            writer.Line();
            using (writer.Block(operation.RangedHeader))
            {
                // Corners are taken in the lanes of the element type, which halves have none of.
                string rules = pyramid.IsFromCorners && kernel.Plan.Register == kernel.Plan.Element ? $"<{operation.TypeArguments}, MaximumWithNaN, MaximumOfNumbers>" : "";
                writer.Line($"PyramidChain.Parts{rules}(Pyramid, Steps, {operation.Arguments}, shape, firstPart, endPart);");
            }
        }

        OperationText step = OperationText.Of(PoolOperation.Forward, null, kernel.Declaration.Element, kernel.Plan.Config);
        foreach (Plan.KernelPlan plan in kernel.Variants)
        {
            writer.Line();
            KernelClass.Write(writer, ClassName(name, plan.Config), step, plan, checks: false);
        }
    }

    private static string ClassName(string name, PoolConfig step) => $"{name}Step{KernelText.Number(step.Width.Window)}Kernel";
}
