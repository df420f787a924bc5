using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Cost;

/// <summary>A kernel with a workload to run it on.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Workload">The workload.</param>
internal sealed record CostedKernel(PoolKernel<float> Kernel, Workload Workload);

/// <summary>The kernels whose cost is measured one by one: those of the quick comparison.</summary>
internal static class CostedKernels
{
    /// <summary>Each kernel once, in the order of the workloads.</summary>
    public static IReadOnlyList<CostedKernel> All { get; } =
    [
        .. WorkloadList.Core
            .SelectMany(
                workload => new[] { WorkloadKernels.AnyShape(workload), WorkloadKernels.FixedShape(workload) },
                (workload, kernel) => new CostedKernel((PoolKernel<float>)kernel, workload))
            .DistinctBy(costed => costed.Kernel.Name),
    ];

    /// <summary>A small picture for a kernel of <see cref="MainJob.PhotoPools"/>.</summary>
    public static Workload Photo { get; } =
        new("photo", "a small picture", PoolConfig.Max(2, layout: PoolLayout.ChannelsLast), new PoolShape(1, 3, 32, 32), IsCore: false);

    /// <summary>The arguments of the attribute that asks for a kernel.</summary>
    public static string Arguments(PoolKernel kernel)
    {
        PoolConfig config = kernel.Config;
        PoolAxis depth = config.Depth, height = config.Height, width = config.Width;
        List<string> arguments =
        [
            $"{depth.Window}, {height.Window}, {width.Window}, {depth.Stride}, {height.Stride}, {width.Stride}, PoolMode.{config.Mode}", $"Layout = PoolLayout.{config.Layout}",
        ];
        void Add(string name, int? value, int otherwise)
        {
            if (value is int given && given != otherwise)
                arguments.Add($"{name} = {given}");
        }

        Add("PaddingFront", depth.PaddingBefore, 0);
        Add("PaddingBack", depth.PaddingAfter, 0);
        Add("PaddingTop", height.PaddingBefore, 0);
        Add("PaddingBottom", height.PaddingAfter, 0);
        Add("PaddingLeft", width.PaddingBefore, 0);
        Add("PaddingRight", width.PaddingAfter, 0);
        Add("DilationDepth", depth.Dilation, 1);
        Add("DilationHeight", height.Dilation, 1);
        Add("DilationWidth", width.Dilation, 1);
        Add("DivisorOverride", config.DivisorOverride, 0);
        Add("Batch", kernel.FixedShape.Batch, 0);
        Add("Channels", kernel.FixedShape.Channels, 0);
        Add("Depth", kernel.FixedShape.Depth, 0);
        Add("Height", kernel.FixedShape.Height, 0);
        Add("Width", kernel.FixedShape.Width, 0);
        if (config.CeilMode)
            arguments.Add("CeilMode = true");
        if (config.Mode == PoolMode.Average && config.IsPadded && config.DivisorOverride is null)
            arguments.Add($"CountIncludePad = {(config.CountIncludePad ? "true" : "false")}");
        return string.Join(", ", arguments);
    }
}
