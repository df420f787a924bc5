using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Plans what is neither a maximum nor a sum alone: indices, unpooling and the backward pass.</summary>
internal static class OperationPlanner
{
    public static KernelPlan Plan(KernelDeclaration kernel)
    {
        KernelPlan forward = KernelPlanner.Plan(PaddingVariants.Of(kernel.Config, kernel.FixedShape)[0], kernel.FixedShape, kernel.Element);
        return (forward with { Config = kernel.Config, Register = kernel.Element }).InLoops("its operation has no text of its own");
    }
}
