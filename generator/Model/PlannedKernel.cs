using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Model;

/// <summary>A kernel with the way it computes.</summary>
internal sealed record PlannedKernel(KernelDeclaration Declaration, KernelPlan Plan)
{
    public static PlannedKernel Of(KernelDeclaration declaration) =>
        new(declaration, KernelPlanner.Plan(declaration.Config, declaration.FixedShape, declaration.Element));
}
