using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Plans kernels whose windows follow from the numbers of outputs and the size of the input.</summary>
internal static class AdaptivePlanner
{
    public static KernelPlan Plan(PoolConfig config, PoolFixedShape fixedShape, ElementType element)
    {
        KernelPlan plan = new()
        {
            Config = config,
            FixedShape = fixedShape,
            Element = element,
            Register = element,
            Layout = config.Layout,
            RowNetwork = WindowNetwork.Cheapest(1, 1, stride: 1, idempotent: false),
            Network = WindowNetwork.Cheapest(1, 1, stride: 1, idempotent: false),
            Remarks = new([]),
        };
        return plan.InLoops("windows follow from the numbers of outputs and the size of the input");
    }
}
