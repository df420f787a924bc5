using CsCheck;
using PoolGen.Tests.Dispatch;
using Xunit;

namespace PoolGen.Tests.Geometry;

/// <summary>Where windows lie, against a list of taps that is made one by one.</summary>
public sealed class PoolGeometryTests
{
    private static readonly Gen<(PoolAxis Axis, int Size, bool Ceil)> Cases = Gen.Select(RandomPools.Axis, Gen.Int[1, 40], Gen.Bool);

    // Measured on PyTorch 2.10: size, window, stride, padding, dilation, then the outputs in floor and in ceil mode.
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
    [InlineData(4, 7, 4, 0, 1, 0, 1)]
    [InlineData(2, 9, 8, 0, 1, 0, 1)]
    [InlineData(2, 10, 9, 0, 1, 0, 1)]
    [InlineData(4, 6, 2, 0, 1, 0, 0)]
    [InlineData(2, 10, 8, 0, 1, 0, 0)]
    [InlineData(4, 5, 1, 0, 1, 0, 0)]
    [InlineData(1, 4, 1, 0, 1, 0, 0)]
    public void Corner_sizes_are_those_of_PyTorch(int size, int window, int stride, int padding, int dilation, int floor, int ceil)
    {
        PoolAxis axis = new(window, stride) { PaddingBefore = padding, PaddingAfter = padding, Dilation = dilation };

        Assert.Equal(floor, PoolGeometry.OutputSize(axis, size, ceilMode: false));
        Assert.Equal(ceil, PoolGeometry.OutputSize(axis, size, ceilMode: true));
    }

    [Fact]
    public void Output_sizes_count_the_windows() =>
        Cases.Sample((axis, size, ceil) => PoolGeometry.OutputSize(axis, size, ceil) == Oracle.Windows(axis, size, ceil));

    [Fact]
    public void Shapes_round_up_where_ceil_mode_adds_a_window_along_some_axis() =>
        Gen.Select(Cases, Cases, Cases).Sample((along, down, across) =>
        {
            PoolConfig config = PoolConfig.Create(PoolMode.Max, along.Axis, down.Axis, across.Axis);
            PoolShape shape = new(1, 1, along.Size, down.Size, across.Size);
            bool adds = new[] { along, down, across }.Any(axis => Oracle.Windows(axis.Axis, axis.Size, true) != Oracle.Windows(axis.Axis, axis.Size, false));

            Assert.Equal(adds, PoolGeometry.RoundsUp(config, shape));
        });

    [Fact]
    public void Valid_taps_are_those_inside_the_axis() =>
        Cases.Sample((axis, size, ceil) =>
        {
            for (int window = 0; window < Oracle.Windows(axis, size, ceil); window++)
            {
                PoolAxis stated = Oracle.Stated(axis, size);
                int[] positions = Taps(stated, window);
                int[] inside = [.. Enumerable.Range(0, axis.Window).Where(tap => positions[tap] >= 0 && positions[tap] < size)];
                (int first, int end) = PoolGeometry.ValidTaps(axis, size, window);

                Assert.Equal(positions[0], PoolGeometry.WindowStart(stated, window));
                Assert.Equal(inside, first < end ? Enumerable.Range(first, end - first) : []);
            }
        });

    [Fact]
    public void Divisors_count_taps_in_the_input_or_in_the_padded_input() =>
        Cases.Sample((axis, size, ceil) =>
        {
            for (int window = 0; window < Oracle.Windows(axis, size, ceil); window++)
            {
                PoolAxis stated = Oracle.Stated(axis, size);
                int[] positions = Taps(stated, window);
                int inside = positions.Count(place => place >= 0 && place < size);
                int padded = positions.Count(place => place < size + stated.PaddingAfter);
                if (inside == 0)
                    return;

                Assert.Equal(inside, PoolGeometry.DivisorExtent(axis, size, window, countIncludePad: false));
                Assert.Equal(padded, PoolGeometry.DivisorExtent(axis, size, window, countIncludePad: true));
            }
        });

    [Fact]
    public void Unpadded_windows_are_exactly_those_with_every_tap_inside() =>
        Cases.Sample((axis, size, ceil) =>
        {
            int windows = Oracle.Windows(axis, size, ceil);
            (int first, int end) = PoolGeometry.UnpaddedWindows(axis, size, windows);
            int[] inside = [.. Enumerable.Range(0, windows).Where(window => Taps(Oracle.Stated(axis, size), window).All(place => place >= 0 && place < size))];

            Assert.InRange(first, 0, windows);
            Assert.InRange(end, first, windows);
            Assert.Equal(inside, Enumerable.Range(first, end - first));
        });

    [Fact]
    public void A_shape_is_accepted_where_every_window_holds_an_element() =>
        Gen.Select(RandomPools.Config, RandomPools.Shape).Sample((config, shape) =>
        {
            if (Oracle.Accepts(config, shape))
            {
                Assert.Equal(Oracle.OutputShape(config, shape), config.OutputShape(shape));
            }
            else
            {
                Assert.Equal("shape", Assert.Throws<ArgumentException>(() => config.OutputShape(shape)).ParamName);
            }
        });

    [Fact]
    public void The_longest_axis_is_counted_without_overflow()
    {
        PoolAxis plain = new(2, 2);
        PoolAxis padded = new(4096, 4096) { PaddingBefore = 4095, PaddingAfter = 4095, Dilation = 4096 };
        PoolAxis ceiling = new(4096, 4096) { PaddingBefore = 4095 };
        int last = PoolGeometry.OutputSize(padded, int.MaxValue, ceilMode: false) - 1;

        Assert.Equal(1073741823, PoolGeometry.OutputSize(plain, int.MaxValue, ceilMode: false));
        Assert.Equal((int)((int.MaxValue + (2L * 4095) - ((4095L * 4096) + 1)) / 4096), last);
        Assert.Equal(524289, PoolGeometry.OutputSize(ceiling, int.MaxValue, ceilMode: true));
        Assert.Equal((1, 4096), PoolGeometry.ValidTaps(padded, int.MaxValue, 0));
        Assert.Equal((0, 4095), PoolGeometry.ValidTaps(padded, int.MaxValue, last));
        Assert.Equal(4096, PoolGeometry.DivisorExtent(padded, int.MaxValue, last, countIncludePad: true));
    }

    private static int[] Taps(PoolAxis axis, int window)
    {
        List<int> places = [];
        int place = -axis.PaddingBefore;
        for (int i = 0; i < window; i++)
            place += axis.Stride;
        for (int tap = 0; tap < axis.Window; tap++, place += axis.Dilation)
            places.Add(place);
        return [.. places];
    }
}
