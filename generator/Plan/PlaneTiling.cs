namespace PoolGen.Generator.Plan;

/// <summary>Whether and how a channels-first kernel puts planes in lanes where they turn out to be small.</summary>
internal enum PlaneTiling
{
    /// <summary>Never: columns are in lanes.</summary>
    Never,

    /// <summary>A tile of planes is pooled as a stack, by the methods that pool rows of single planes.</summary>
    AsStack,

    /// <summary>Every window of a tile takes all its taps: windows apart leave too little to share.</summary>
    ByWindow,

    /// <summary>The tap rows of a tile meet column by column, and every window takes its columns: windows follow from the size.</summary>
    ByColumn,

    /// <summary>A tile of planes is pooled by running maxima, as if they were channels.</summary>
    Running,
}
