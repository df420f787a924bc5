using CsCheck;
using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;
using Xunit;

namespace PoolGen.Generator.Tests.Plan;

public class WindowNetworkTests
{
    private static readonly Gen<(int Window, int Dilation, int Stride)> Windows =
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 5], Gen.Int[1, 4], (window, dilation, stride) => (window, dilation, stride));

    [Fact]
    public void Idempotent_networks_take_every_tap_of_the_definition_and_no_other() =>
        Windows.Sample(
            window => Assert.Equal(
                Definition(window.Window, window.Dilation),
                Reached(WindowNetwork.Cheapest(window.Window, window.Dilation, window.Stride, idempotent: true)).Distinct().Order()),
            iter: 2000);

    [Fact]
    public void Networks_of_sums_take_every_tap_exactly_once() =>
        Windows.Sample(
            window => Assert.Equal(
                Definition(window.Window, window.Dilation),
                Reached(WindowNetwork.Cheapest(window.Window, window.Dilation, window.Stride, idempotent: false)).Order()),
            iter: 2000);

    [Fact]
    public void No_network_combines_more_than_the_definition() =>
        Windows.Sample(
            window => Assert.True(
                WindowNetwork.Cheapest(window.Window, window.Dilation, window.Stride, idempotent: true).Combinations <= window.Window - 1),
            iter: 2000);

    [Theory]
    [InlineData(13)]
    [InlineData(64)]
    [InlineData(128)]
    public void Wide_windows_share_far_more_than_they_combine(int window) =>
        Assert.True(WindowNetwork.Cheapest(window, 1, 1, idempotent: true).Combinations <= window / 2);

    private static IEnumerable<int> Definition(int window, int dilation) => Enumerable.Range(0, window).Select(tap => tap * dilation);

    /// <summary>The elements of the row that the last pass combines for output 0, each as often as it is combined.</summary>
    private static IEnumerable<int> Reached(WindowNetwork network)
    {
        IEnumerable<int> elements = [0];
        foreach (EquatableArray<int> pass in network.Passes.Reverse())
            elements = [.. elements.SelectMany(element => pass.Select(offset => element + offset))];
        return elements;
    }
}
