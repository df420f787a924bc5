using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Turns a configuration into a plan. It knows no Roslyn, and all thresholds live here.</summary>
internal static class KernelPlanner
{
    public static KernelPlan Plan(PoolConfig config, PoolFixedShape fixedShape, ElementType element) => new()
    {
        Config = config,
        FixedShape = fixedShape,
        Element = element,
        Remarks = new(["The generic loops of the runtime compute this configuration."]),
    };
}
