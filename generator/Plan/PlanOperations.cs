using System;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>
/// What the inner loops of a plan take, counted per element and so per lane: as many vector operations per vector of outputs. Edges, the
/// search for NaN and the division are left out.
/// </summary>
/// <param name="Outputs">Neighbouring outputs that share operations.</param>
/// <param name="Count">What they take together.</param>
internal readonly record struct PlanOperations(int Outputs, OperationCount Count)
{
    /// <summary>Running maxima take three combinations per element and axis: one on the way back, one on the way there and one where both meet.</summary>
    private static readonly OperationCount Running = new(Loads: 3, Combinations: 3, Stores: 2);

    /// <summary>A window that ends inside a vector takes in the vector that ends with it.</summary>
    private static readonly OperationCount LastVector = new(Loads: 1, Combinations: 1, Stores: 0);

    private static readonly OperationCount Copy = new(Loads: 1, Combinations: 0, Stores: 1);

    /// <summary>What a plan takes.</summary>
    public static PlanOperations Of(KernelPlan plan) =>
        plan.FallbackReason is not null ? Naive(plan) : plan.Layout == PoolLayout.ChannelsFirst ? ChannelsFirst(plan) : ChannelsLast(plan);

    /// <summary>What every window takes that shares nothing.</summary>
    public static PlanOperations Naive(KernelPlan plan) => new(1, OperationCount.OfTaps(TapRows(plan) * plan.Config.Width.Window));

    /// <summary>The tap rows of a window, over all its slices.</summary>
    private static long TapRows(KernelPlan plan) => (long)plan.Config.Depth.Window * plan.Config.Height.Window;

    private static PlanOperations ChannelsFirst(KernelPlan plan)
    {
        if (plan.WalksDown)
            return Walk(plan);
        if (plan.RunsAlongRows)
            return new(1, Widened(256 / 8 / plan.Element.Size()) + Running + LastVector);
        if (plan.Order == TapOrder.RowsFirstShared)
            return Shared(plan);

        PoolAxis height = plan.Config.Height, width = plan.Config.Width;
        int outputs = plan.PairsRows ? 2 : 1;
        OperationCount taps = outputs * OperationCount.OfTaps(TapRows(plan) * width.Window);
        if (plan.PairsRows)
            taps = taps with { Loads = (height.Window + height.Stride) * width.Window };
        return new(outputs, plan.Source == RowSource.Stacked ? taps + (outputs * plan.Config.Depth.Window * height.Stride * width.Stride * Copy) : taps);
    }

    /// <summary>Steps that leave the extremum of as many elements as a vector has lanes in every cell: by four cells, and by two for the rest.</summary>
    private static OperationCount Widened(int lanes)
    {
        OperationCount steps = default;
        for (; lanes >= 4; lanes /= 4)
            steps += new OperationCount(Loads: 4, Combinations: 3, Stores: 1);
        return lanes > 1 ? steps + new OperationCount(Loads: 2, Combinations: 1, Stores: 1) : steps;
    }

    private static PlanOperations Walk(KernelPlan plan)
    {
        int rows = plan.Config.Height.Window, columns = plan.Config.Width.Window;
        if (plan.Order == TapOrder.RowMajor)
            return new(1, OperationCount.OfTaps(rows * columns) with { Loads = columns * plan.Config.Height.Stride });

        // As many windows as a window has rows but one share the rows in the middle.
        int outputs = Math.Max(1, rows - 1);
        int down = rows <= 2 ? rows - 1 : rows + (2 * outputs) - 4;
        OperationCount across = outputs * OperationCount.OfTaps(columns);
        return new(outputs, across with { Combinations = across.Combinations + down });
    }

    private static PlanOperations Shared(KernelPlan plan)
    {
        PoolAxis height = plan.Config.Height, width = plan.Config.Width;
        if (plan.Source == RowSource.Stacked)
            return new(1, (plan.Config.Depth.Window * Copy) + Slices(plan) + plan.RowNetwork.PerOutput(1) + plan.Network.PerOutput(1));
        if (!plan.PairsRows)
            return new(1, (width.Stride * OperationCount.OfTaps(TapRows(plan))) + plan.Network.PerOutput(width.Stride));

        // The rows that both windows have meet once.
        int rows = height.Window + height.Stride, both = height.Window - height.Stride - 1;
        OperationCount met = width.Stride * new OperationCount(rows, both + (2 * height.Stride), 2);
        if (!plan.CarriesColumns)
            return new(2, met + (2 * plan.Network.PerOutput(width.Stride)));

        // Rows that have met stay in registers.
        return new(2, new(met.Loads, met.Combinations + (2 * (width.Window - 1)), 2));
    }

    /// <summary>Slices that stand one behind the other meet in the first of them.</summary>
    private static OperationCount Slices(KernelPlan plan) => plan.Config.Depth.Window == 1 ? default : OperationCount.OfTaps(plan.Config.Depth.Window);

    private static PlanOperations ChannelsLast(KernelPlan plan)
    {
        long rows = TapRows(plan);
        int columns = plan.Config.Width.Window, stride = plan.Config.Width.Stride;
        if (plan.PairsWindows)
            return new(2, Pair(plan.Config.Height.Window) + Pair(columns));
        if (plan.RunsWindows)
            return new(1, Along(plan.Config.Height.Window) + Along(columns));
        return plan.SlidingVectors > 0
            ? new(1, new(rows * stride, ((rows - 1) * stride) + columns - 1, 1))
            : Naive(plan);

        static OperationCount Along(int window) => window == 1 ? Copy : Running;

        // All taps of both windows but the outer two meet once.
        static OperationCount Pair(int window) => new(window + 1, window, 2);
    }
}
