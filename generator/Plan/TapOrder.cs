namespace PoolGen.Generator.Plan;

/// <summary>In which order a channels-first kernel takes the taps of a window.</summary>
internal enum TapOrder
{
    /// <summary>Row by row, one tap after the other: what an exact sum needs. Nothing is shared between windows.</summary>
    RowMajor,

    /// <summary>The tap rows meet first, then the columns, all in registers: for windows that do not overlap.</summary>
    RowsFirst,

    /// <summary>The tap rows meet first and their result stays in scratch memory, where overlapping windows share it.</summary>
    RowsFirstShared,
}
