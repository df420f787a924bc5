using static PoolGen.PoolMode;

namespace PoolGen.Tests.Dispatch;

/// <summary>Kernels whose arguments the tests of this folder spoil.</summary>
[PoolKernel(2, 2, Max)]
[PoolKernel(2, 2, Max, Channels = 3, Height = 4, Width = 6)]
[PoolKernel(4, 1, Max, Padding = 3)]
[PoolKernel(3, 2, Average, Padding = 1, CountIncludePad = true)]
internal static partial class GuardPools
{
    [PoolKernel(2, 2, Max, Channels = 3, Height = 4, Width = 6)]
    public static partial void Samples(ReadOnlySpan<float> input, Span<float> output);
}
