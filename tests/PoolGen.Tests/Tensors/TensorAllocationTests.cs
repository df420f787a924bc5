using System.Numerics.Tensors;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Tensors;

/// <summary>Pooling tensors on one thread allocates nothing, dense or not.</summary>
public sealed class TensorAllocationTests
{
    private static readonly PoolConfig Config = PoolConfig.Max(2);
    private static readonly nint[] Lengths = [2, 3, 28, 28], Pooled = [2, 3, 14, 14];
    private static readonly nint[] Inner = [8000, 2400, 80, 2];

    private readonly float[] input = new float[20000];
    private readonly float[] output = new float[20000];

    [Theory]
    [InlineData(2352, 784, 28)]
    [InlineData(3000, 784, 28)]
    [InlineData(3000, 800, 28)]
    [InlineData(3000, 960, 30)]
    public void A_call_allocates_nothing(int sample, int channel, int row)
    {
        nint[] strides = [sample, channel, row, 1];
        PoolDispatcher none = new([]);

        Assert.Equal(0, Allocation.Of(() => PoolDispatcher.Default.Run(Config, Read(strides), new TensorSpan<float>(output, Pooled))));
        Assert.Equal(0, Allocation.Of(() => none.Run(Config, Read(strides), new TensorSpan<float>(output, Pooled))));
    }

    [Fact]
    public void A_call_without_strides_allocates_nothing() => Assert.Equal(0, Allocation.Of(() =>
        PoolDispatcher.Default.Run(Config, new ReadOnlyTensorSpan<float>(input, Lengths), new TensorSpan<float>(output, Pooled))));

    [Fact]
    public void A_call_through_a_buffer_allocates_nothing_once_it_was_rented() =>
        Assert.Equal(0, Allocation.Of(() => PoolDispatcher.Default.Run(Config, Read(Inner), new TensorSpan<float>(output, Pooled))));

    private ReadOnlyTensorSpan<float> Read(nint[] strides) => new(input, 0, Lengths, strides);
}
