using System;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Plans channels-first kernels for small windows that overlap, whose vectors walk down the rows of a plane.</summary>
internal static class WalkPlanner
{
    /// <summary>The largest windows that vectors walk down with: they keep a row, or a sum, for each row of the window but one where windows are one apart.</summary>
    private const int WalkedTaps = 5;

    /// <summary>Output rows that a vector walks down: as many lines of input and of output fit into the first-level cache.</summary>
    private const int WalkedRows = 64;

    /// <summary>Bytes of output of small planes that a vector walks down in one call, which costs as much as a few rows.</summary>
    private const int WalkedBytes = 8 * 1024;

    /// <summary>Bytes of input that vectors of windows with their indices walk down in one call, while as much behind them is asked for.</summary>
    private const int IndexedBytes = 64 * 1024;

    /// <summary>Input rows that they take on the way: what is asked for is still in the first-level cache when they come to it.</summary>
    private const int IndexedRows = 32;

    /// <summary>Rows of a turn at least: enough work for what a turn costs besides.</summary>
    private const int LeastTurnRows = 4;

    /// <summary>Rows of a turn at most, which is a small plane without a branch.</summary>
    private const int MostTurnRows = 14;

    /// <summary>
    /// Whether vectors can walk down the planes: windows overlap, and a vector reaches beyond one end of its row only by what padding there is, which the
    /// lanes of half a vector must cover. Where windows are two apart that is a window at either end; walking spares the copy of rows with padding around them,
    /// and sums that need none are taken faster along the row, as maxima are.
    /// </summary>
    public static bool Walks(KernelPlan plan, ModeTraits traits)
    {
        PoolAxis height = plan.Config.Height, width = plan.Config.Width;
        if (plan.Element is not (ElementType.Float or ElementType.Double) || plan.Config.Depth != default
            || height is not { Dilation: 1, Window: <= WalkedTaps } || width is not { Dilation: 1, Window: <= WalkedTaps } || !Fits(plan))
            return false;

        int padding = width.PaddingBefore + width.PaddingAfter;
        if (height.Stride == 1 && width.Stride == 1)
        {
            return height.Window * width.Window > 1
                && padding <= Math.Min(width.Window - 1, 128 / 8 / plan.Element.Size())
                && (width.PaddingAfter == 0 || padding == width.Window - 1);
        }

        // A window that counts padding differs from the next one where a row ends, too. Rows above the plane are those that the next window has as well.
        bool counts = plan.Divisor != DivisorRule.PerWindow || !plan.Config.CountIncludePad || !(height.IsPadded || width.IsPadded);
        return !traits.Idempotent && plan is { Source: RowSource.Stacked, Order: TapOrder.RowMajor } && counts
            && height is { Stride: <= 2 } && height.Window - height.Stride >= Math.Max(1, height.PaddingBefore)
            && width is { Stride: 2 } && width.Window > width.Stride && width.PaddingBefore <= width.Stride
            && AxisReach.FurthestBeyond(width, plan.Config.CeilMode) <= 1 && AxisReach.FurthestBeyond(height, plan.Config.CeilMode) <= 1;
    }

    /// <summary>Whether some vector fits into rows of a width that is known: one that reaches over the padding of one side, or holds a row that has as many outputs as inputs.</summary>
    private static bool Fits(KernelPlan plan)
    {
        PoolAxis width = plan.Config.Width;
        if (plan.FixedShape.Width is not int size)
            return true;
        int outputs = PoolGeometry.OutputSize(width, size, plan.Config.CeilMode), lanes = 128 / 8 / plan.Element.Size();
        bool same = width.Stride == 1 && width.PaddingBefore + width.PaddingAfter == width.Window - 1;
        int reach = width.Stride == 1 ? Math.Max(width.PaddingBefore, width.PaddingAfter) : 1;
        return WalkedWidths.Fit(outputs, reach, same, lanes, widest: 2 * lanes);
    }

    /// <summary>
    /// Whether vectors of windows with their indices can: windows below one another share rows, and those of the first begin above the plane at most with what
    /// the next ones have, too. The input under the last vector must lie in its row.
    /// </summary>
    public static bool WalksWithIndices(KernelPlan plan)
    {
        PoolAxis height = plan.Config.Height, width = plan.Config.Width;
        return plan is { Layout: PoolLayout.ChannelsFirst, PoolsDepth: false, VectorColumns: true }
            && plan.Register == plan.Element
            && height is { Dilation: 1, Window: <= WalkedTaps }
            && width is { Dilation: 1, Window: <= WalkedTaps }
            && (width.Stride > 1 || width.PaddingBefore + width.PaddingAfter < width.Window)
            && height.Window - height.Stride >= Math.Max(1, height.PaddingBefore);
    }

    /// <summary>The plan for such a kernel.</summary>
    public static KernelPlan PlanWithIndices(KernelPlan plan) => plan with
    {
        WalksDown = true,
        WalkedRows = IndexedRows / plan.Config.Height.Stride,
        WalkedCells = IndexedBytes / plan.Element.Size(),
    };

    /// <summary>The plan for such a configuration.</summary>
    public static KernelPlan Plan(KernelPlan plan, ModeTraits traits) => plan with
    {
        WalksDown = true,
        TurnRows = TurnRows(plan, traits),
        WalkedRows = WalkedRows,
        WalkedCells = WalkedBytes / plan.Element.Size(),
        ScansForNaN = traits.PropagatesNaN,
        Source = RowSource.Input,
        Order = traits.Idempotent ? TapOrder.RowsFirstShared : TapOrder.RowMajor,
        Tiling = plan.Config.Width.Stride > 1 ? plan.Tiling : PlaneTiling.Never,
        PairsRows = false,
        CarriesColumns = false,
        FetchesAhead = false,
    };

    /// <summary>
    /// Rows of a turn: as many windows as share rows, or more where they are few. Where the height is fixed, turns leave few rows to be taken
    /// one by one, or none: a small plane is one turn.
    /// </summary>
    private static int TurnRows(KernelPlan plan, ModeTraits traits)
    {
        PoolAxis height = plan.Config.Height;
        int group = traits.Idempotent ? Math.Max(1, height.Window - 1) : 1;
        int rows = group * Math.Max(1, LeastTurnRows / group);
        if (height.Window == 1 || plan.FixedShape.Height is not int size)
            return rows;

        // A maximum repeats the last row of the plane; a sum leaves out what lies below, and divides windows at both ends by other numbers, one by one.
        // Where windows are two apart, one leaves the plane at either end at most.
        int all = PoolGeometry.OutputSize(height, size, plan.Config.CeilMode);
        int below = Math.Max(0, PoolGeometry.WindowStart(height, all - 1) + height.Window - size), above = plan.Divisor == DivisorRule.PerWindow ? height.PaddingBefore : 0;
        int alone = traits.Idempotent ? 0 : height.Stride > 1 ? Math.Min(below, 1) + Math.Min(above, 1) : height.PaddingAfter + above;
        int outputs = all - alone;
        if (outputs < LeastTurnRows)
            return rows;
        return outputs <= MostTurnRows
            ? outputs
            : Enumerable.Range(LeastTurnRows, MostTurnRows - LeastTurnRows + 1).OrderBy(count => outputs % count).ThenBy(count => Math.Abs(count - rows)).First();
    }
}
