using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Dispatch;

/// <summary>A call on one thread allocates nothing, however the kernel is reached.</summary>
public sealed class AllocationTests
{
    private static readonly PoolShape Shape = new(1, 3, 28, 28);

    private readonly float[] input = new float[Shape.Length];
    private readonly float[] output = new float[Shape.Length];

    [Fact]
    public void A_direct_call_allocates_nothing()
    {
        Assert.Equal(0, Allocation.Of(() => GuardPools.Max2x2S2(input, output, Shape)));
        Assert.Equal(0, Allocation.Of(() => GuardPools.Average3x3S2P1(input, output, Shape)));
        Assert.Equal(0, Allocation.Of(() => GuardPools.Samples(input.AsSpan(0, 72), output)));
    }

    [Fact]
    public void A_dispatched_call_allocates_nothing()
    {
        PoolConfig max = PoolConfig.Max(2), average = PoolConfig.Average(5, 3, 2);
        PoolDispatcher pool = PoolDispatcher.Default.With(GuardPools.Kernels), none = new([]);

        Assert.Equal(0, Allocation.Of(() => pool.Run<float>(max, Shape, input, output)));
        Assert.Equal(0, Allocation.Of(() => none.Run<float>(max, Shape, input, output)));
        Assert.Equal(0, Allocation.Of(() => pool.Run<float>(average, Shape, input, output)));

        // Threads cost memory; work that is too small for them does not.
        PoolDispatcher threads = new([]) { MaxDegreeOfParallelism = 4 };
        Assert.Equal(0, Allocation.Of(() => threads.Run<float>(max, Shape, input, output)));
    }

    [Fact]
    public void A_kernel_that_was_found_allocates_nothing()
    {
        PoolKernel<float> generated = PoolDispatcher.Default.Find<float>(PoolConfig.Max(2), Shape);
        PoolKernel<float> fallback = PoolDispatcher.Default.Find<float>(PoolConfig.Max(6), Shape);

        Assert.Equal(0, Allocation.Of(() => generated.Run(input, output, Shape)));
        Assert.Equal(0, Allocation.Of(() => fallback.Run(input, output, Shape)));
    }

    [Fact]
    public void A_configuration_with_options_at_hand_allocates_nothing()
    {
        PoolAxis axis = new(3, 2) { PaddingBefore = 1, PaddingAfter = 1 };

        Assert.Equal(0, Allocation.Of(() => PoolConfig.Create(PoolMode.Average, axis, axis)));
    }

    [Fact]
    public void The_measure_sees_an_allocation() => Assert.InRange(Allocation.Of(() => GC.KeepAlive(new object())), 1600, 10000);
}
