using System;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Turns a configuration into a plan. It knows no Roslyn; the thresholds live here, and beside it those of <see cref="WalkPlanner"/> and <see cref="ChannelsLastPlanner"/>.</summary>
internal static class KernelPlanner
{
    /// <summary>Taps that are written out one by one; beyond them the text and the machine code grow without a gain in speed.</summary>
    private const int UnrolledTaps = 64;

    /// <summary>Taps that are written out one by one in channels last, where several vectors of channels share the loop over taps.</summary>
    private const int UnrolledPixels = 27;

    /// <summary>Tap rows or tap columns that are written out one by one.</summary>
    internal const int UnrolledRows = 16;

    /// <summary>Taps from which on a window is likely to cover a whole plane, as in global pooling.</summary>
    private const int GlobalTaps = 16;

    /// <summary>Output rows of a plane that is written out.</summary>
    private const int WrittenRows = 8;

    /// <summary>Bytes of scratch memory on the stack: half of a first-level cache, so that input and output rows fit beside it.</summary>
    private const int ScratchBytes = 16 * 1024;

    /// <summary>Vectors that may run behind a row of scratch memory: two neighbours of one that starts inside it.</summary>
    private const int SpareVectors = 2;

    /// <summary>Bytes of scratch memory for rows that are shared: they are read again at once, beside the input and output rows that stream by.</summary>
    private const int SharedBytes = 8 * 1024;

    /// <summary>Taps along an axis from which on a maximum is taken by steps over a stack, which repay the copy.</summary>
    private const int StackedTaps = 6;

    /// <summary>Taps that every window of planes in lanes may take anew.</summary>
    private const int TiledTaps = 25;

    /// <summary>The widest output rows that go in lanes, where rows of single planes cost more: vectors that are hardly filled, or much work in each.</summary>
    private const int NarrowTileColumns = 13, WideTileColumns = 20;

    /// <summary>The same for windows apart, of maxima and of exact sums, which have no other way to share loads.</summary>
    private const int StridedMaximumColumns = 7, StridedSumColumns = 10;

    /// <summary>The same for planes in lanes, where steps over all cells of a stack cost less than a column for every tap.</summary>
    private const int LeastRunningTile = 7;

    /// <summary>The same along rows by themselves, where the steps that a shorter window takes are fewer.</summary>
    private const int LeastRunningRow = 17;

    /// <summary>The widest output rows of planes in lanes that running maxima pool.</summary>
    private const int RunningTileColumns = 28;

    /// <summary>The largest window whose running maxima fit into scratch memory.</summary>
    private const int MostRunningWindow = 256;

    /// <summary>The fewest outputs that a segment of a row must hold to be worth a vector.</summary>
    internal const int SmallestSegment = 8;

    public static KernelPlan Plan(PoolConfig config, PoolFixedShape fixedShape, ElementType element)
    {
        if (config.IsAdaptive)
            return AdaptivePlanner.Plan(config, fixedShape, element);

        ModeTraits traits = ModeTraits.Of(config);
        bool first = config.Layout == PoolLayout.ChannelsFirst || fixedShape.Channels == 1;
        bool leavesDepth = AxisReach.LeavesInput(config.Depth, fixedShape.Depth, config.CeilMode);
        bool leavesHeight = AxisReach.LeavesInput(config.Height, fixedShape.Height, config.CeilMode);
        bool leavesWidth = AxisReach.LeavesInput(config.Width, fixedShape.Width, config.CeilMode);
        bool leaves = leavesDepth || leavesHeight || leavesWidth;
        int tapRows = config.Depth.Window * config.Height.Window;
        int taps = (int)Math.Min(int.MaxValue, (long)tapRows * config.Width.Window);
        ElementType? register = RegisterType.Of(element, traits, config.Fusion, (long)tapRows * config.Width.Window);
        ElementType held = register ?? element;
        int size = held.Size(), scratch = ScratchBytes / size;

        // Whole numbers may be added in any order. What is wider in registers than in memory, or changed, cannot be shared there.
        bool changes = traits.TakesPowers || config.Fusion is { ClampsTaps: true } or { Quantization: not null };
        bool exact = traits.OrderMatters && (held != element || changes || (!element.IsWhole() && !config.AllowReassociation));
        RowSource source = first ? SourceOf(traits, config, scratch / config.Depth.Window, leavesDepth || leavesHeight, leavesWidth) : RowSource.Input;
        KernelPlan plan = new()
        {
            Config = config,
            FixedShape = fixedShape,
            Element = element,
            Register = held,
            ChangesTaps = changes,
            Layout = first ? PoolLayout.ChannelsFirst : PoolLayout.ChannelsLast,
            LeavesDepth = leavesDepth,
            LeavesHeight = leavesHeight,
            LeavesWidth = leavesWidth,
            Source = source,
            Order = first && !exact ? SharedOrder(traits, config, leaves) : TapOrder.RowMajor,
            RowNetwork = WindowNetwork.Cheapest(config.Height.Window, config.Height.Dilation, stride: 1, traits.Idempotent),
            Network = WindowNetwork.Cheapest(config.Width.Window, config.Width.Dilation, config.Width.Stride, traits.Idempotent),
            Divisor = DivisorOf(traits, config, fixedShape),
            UnrollRows = !first ? taps <= UnrolledPixels : !exact ? tapRows <= UnrolledRows : taps <= UnrolledTaps,
            UnrollColumns = taps <= UnrolledTaps || (first && config.Width.Window <= UnrolledRows),
            VectorColumns = config.Width.Stride == 1 || (config.Width.Stride == 2 && taps <= UnrolledTaps),
            VectorBits = new([256, 128]),
            SharedCells = SharedBytes / size,
            ScratchCells = source == RowSource.Stacked ? scratch / config.Depth.Window : scratch,
            Remarks = new([]),
        };
        int tapsPerLoad = 16 / size;
        long? outputs = OutputsOf(plan);
        bool sumsPlanes = element.IsWhole() && config.Fusion is null && config is { Depth.Window: 1, Height.Dilation: 1 };
        bool global = first && exact && Follow(plan) && plan.Source == RowSource.Input && taps >= GlobalTaps && (outputs is null or 1)
            && config.Width.Window >= tapsPerLoad && config.Width.Dilation == 1 && (sumsPlanes || !element.IsWhole());

        plan = plan with
        {
            VectorColumns = plan.VectorColumns || (plan.Order == TapOrder.RowsFirst && Halves(traits, config)),
            ScansForNaN = traits.PropagatesNaN && held == element && !held.IsWhole() && plan.Order == TapOrder.RowsFirstShared && config.Width.Stride == 1,
            PairsRows = first && !plan.PoolsDepth && plan.UnrollRows && config.Height.Dilation == 1 && config.Height.Window > config.Height.Stride
                && (plan.Order == TapOrder.RowMajor
                    || (plan.Order == TapOrder.RowsFirstShared && traits.Idempotent && plan.Source != RowSource.Stacked))
                && !global,
            Tiling = first && !plan.PoolsDepth && !global ? TilingOf(plan, taps, sums: !traits.Idempotent && !exact) : PlaneTiling.Never,
            FetchesAhead = first && plan.Source != RowSource.Stacked && !global && plan.UnrollRows
                && (plan.Order == TapOrder.RowsFirstShared ? config.Width.Stride > 1 : plan.VectorColumns || plan.Order == TapOrder.RowsFirst),
            TapsPerLoad = global && !sumsPlanes ? tapsPerLoad : 0,
            SumsPlanes = global && sumsPlanes,
            CoversPlane = global && outputs == 1,
        };
        plan = plan with { CarriesColumns = plan.PairsRows && plan.Order == TapOrder.RowsFirstShared && config.Width is { Window: 3, Stride: 2, Dilation: 1, PaddingBefore: <= 1 } };
        plan = plan with { RunsAlongRows = plan.Tiling == PlaneTiling.Running && config.Height.Window == 1 && config.Width.Window >= LeastRunningRow };
        if (first && !global && HoldsRows(plan, traits))
            plan = plan with { HeldForm = HeldForm(plan), HoldsRowsInHalves = HoldsHalves(plan), HoldsRowsAsPairs = HeldRows.Pair(config.Width) && MayHold(plan, HeldRow.Pair) };
        plan = plan with { WritesPlanes = plan is { HoldsRowsInHalves: true, PoolsDepth: false, HeldForm: not null, FixedShape.Height: int rows } && PoolGeometry.OutputSize(config.Height, rows, config.CeilMode) <= WrittenRows };
        plan = plan with { TileColumns = TileColumnsOf(plan, exact), SegmentColumns = SegmentColumns(plan), SpareCells = SpareVectors * 256 / 8 / element.Size() };
        // Where windows overlap, streams take turns so short that they read shared rows twice.
        bool disjoint = new[] { config.Depth, config.Height, config.Width }.All(axis => axis.EffectiveWindow <= axis.Stride);
        if (first && !changes && WalkPlanner.Walks(plan, traits))
            plan = WalkPlanner.Plan(plan, traits);
        if (!first)
            plan = ChannelsLastPlanner.Plan(plan, traits, exact);
        plan = plan with { FallbackReason = register is null ? "no vectors hold sums of so many taps of whole numbers" : FallbackReason(plan) };
        plan = plan with { StreamsRows = plan.FetchesAhead && disjoint && plan.UnrollRows && held == element };
        return plan with { Remarks = PlanWords.Of(plan) };
    }

    /// <summary>The outputs of a plane, or of a volume, where they are known.</summary>
    private static long? OutputsOf(KernelPlan plan)
    {
        PoolConfig config = plan.Config;
        if (plan.FixedShape is not { Height: int height, Width: int width } || (plan.PoolsDepth && plan.FixedShape.Depth is null))
            return null;
        long slices = plan.PoolsDepth ? PoolGeometry.OutputSize(config.Depth, plan.FixedShape.Depth!.Value, config.CeilMode) : 1;
        return slices * PoolGeometry.OutputSize(config.Height, height, config.CeilMode) * PoolGeometry.OutputSize(config.Width, width, config.CeilMode);
    }

    /// <summary>Whether the tap rows of a window that covers its slices can follow one another like those of a plane, as far as is known.</summary>
    private static bool Follow(KernelPlan plan) => !plan.PoolsDepth
        || (plan.Config is { Depth.Dilation: 1, Height.Dilation: 1 } && (plan.FixedShape.Height ?? plan.Config.Height.Window) == plan.Config.Height.Window);

    /// <summary>Whether windows can take their columns from vectors that hold narrow rows whole.</summary>
    private static bool HoldsRows(KernelPlan plan, ModeTraits traits) => traits.Idempotent
        && plan.Register == plan.Element && !plan.ChangesTaps && plan.Element.Size() is 4 or 8 && plan.UnrollRows && HeldRows.Suit(plan.Config.Width);

    /// <summary>Whether two rows of outputs may fill a vector.</summary>
    private static bool HoldsHalves(KernelPlan plan) => plan.Config is { Depth.Dilation: 1, Height.Dilation: 1 }
        && (MayHold(plan, HeldRow.Short) || MayHold(plan, HeldRow.Alone) || (MayHold(plan, HeldRow.Beside) && !plan.PoolsDepth));

    /// <summary>Whether vectors may hold them in a form: where the width is fixed, they do or do not.</summary>
    private static bool MayHold(KernelPlan plan, HeldRow form) => HeldForm(plan) is not HeldRow known || known == form;

    /// <summary>How vectors hold rows, where the width is fixed.</summary>
    private static HeldRow? HeldForm(KernelPlan plan)
    {
        PoolAxis axis = plan.Config.Width;
        return plan.FixedShape.Width is int size
            ? HeldRows.Form(axis, size, PoolGeometry.OutputSize(axis, size, plan.Config.CeilMode), 256 / 8 / plan.Element.Size())
            : null;
    }

    private static int TileColumnsOf(KernelPlan plan, bool exact)
    {
        if (plan.Tiling == PlaneTiling.Running)
            return RunningTileColumns;
        if (plan.Config.Width.Stride > 1)
            return exact ? StridedSumColumns : StridedMaximumColumns;
        return exact || plan.Source == RowSource.Stacked ? WideTileColumns : NarrowTileColumns;
    }

    private static PlaneTiling TilingOf(KernelPlan plan, int taps, bool sums)
    {
        PoolConfig config = plan.Config;

        // Which planes are in lanes depends on the width of vectors and on the threads: sums in any order must be taken in the same one.
        bool adjacent = config is { Height.Stride: 1, Width.Stride: 1 };
        if (sums && (plan.Source != RowSource.Stacked || !adjacent))
            return PlaneTiling.Never;
        if (plan.Order == TapOrder.RowsFirst || (plan.Order == TapOrder.RowMajor && adjacent && plan.Source != RowSource.Stacked))
            return PlaneTiling.Never;
        if (Runs(plan, ModeTraits.Of(config), LeastRunningTile))
            return PlaneTiling.Running;
        if (adjacent)
            return Stacks(config, plan.ScratchCells) ? PlaneTiling.AsStack : PlaneTiling.Never;

        // A cell that takes several vectors in registers has no place between windows apart.
        bool whole = plan.Register.Size() == plan.Element.Size();
        return whole && taps <= TiledTaps && config.Width.Window > config.Width.Stride ? PlaneTiling.ByWindow : PlaneTiling.Never;
    }

    /// <summary>Whether running maxima take less time than a column for every tap.</summary>
    internal static bool Runs(KernelPlan plan, ModeTraits traits, int least) => traits.Idempotent && plan.Register == plan.Element && !plan.ChangesTaps && plan.Config.Fusion is null
        && plan.Config is { Width: { Stride: 1, Dilation: 1 }, Height: { Stride: 1, Dilation: 1 } }
        && Math.Max(plan.Config.Width.Window, plan.Config.Height.Window) >= least
        && Math.Max(plan.Config.Width.Window, plan.Config.Height.Window) <= MostRunningWindow;

    /// <summary>Whether every row has a window, so that steps over all rows of a stack waste nothing.</summary>
    private static bool Stacks(PoolConfig config, int cells) =>
        config.Height.Stride == 1 && config.Width.Stride == 1 && cells / 2 >= config.Height.EffectiveWindow * config.Width.EffectiveWindow;

    private static RowSource SourceOf(ModeTraits traits, PoolConfig config, int cells, bool leavesRows, bool leavesWidth)
    {
        // Scratch memory has room behind the last row, which a stride of 2 over single taps reads.
        bool readsBeyond = config.Width is { Window: 1, Stride: 2 };
        bool copies = config.Depth.Window * config.Height.Window == 1 && config.Width.Window > 1;
        int largest = Math.Max(config.Depth.Window, Math.Max(config.Height.Window, config.Width.Window));
        if (traits.Idempotent && (copies || largest >= StackedTaps) && Stacks(config, cells))
            return RowSource.Stacked;
        if (traits.Idempotent)
            return leavesRows ? RowSource.Clamped : RowSource.Input;
        return leavesRows || leavesWidth || readsBeyond ? RowSource.Stacked : RowSource.Input;
    }

    private static TapOrder SharedOrder(ModeTraits traits, PoolConfig config, bool leavesInput)
    {
        bool disjoint = config.Width.Window == config.Width.Stride && config.Depth.Window * config.Height.Window <= UnrolledRows;
        return disjoint && !leavesInput && (config.Width.Stride <= 2 || Halves(traits, config)) ? TapOrder.RowsFirst : TapOrder.RowsFirstShared;
    }

    /// <summary>Whether neighbouring columns meet in pairs and pairs in pairs, which sums may not: scalar code adds them one after the other.</summary>
    private static bool Halves(ModeTraits traits, PoolConfig config) =>
        traits.Idempotent && config.Width is { Window: 4, Stride: 4, Dilation: 1 } && config.Depth.Window * config.Height.Window * 4 <= UnrolledTaps;

    private static DivisorRule DivisorOf(ModeTraits traits, PoolConfig config, PoolFixedShape shape)
    {
        if (!traits.Divides)
            return DivisorRule.None;
        bool constant = config.DivisorOverride is not null
            || (AxisReach.CountsAllTaps(config.Depth, shape.Depth, config.CeilMode, config.CountIncludePad)
                && AxisReach.CountsAllTaps(config.Height, shape.Height, config.CeilMode, config.CountIncludePad)
                && AxisReach.CountsAllTaps(config.Width, shape.Width, config.CeilMode, config.CountIncludePad));
        return constant ? DivisorRule.Constant : DivisorRule.PerWindow;
    }

    private static string? FallbackReason(KernelPlan plan)
    {
        if (plan.Layout == PoolLayout.ChannelsLast)
            return null;

        if (ClampsPadding(plan.Config) && plan.Source == RowSource.Stacked && plan.LeavesInput && !ModeTraits.Of(plan.Config).Idempotent)
            return "padding in scratch memory would be clamped as well, and the bounds leave 0 out";
        return plan.SegmentColumns < SmallestSegment
            ? "the window is too large for scratch memory on the stack"
            : null;
    }

    /// <summary>Whether a 0 among the taps would not stay one.</summary>
    internal static bool ClampsPadding(PoolConfig config) => config.Fusion is { ClampsTaps: true } and ({ Lowest: > 0 } or { Largest: < 0 });

    private static int SegmentColumns(KernelPlan plan)
    {
        int pitch = plan.Source == RowSource.Stacked ? StackPitch(plan.Config, plan.ScratchCells) : plan.ScratchCells;
        return Outputs(plan.Config.Width, pitch);
    }

    /// <summary>
    /// The longest rows of a stack: short enough that a stack holds four windows below one another, or as many as beside one another
    /// where windows are large, because the rows and columns that blocks share are copied for each.
    /// </summary>
    private static int StackPitch(PoolConfig config, int cells)
    {
        int window = config.Height.EffectiveWindow;
        if (window == 1)
            return cells;
        int square = (int)Math.Sqrt((double)cells * config.Width.EffectiveWindow / window);
        int smallest = config.Width.EffectiveWindow + ((SmallestSegment - 1) * config.Width.Stride);
        return Math.Max(cells / (4 * window), Math.Min(Math.Max(square, smallest), cells / window));
    }

    /// <summary>How many windows fit into a row of so many elements.</summary>
    internal static int Outputs(PoolAxis axis, int elements) =>
        elements < axis.EffectiveWindow ? 0 : ((elements - axis.EffectiveWindow) / axis.Stride) + 1;
}
