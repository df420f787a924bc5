namespace PoolGen.Bench.Workloads;

/// <summary>The generated kernels of a workload. A workload without them cannot be checked or timed, so none may exist.</summary>
public static class WorkloadKernels
{
    /// <summary>The kernel of the workload's configuration that takes any shape.</summary>
    /// <exception cref="InvalidOperationException">The list has a workload that <see cref="AnyShapePools"/> lacks.</exception>
    public static PoolKernel AnyShape(Workload workload) =>
        Find(AnyShapePools.Kernels, workload, default, nameof(AnyShapePools));

    /// <summary>The kernel with the workload's channels, height and width fixed, and the depth of a volume.</summary>
    /// <exception cref="InvalidOperationException">The list has a workload that <see cref="FixedShapePools"/> lacks.</exception>
    public static PoolKernel FixedShape(Workload workload)
    {
        PoolFixedShape axes = new()
        {
            Channels = workload.Shape.Channels,
            Depth = workload.Shape.Depth > 1 ? workload.Shape.Depth : null,
            Height = workload.Shape.Height,
            Width = workload.Shape.Width,
        };
        return Find(FixedShapePools.Kernels, workload, axes, nameof(FixedShapePools));
    }

    private static PoolKernel Find(IReadOnlyList<PoolKernel> kernels, Workload workload, PoolFixedShape axes, string pools)
    {
        foreach (PoolKernel kernel in kernels)
        {
            if (kernel.ElementType == workload.Element && kernel.Config == workload.Config && kernel.FixedShape == axes)
                return kernel;
        }

        throw new InvalidOperationException(
            $"Workload {workload.Id} ({workload.Config} on {workload.Shape}) has no kernel: add its [PoolKernel] to {pools}");
    }
}
