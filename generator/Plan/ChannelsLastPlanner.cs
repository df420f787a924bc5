using System;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Plans what channels last has of its own: columns that slide, tiles of channels, and pixels of few channels.</summary>
internal static class ChannelsLastPlanner
{
    /// <summary>Vectors of channels that a channels-last window takes at a time: two cache lines, and chains enough to hide their latency.</summary>
    private const int ChannelVectors = 4;

    /// <summary>Windows of so few taps take one vector of channels at a time: more were slower on 2×2 averages.</summary>
    private const int FewTaps = 4;

    /// <summary>The smallest window that takes less time with running maxima, or in pairs, than with a column for every tap.</summary>
    private const int LeastRunningWindow = 5;

    /// <summary>The largest window that comes in pairs: with half a combination per tap it costs as many per axis as running maxima do.</summary>
    private const int MostPairedWindow = 6;

    /// <summary>Bytes of an input row that a channels-last kernel walks along before it takes the next channels: its lines stay in the first-level cache.</summary>
    private const int SlidingBytes = 4 * 1024;

    /// <summary>Bytes of scratch memory for rows of few channels: little, because what generated code has on the stack is cleared by every call.</summary>
    private const int PixelBytes = 2 * 1024;

    /// <summary>Vector registers that hold columns while a channels-last kernel walks along a row; others take what is computed from them.</summary>
    private const int SlidingRegisters = 10;

    public static KernelPlan Plan(KernelPlan plan, ModeTraits traits, bool exact)
    {
        // Walking along the row costs more than it saves where a window shares less than half of its columns.
        PoolAxis width = plan.Config.Width;
        int kept = width.Window - width.Stride;
        bool slides = plan.UnrollRows && !exact && width.Dilation == 1 && kept >= width.Stride && width.PaddingBefore <= kept;
        int tapRows = plan.Config.Depth.Window * plan.Config.Height.Window;
        bool runs = !plan.PoolsDepth && KernelPlanner.Runs(plan, traits, LeastRunningWindow);
        plan = plan with
        {
            RepeatsTaps = traits.Idempotent,
            RunsWindows = runs,
            PairsWindows = runs && Math.Max(width.Window, plan.Config.Height.Window) <= MostPairedWindow && Math.Min(width.Window, plan.Config.Height.Window) > 1,
            TileVectors = tapRows * (long)width.Window > FewTaps ? ChannelVectors : 1,
            SlidingVectors = slides && !runs ? Math.Max(1, Math.Min(ChannelVectors, SlidingRegisters / (kept + 1))) : 0,
            FetchesAhead = plan.UnrollRows && !slides && !runs,
            SlidingCells = SlidingBytes / plan.Element.Size() / width.Stride,
        };
        return WithFewChannels(plan, traits);
    }

    /// <summary>Pixels that do not fill a vector are pooled as rows in scratch memory: maxima of rows that have met, sums of padded rows.</summary>
    private static KernelPlan WithFewChannels(KernelPlan plan, ModeTraits traits)
    {
        int few = (256 / 8 / plan.Register.Size()) - 1;

        // Padded rows of a sum stand for one plane; the slices of a window would need as many of them, and their padding must stay 0.
        if (!traits.Idempotent && (plan.PoolsDepth || KernelPlanner.ClampsPadding(plan.Config)))
            return plan;
        int tapRows = plan.Config.Depth.Window * plan.Config.Height.Window;
        int rows = traits.Idempotent ? 1 : plan.Config.Height.EffectiveWindow;
        int columns = KernelPlanner.Outputs(plan.Config.Width, plan.ScratchCells / rows / few);
        return (plan.UnrollRows || (traits.Idempotent && tapRows <= KernelPlanner.UnrolledRows && plan.Config.Width.Window <= KernelPlanner.UnrolledRows))
            && (plan.FixedShape.Channels ?? 1) <= few && columns >= KernelPlanner.SmallestSegment
            ? plan with { FewChannels = few, PixelColumns = columns, PixelCells = PixelBytes / plan.Element.Size() }
            : plan;
    }
}
