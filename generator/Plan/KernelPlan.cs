using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>How a kernel computes: everything that the emitter writes down, and nothing that it still has to decide.</summary>
internal sealed record KernelPlan
{
    /// <summary>What the kernel computes.</summary>
    public required PoolConfig Config { get; init; }

    /// <summary>The axes that are fixed at compile time.</summary>
    public required PoolFixedShape FixedShape { get; init; }

    /// <summary>The type of input and output elements.</summary>
    public required ElementType Element { get; init; }

    /// <summary>What elements are in registers while taps are combined.</summary>
    public required ElementType Register { get; init; }

    /// <summary>
    /// Whether loading a tap changes it. Where it is loaded again from scratch memory that changes nothing: only what may be combined twice goes there.
    /// </summary>
    public bool ChangesTaps { get; init; }

    /// <summary>What the kernel does with its configuration.</summary>
    public PoolOperation Operation { get; init; }

    /// <summary>The indices that it writes or reads; null where there are none.</summary>
    public KernelIndices? Indices { get; init; }

    /// <summary>Whether what is written where indices say is written window by window.</summary>
    public bool ScattersWindows { get; init; }

    /// <summary>Why the generic loops of the runtime compute this configuration, or null when a kernel of its own does.</summary>
    public string? FallbackReason { get; init; }

    /// <summary>The layout of the kernel's loops: that of the configuration, but channels last with one channel is channels first.</summary>
    public PoolLayout Layout { get; init; }

    /// <summary>Whether anything happens along the depth, so that an output plane has slices of its own in the input.</summary>
    public bool PoolsDepth => Config.PoolsDepth;

    /// <summary>Whether a window may have slices outside the input.</summary>
    public bool LeavesDepth { get; init; }

    /// <summary>Whether a window may have tap rows outside the input.</summary>
    public bool LeavesHeight { get; init; }

    /// <summary>Whether a window may have tap columns outside the input.</summary>
    public bool LeavesWidth { get; init; }

    /// <summary>Whether a window may have taps outside the input.</summary>
    public bool LeavesInput => LeavesDepth || LeavesHeight || LeavesWidth;

    /// <summary>Where channels first reads its tap rows.</summary>
    public RowSource Source { get; init; }

    /// <summary>The order of the taps in channels first.</summary>
    public TapOrder Order { get; init; }

    /// <summary>Whether a block of rows is searched for NaN first, so that each maximum costs one instruction where there is none.</summary>
    public bool ScansForNaN { get; init; }

    /// <summary>Whether two neighbouring output rows are computed per turn, because they share tap rows.</summary>
    public bool PairsRows { get; init; }

    /// <summary>
    /// Whether vectors walk along two output rows at once: each takes the two columns of a window that are new, and the third is carried over
    /// from the window before.
    /// </summary>
    public bool CarriesColumns { get; init; }

    /// <summary>Whether vectors of output columns walk down the rows of a plane and keep in registers what windows below one another share.</summary>
    public bool WalksDown { get; init; }

    /// <summary>Rows that go by in one turn of such a walk.</summary>
    public int TurnRows { get; init; }

    /// <summary>Output rows that a vector walks down before its neighbour does.</summary>
    public int WalkedRows { get; init; }

    /// <summary>Outputs of small planes that a vector walks down before its neighbour does.</summary>
    public int WalkedCells { get; init; }

    /// <summary>Whether the rows of large maps are asked for before they are needed.</summary>
    public bool FetchesAhead { get; init; }

    /// <summary>Whether maps that no cache holds are pooled as several streams, and large outputs stored past the caches.</summary>
    public bool StreamsRows { get; init; }

    /// <summary>Whether there is a body for rows so narrow that two rows of outputs fill a vector.</summary>
    public bool HoldsRowsInHalves { get; init; }

    /// <summary>How they are held, where the width is known.</summary>
    public HeldRow? HeldForm { get; init; }

    /// <summary>Whether the rows of such planes are written out one by one.</summary>
    public bool WritesPlanes { get; init; }

    /// <summary>Whether there is one for rows that two vectors hold.</summary>
    public bool HoldsRowsAsPairs { get; init; }

    /// <summary>Whether there is either.</summary>
    public bool HoldsRows => HoldsRowsInHalves || HoldsRowsAsPairs;

    /// <summary>Whether planes of a stack are put in lanes.</summary>
    public PlaneTiling Tiling { get; init; }

    /// <summary>Whether running maxima pool rows by themselves: windows are long, and one row high.</summary>
    public bool RunsAlongRows { get; init; }

    /// <summary>The widest output rows of planes that are put in lanes.</summary>
    public int TileColumns { get; init; }

    /// <summary>How many neighbouring taps of a plane one load takes where a window covers the plane and planes are in lanes; 0 for no such body.</summary>
    public int TapsPerLoad { get; init; }

    /// <summary>Whether windows that cover their planes are summed one by one, in any order: those of whole numbers.</summary>
    public bool SumsPlanes { get; init; }

    /// <summary>Whether it is known that one window covers each plane, or each volume where something happens along the depth.</summary>
    public bool CoversPlane { get; init; }

    /// <summary>The combinations along the height where rows stand in a stack, as steps over all its rows.</summary>
    public required WindowNetwork RowNetwork { get; init; }

    /// <summary>The combinations along the width.</summary>
    public required WindowNetwork Network { get; init; }

    /// <summary>The taps of every adaptive window, or null where windows differ, or slide.</summary>
    public long? AdaptiveTaps { get; init; }

    /// <summary>What divides a sum.</summary>
    public DivisorRule Divisor { get; init; }

    /// <summary>Whether tap rows are written out one by one; a loop takes them otherwise.</summary>
    public bool UnrollRows { get; init; }

    /// <summary>Backward: whether elements add up the shares of their windows from blocks in scratch memory.</summary>
    public bool AddsShares { get; init; }

    /// <summary>Whether taps along the width are written out one by one; a loop takes them otherwise.</summary>
    public bool UnrollColumns { get; init; }

    /// <summary>Whether vectors can step along the width of channels first: the stride is one that lanes can select.</summary>
    public bool VectorColumns { get; init; }

    /// <summary>The vector widths in bits that have a body of their own, widest first; scalar code follows them.</summary>
    public EquatableArray<int> VectorBits { get; init; }

    /// <summary>Outputs of a row that are pooled in one go, so that scratch memory stays small whatever the width.</summary>
    public int SegmentColumns { get; init; }

    /// <summary>Scratch elements behind a row, for whole vectors to run into.</summary>
    public int SpareCells { get; init; }

    /// <summary>Scratch elements that a block of shared rows aims at.</summary>
    public int SharedCells { get; init; }

    /// <summary>Scratch elements that one stack of rows may take; with a depth there is a stack for each slice of a window.</summary>
    public int ScratchCells { get; init; }

    /// <summary>Channels last: vectors of channels that a window takes at a time.</summary>
    public int TileVectors { get; init; }

    /// <summary>Channels last: whether windows one element apart are taken by the runtime, tile of channels by tile of channels.</summary>
    public bool RunsWindows { get; init; }

    /// <summary>Channels last: whether those are small and come in pairs that share all taps but two along each axis; others come from running maxima, whose cost does not depend on the window.</summary>
    public bool PairsWindows { get; init; }

    /// <summary>Channels last: vectors of channels whose columns stay in registers from one window to the next; 0 where windows share nothing.</summary>
    public int SlidingVectors { get; init; }

    /// <summary>Channels last: elements of an input row, over the stride, that are walked along before the next channels are.</summary>
    public int SlidingCells { get; init; }

    /// <summary>Channels last: whether taps outside the input are replaced by the nearest of the same window, which changes nothing.</summary>
    public bool RepeatsTaps { get; init; }

    /// <summary>Channels last: whether some windows are taken with a loop over the taps that they have.</summary>
    public bool HasEdges => !RunsWindows && (!UnrollRows || (LeavesInput && !RepeatsTaps));

    /// <summary>Whether what windows have come to can wait in the outputs: elements are in memory what they are in registers, and loading them again changes nothing.</summary>
    public bool HoldsInOutputs => Register == Element && !ChangesTaps;

    /// <summary>Channels last: whether windows whose pixels collide in the cache go row by row: they are large, and what they have come to can wait in the outputs.</summary>
    public bool GoesByRow => HasEdges && HoldsInOutputs && this is { UnrollRows: false, PoolsDepth: false };

    /// <summary>
    /// Channels last: up to so many channels are pooled as interleaved rows in scratch memory, because they do not fill a vector; 0 for no such body.
    /// </summary>
    public int FewChannels { get; init; }

    /// <summary>Whether it is known that the channels are so few.</summary>
    public bool HasFewChannels => FixedShape.Channels <= FewChannels;

    /// <summary>Outputs of a row of so few channels that are pooled in one go, so that scratch memory stays small whatever the width.</summary>
    public int PixelColumns { get; init; }

    /// <summary>Scratch elements that a block of rows in which the tap rows of so few channels have met aims at.</summary>
    public int PixelCells { get; init; }

    /// <summary>The plan in words, one sentence an entry, for the doc comment.</summary>
    public required EquatableArray<string> Remarks { get; init; }

    /// <summary>The same with the generic loops of the runtime instead of a kernel.</summary>
    public KernelPlan InLoops(string reason)
    {
        KernelPlan looped = this with { FallbackReason = reason };
        return looped with { Remarks = PlanWords.Of(looped) };
    }
}
