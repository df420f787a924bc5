namespace PoolGen.Generator.Plan;

/// <summary>What divides the sum of a window.</summary>
internal enum DivisorRule
{
    /// <summary>Nothing: the mode has no divisor.</summary>
    None,

    /// <summary>The same number for every window.</summary>
    Constant,

    /// <summary>The product of what the window counts along each axis.</summary>
    PerWindow,
}
