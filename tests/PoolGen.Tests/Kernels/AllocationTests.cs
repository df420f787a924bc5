using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>A kernel call on one thread allocates nothing.</summary>
[Trait("Category", "kernels")]
public sealed class AllocationTests
{
    [Fact]
    public void No_kernel_allocates()
    {
        List<string> allocating = [];
        foreach (PoolKernel kernel in TestKernels.All)
        {
            foreach (PoolShape shape in TestShapes.Few(kernel))
            {
                long bytes = kernel is PoolKernel<float> single ? Allocated(single, shape) : Allocated((PoolKernel<double>)kernel, shape);
                if (bytes != 0)
                    allocating.Add($"{TestKernels.NameOf(kernel)} {shape}: {bytes} bytes");
            }
        }

        Assert.True(allocating.Count == 0, string.Join('\n', allocating.Take(10)));
    }

    [Fact]
    public void A_direct_call_of_a_generated_method_allocates_nothing()
    {
        PoolShape shape = new(2, 3, 9, 37);
        float[] input = new float[shape.Length];
        float[] output = new float[PoolConfig.Max(4, 1).OutputShape(shape).Length];
        WindowPools.Max4x4S1(input, output, shape);

        long before = GC.GetAllocatedBytesForCurrentThread();
        WindowPools.Max4x4S1(input, output, shape);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long Allocated<T>(PoolKernel<T> kernel, PoolShape shape)
    {
        T[] input = new T[shape.Length];
        T[] output = new T[kernel.Config.OutputShape(shape).Length];

        // The runtime may allocate for itself on this thread, once: for static fields, or while it exchanges code. A kernel would every time.
        long least = long.MaxValue;
        for (int call = 0; call < 3 && least > 0; call++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            kernel.Run(input, output, shape);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
