namespace PoolGen.Generator.Plan;

/// <summary>Where a channels-first kernel reads the tap rows of an output row.</summary>
internal enum RowSource
{
    /// <summary>From the input: every window lies inside.</summary>
    Input,

    /// <summary>From the input, rows beyond the edge replaced by the nearest row of the same window: for modes where a repeated tap changes nothing.</summary>
    Clamped,

    /// <summary>From scratch memory, where a block of rows stands with its padding around it.</summary>
    Padded,
}
