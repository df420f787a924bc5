using System.Collections.Generic;
using System.Linq;
using PoolGen.Generator.Plan;

namespace PoolGen.Generator.Model;

/// <summary>A kernel with the way it computes.</summary>
/// <param name="Declaration">What the user asked for.</param>
/// <param name="Variants">
/// One plan, or where padding follows from the shape one for each padding before the first elements, or where ceil mode adds an output to some shapes one
/// for the others and one for those; those of a pyramid, one for each window of a step.
/// </param>
internal sealed record PlannedKernel(KernelDeclaration Declaration, EquatableArray<KernelPlan> Variants)
{
    /// <summary>The most variants that are worth their text.</summary>
    private const int MostVariants = 8;

    /// <summary>The first plan, which stands for all in words.</summary>
    public KernelPlan Plan => Variants[0];

    public static PlannedKernel Of(KernelDeclaration declaration)
    {
        if (declaration.Pyramid is PoolPyramid pyramid)
            return new(declaration, new(OperationPlanner.Steps(declaration, pyramid)));
        if (declaration.Operation is not (PoolOperation.Forward or PoolOperation.ForwardWithIndices or PoolOperation.MaxAndAverage))
            return new(declaration, new([OperationPlanner.Backward(declaration)]));
        IReadOnlyList<PoolConfig> configs = PaddingVariants.Of(declaration.Config, declaration.FixedShape);
        if (declaration.Operation == PoolOperation.Forward && CeilModeVariant.Of(declaration.Config, declaration.FixedShape) is PoolConfig config)
        {
            KernelPlan without = Planned(config, declaration), plan = Planned(declaration.Config, declaration);
            return new(declaration, new(CeilModeVariant.Pays(without, plan) ? [without, plan] : [plan]));
        }

        if (configs.Count <= MostVariants)
            return new(declaration, new(configs.Select(config => Planned(config, declaration))));
        KernelPlan looped = Planned(configs[0], declaration) with { Config = declaration.Config };
        return new(declaration, new([looped.InLoops("automatic padding stands in too many ways over sizes that are not fixed")]));
    }

    private static KernelPlan Planned(PoolConfig config, KernelDeclaration declaration) => declaration.Operation switch
    {
        PoolOperation.Forward => KernelPlanner.Plan(config, declaration.FixedShape, declaration.Element),
        PoolOperation.MaxAndAverage => OperationPlanner.WithMaximum(config, declaration),
        _ => OperationPlanner.WithIndices(config, declaration),
    };
}
