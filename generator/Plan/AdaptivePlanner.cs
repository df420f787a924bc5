using System;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Plan;

/// <summary>Plans kernels whose windows follow from the numbers of outputs and the size of the input.</summary>
internal static class AdaptivePlanner
{
    /// <summary>Bytes of scratch memory for a row of columns: a quarter of a first-level cache.</summary>
    private const int ScratchBytes = 8 * 1024;

    /// <summary>Vectors that go down the rows of a window side by side: two cache lines, and chains enough to hide their latency.</summary>
    private const int Vectors = 4;

    /// <summary>The widest output rows of planes that are put in lanes.</summary>
    private const int TileColumns = 32;

    /// <summary>Columns of a row's windows that are written out one by one.</summary>
    private const int UnrolledColumns = 128;

    public static KernelPlan Plan(PoolConfig config, PoolFixedShape fixedShape, ElementType element)
    {
        ModeTraits traits = ModeTraits.Of(config);
        (int Least, int Most) depth = Taps(config.Depth, fixedShape.Depth), height = Taps(config.Height, fixedShape.Height), width = Taps(config.Width, fixedShape.Width);
        long most = Math.Min(int.MaxValue, Math.Min(int.MaxValue, (long)depth.Most * height.Most) * width.Most);
        bool alike = depth.Least == depth.Most && height.Least == height.Most && width.Least == width.Most;
        ElementType? register = RegisterType.Of(element, traits, config.Fusion, most);
        ElementType held = register ?? element;
        int cells = ScratchBytes / held.Size();
        bool fetches = config.Layout == PoolLayout.ChannelsFirst && !Covers(config) && !(fixedShape.Width < Vectors * (256 / 8 / held.Size()));
        KernelPlan plan = new()
        {
            Config = config,
            FixedShape = fixedShape,
            Element = element,
            Register = held,
            ChangesTaps = traits.TakesPowers,
            Layout = fixedShape.Channels == 1 ? PoolLayout.ChannelsFirst : config.Layout,
            Divisor = !traits.Divides ? DivisorRule.None : config.DivisorOverride is not null || alike ? DivisorRule.Constant : DivisorRule.PerWindow,
            AdaptiveTaps = alike ? most : null,
            UnrollColumns = fixedShape.Width <= cells && (long)config.Width.Outputs * width.Most <= UnrolledColumns,
            TileVectors = Vectors,
            FetchesAhead = fetches,
            StreamsRows = fetches && !config.PoolsDepth,
            TapsPerLoad = Covers(config) && held is (ElementType.Float or ElementType.Double) ? 16 / held.Size() : 0,
            ScratchCells = cells,
            TileColumns = TileColumns,
            VectorBits = new([256, 128]),
            RowNetwork = WindowNetwork.Cheapest(1, 1, stride: 1, idempotent: false),
            Network = WindowNetwork.Cheapest(1, 1, stride: 1, idempotent: false),
            Remarks = new([]),
        };
        if (Slides(config.Depth) || Slides(config.Height) || config.Width is { IsAdaptive: false })
            return plan.InLoops("windows slide along some axes and follow from the outputs along others");
        if (config.Fusion is not null)
            return plan.InLoops("windows follow from the outputs, and there are bounds or scales beside them");
        if (register is null)
            return plan.InLoops("no vectors hold the sums of its windows");
        plan = plan with { Tiling = Tiles(plan) ? PlaneTiling.ByColumn : PlaneTiling.Never };
        return plan with { Remarks = PlanWords.Of(plan) };
    }

    /// <summary>Whether planes may turn out to be so small that they are put in lanes, which hold elements as they are.</summary>
    private static bool Tiles(KernelPlan plan) => plan is { Layout: PoolLayout.ChannelsFirst, PoolsDepth: false, Config.Width.Outputs: <= TileColumns }
        && plan.Register == plan.Element && plan.Element.Size() >= sizeof(int) && !Covers(plan.Config)
        && !(plan.FixedShape.Width < 16 / plan.Element.Size())
        && !(plan.Config.Height.Outputs > 0 && plan.Config.Height.Outputs * plan.Config.Width.Outputs < 16 / plan.Element.Size())
        && !((long?)plan.FixedShape.Height * plan.FixedShape.Width * (128 / 8) > TiledPlanes.MostBytes);

    /// <summary>Whether a window covers a plane, or a volume where the depth is pooled along.</summary>
    private static bool Covers(PoolConfig config) =>
        config is { Height.Outputs: 1, Width.Outputs: 1 } && (!config.PoolsDepth || config.Depth.Outputs == 1);

    private static bool Slides(PoolAxis axis) => !axis.IsAdaptive && axis != default;

    /// <summary>The fewest and the most taps that windows have along an axis.</summary>
    private static (int Least, int Most) Taps(PoolAxis axis, int? size)
    {
        if (!axis.IsAdaptive)
            return (1, 1);
        if (size is not int n)
            return (1, int.MaxValue);
        (int least, int most) = (n, 1);
        for (int index = 0; index < axis.Outputs; index++)
        {
            (int start, int end) = PoolGeometry.AdaptiveWindow(axis, n, index);
            (least, most) = (Math.Min(least, end - start), Math.Max(most, end - start));
        }

        return (least, most);
    }
}
