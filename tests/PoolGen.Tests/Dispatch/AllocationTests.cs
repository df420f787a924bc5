using System.Runtime.CompilerServices;
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
        Assert.Equal(0, Allocated(() => GuardPools.Max2x2S2(input, output, Shape)));
        Assert.Equal(0, Allocated(() => GuardPools.Average3x3S2P1(input, output, Shape)));
        Assert.Equal(0, Allocated(() => GuardPools.Samples(input.AsSpan(0, 72), output)));
    }

    [Fact]
    public void A_dispatched_call_allocates_nothing()
    {
        PoolConfig max = PoolConfig.Max(2), average = PoolConfig.Average(5, 3, 2);
        PoolDispatcher pool = PoolDispatcher.Default.With(GuardPools.Kernels), none = new([]);

        Assert.Equal(0, Allocated(() => pool.Run<float>(max, Shape, input, output)));
        Assert.Equal(0, Allocated(() => none.Run<float>(max, Shape, input, output)));
        Assert.Equal(0, Allocated(() => pool.Run<float>(average, Shape, input, output)));

        // Threads cost memory; work that is too small for them does not.
        PoolDispatcher threads = new([]) { MaxDegreeOfParallelism = 4 };
        Assert.Equal(0, Allocated(() => threads.Run<float>(max, Shape, input, output)));
    }

    [Fact]
    public void A_kernel_that_was_found_allocates_nothing()
    {
        PoolKernel<float> generated = PoolDispatcher.Default.Find<float>(PoolConfig.Max(2), Shape);
        PoolKernel<float> fallback = PoolDispatcher.Default.Find<float>(PoolConfig.Max(6), Shape);

        Assert.Equal(0, Allocated(() => generated.Run(input, output, Shape)));
        Assert.Equal(0, Allocated(() => fallback.Run(input, output, Shape)));
    }

    [Fact]
    public void A_configuration_with_options_at_hand_allocates_nothing()
    {
        PoolAxis axis = new(3, 2) { PaddingBefore = 1, PaddingAfter = 1 };

        Assert.Equal(0, Allocated(() => PoolConfig.Create(PoolMode.Average, axis, axis)));
    }

    [Fact]
    public void The_measure_sees_an_allocation() => Assert.InRange(Allocated(() => GC.KeepAlive(new object())), 1600, 10000);

    // The least of some measurements: a collection that another test causes may count what is left of this thread's memory as allocated, but not each time.
    private static long Allocated(Action call) => Enumerable.Range(0, 3).Min(_ => AllocatedOnce(call));

    // The bytes of a hundred calls, after enough of them that nothing is left to be initialised.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long AllocatedOnce(Action call)
    {
        for (int i = 0; i < 3; i++)
            call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
