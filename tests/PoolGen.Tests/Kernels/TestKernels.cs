using PoolGen.Tests.Support;

namespace PoolGen.Tests.Kernels;

/// <summary>The set of generated kernels that every kernel test runs over.</summary>
public static class TestKernels
{
    /// <summary>Every kernel of the set.</summary>
    public static IReadOnlyList<PoolKernel> All { get; } =
    [
        .. TorchPools.Kernels,
        .. TorchPoolsChannelsLast.Kernels,
        .. TensorFlowPools.Kernels,
        .. WindowPools.Kernels,
        .. BorderPools.Kernels,
        .. FixedPools.Kernels,
        .. DoublePools.Kernels,
        .. ReassociatedPools.Kernels,
        .. PixelPools.Kernels,
        .. TorchLines.Kernels,
        .. TorchVolumes.Kernels,
        .. TorchTypes.Kernels,
        .. LinePools.Kernels,
        .. VolumePools.Kernels,
        .. VolumePoolsChannelsLast.Kernels,
        .. MinimumPools.Kernels,
        .. SumPools.Kernels,
        .. HalfPools.Kernels,
        .. WholePools.Kernels,
        .. SamePools.Kernels,
        .. NormPools.Kernels,
        .. AdaptivePools.Kernels,
        .. ActivatedPools.Kernels,
    ];

    /// <summary>The names of the kernels, for theories: element type and method.</summary>
    public static IEnumerable<string> Names => All.Select(NameOf);

    /// <summary>The name of a kernel with its element type.</summary>
    public static string NameOf(PoolKernel kernel) => $"{ElementTypes.NameOf(kernel.ElementType)} {kernel.Name}";

    /// <summary>The kernel of a name.</summary>
    public static PoolKernel ByName(string name) => All.First(kernel => NameOf(kernel) == name);

    /// <summary>Every kernel that computes a configuration for a shape.</summary>
    public static IEnumerable<PoolKernel<T>> For<T>(PoolConfig config, PoolShape shape) =>
        All.OfType<PoolKernel<T>>().Where(kernel => kernel.Config.Satisfies(config.Over(ElementTypes.AreWhole<T>())) && kernel.FixedShape.Matches(shape));
}
