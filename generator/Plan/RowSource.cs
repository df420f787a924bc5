namespace PoolGen.Generator.Plan;

/// <summary>Where a channels-first kernel reads the tap rows of an output row.</summary>
internal enum RowSource
{
    /// <summary>From the input: every window lies inside.</summary>
    Input,

    /// <summary>From the input, rows beyond the edge replaced by the nearest row of the same window: for modes where a repeated tap changes nothing.</summary>
    Clamped,

    /// <summary>From scratch memory, where rows of one or several planes stand in a stack with their padding around them.</summary>
    Stacked,
}
