namespace PoolGen.Generator.Plan;

/// <summary>Whether a channels-first kernel puts planes in lanes.</summary>
internal enum PlaneTiling
{
    /// <summary>Never: columns are in lanes.</summary>
    Never,

    /// <summary>Where the planes turn out to be small.</summary>
    WhereSmall,

    /// <summary>Always: the planes are known to be small.</summary>
    Always,
}
