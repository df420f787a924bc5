using Xunit;

namespace PoolGen.Tests;

/// <summary>The oracle itself, against results worked out by hand or measured on PyTorch.</summary>
public sealed class OracleTests
{
    // Size, window, stride, padding, dilation, windows in floor mode, windows in ceil mode; measured on PyTorch 2.10.
    [Theory]
    [InlineData(4, 3, 2, 0, 1, 1, 2)]
    [InlineData(4, 2, 3, 0, 1, 1, 2)]
    [InlineData(3, 1, 3, 0, 1, 1, 1)]
    [InlineData(4, 1, 2, 0, 1, 2, 2)]
    [InlineData(5, 2, 3, 1, 1, 2, 2)]
    [InlineData(4, 3, 2, 1, 1, 2, 3)]
    [InlineData(2, 3, 2, 1, 1, 1, 2)]
    [InlineData(1, 3, 2, 1, 1, 1, 1)]
    [InlineData(9, 3, 2, 1, 2, 4, 4)]
    [InlineData(4, 5, 2, 0, 1, 0, 1)]
    [InlineData(4, 6, 3, 0, 1, 0, 1)]
    [InlineData(2, 10, 9, 0, 1, 0, 1)]
    [InlineData(4, 6, 2, 0, 1, 0, 0)]
    [InlineData(2, 10, 8, 0, 1, 0, 0)]
    [InlineData(4, 5, 1, 0, 1, 0, 0)]
    [InlineData(1, 4, 1, 0, 1, 0, 0)]
    public void Windows_are_counted_as_PyTorch_counts_them(int size, int window, int stride, int padding, int dilation, int floor, int ceil)
    {
        PoolAxis axis = new(window, stride) { PaddingBefore = padding, PaddingAfter = padding, Dilation = dilation };

        Assert.Equal(floor, Oracle.Windows(axis, size, ceilMode: false));
        Assert.Equal(ceil, Oracle.Windows(axis, size, ceilMode: true));
    }

    [Fact]
    public void Averages_of_ones_show_the_divisors_that_PyTorch_uses()
    {
        float[] ones = Enumerable.Repeat(1f, 16).ToArray();
        PoolShape shape = new(1, 1, 4, 4);

        float[] included = Oracle.Pool<float>(PoolConfig.Average(3, 2, 1, ceilMode: true), shape, ones);
        float[] excluded = Oracle.Pool<float>(PoolConfig.Average(3, 2, 1, ceilMode: true, countIncludePad: false), shape, ones);

        Assert.Equal([4f / 9, 6f / 9, 2f / 6, 6f / 9, 1, 3f / 6, 2f / 6, 3f / 6, 1f / 4], included);
        Assert.Equal(Enumerable.Repeat(1f, 9), excluded);
    }

    [Fact]
    public void Asymmetric_padding_counts_on_the_side_where_it_stands()
    {
        float[] image = Enumerable.Range(1, 16).Select(i => (float)i).ToArray();
        PoolAxis axis = new(3, 2) { PaddingAfter = 1 };

        Assert.Equal([6f, 5f, 8f, 6f], Oracle.Pool<float>(PoolConfig.Create(PoolMode.Average, axis, axis), new PoolShape(1, 1, 4, 4), image));
    }

    [Fact]
    public void The_maximum_keeps_a_NaN_and_ignores_padding()
    {
        float[] image = [-3, -2, float.NaN, float.NegativeInfinity];

        float[] pooled = Oracle.Pool<float>(PoolConfig.Max(2, 1, padding: 1), new PoolShape(1, 1, 2, 2), image);

        Assert.Equal([-3, -2, -2, float.NaN, float.NaN, -2, float.NaN, float.NaN, float.NegativeInfinity], pooled);
    }
}
