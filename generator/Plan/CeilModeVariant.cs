using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>
/// The configuration without ceil mode, which gives the same over sizes that ceil mode adds no output to: there every window ends inside the padded input,
/// so that sums without padding need no rows copied with what lies beyond, and averages that count padding have one divisor.
/// </summary>
internal static class CeilModeVariant
{
    /// <summary>That configuration, or null where sizes that are fixed have such an output, or none can.</summary>
    public static PoolConfig? Of(PoolConfig config, PoolFixedShape shape)
    {
        if (!config.CeilMode || config.IsAutomatic || config.IsAdaptive || Adds(config.Depth, shape.Depth) || Adds(config.Height, shape.Height) || Adds(config.Width, shape.Width))
            return null;
        return config.WithoutCeilMode;
    }

    /// <summary>Whether it is computed in a way of its own. Channels last has its own loop for windows that leave the input in any case.</summary>
    public static bool Pays(KernelPlan without, KernelPlan plan) =>
        without is { Layout: PoolLayout.ChannelsFirst, FallbackReason: null, Source: RowSource.Input }
        && (plan.Source == RowSource.Stacked || (without.Order, without.Divisor) != (plan.Order, plan.Divisor));

    private static bool Adds(PoolAxis axis, int? size) => size is int known && PoolGeometry.RoundsUp(axis, known);
}
