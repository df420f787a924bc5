using System.Collections.Concurrent;
using CsCheck;
using PoolGen.Tests.Dispatch;
using Xunit;

namespace PoolGen.Tests.Config;

/// <summary>Adaptive axes in configurations, and where their windows are.</summary>
public sealed class AdaptiveConfigTests
{
    [Fact]
    public void Options_without_effect_have_their_defaults()
    {
        PoolOptions idle = new() { CeilMode = true, CountIncludePad = false, AllowReassociation = true };
        Assert.Equal(PoolConfig.Adaptive(PoolMode.Average, 6, 6), PoolConfig.Adaptive(PoolMode.Average, 6, 6, idle));
        Assert.Equal(PoolConfig.Global(PoolMode.Max), PoolConfig.Adaptive(PoolMode.Max, 1, 1, 1));
        Assert.Equal(PoolConfig.Max(1, 1), PoolConfig.Adaptive(PoolMode.Max, (int?)null, null));
        Assert.NotEqual(PoolConfig.Global(PoolMode.Max), PoolConfig.Adaptive(PoolMode.Max, 1, 1));
    }

    [Fact]
    public void Axes_come_back_as_they_were_given()
    {
        PoolConfig config = PoolConfig.Adaptive(PoolMode.Max, 4096, null, 1);
        Assert.Equal((PoolAxis.Adaptive(4096), default, PoolAxis.Adaptive(1)), (config.Depth, config.Height, config.Width));
        Assert.True(config.IsAdaptive && config.Depth.IsAdaptive && !config.Height.IsAdaptive);
    }

    [Fact]
    public void Names_are_those_that_were_promised()
    {
        Assert.Equal("AdaptiveAverage6x6", PoolConfig.Adaptive(PoolMode.Average, 6, 6).ToString());
        Assert.Equal("AdaptiveMax2x6x6ChannelsLast", PoolConfig.Adaptive(PoolMode.Max, 2, 6, 6, new PoolOptions { Layout = PoolLayout.ChannelsLast }).ToString());
        Assert.Equal("AdaptiveMaxAllx4", PoolConfig.Adaptive(PoolMode.Max, null, 4).ToString());
        Assert.Equal("GlobalAverage", PoolConfig.Global(PoolMode.Average).ToString());
    }

    [Fact]
    public void Names_and_configurations_are_one_to_one()
    {
        ConcurrentDictionary<string, PoolConfig> named = new(StringComparer.Ordinal);
        RandomPools.Adaptive.Sample(config => Assert.Equal(named.GetOrAdd(config.ToString(), config), config), iter: 20_000);
        Assert.Equal(named.Count, named.Values.Distinct().Count());
    }

    [Fact]
    public void A_bad_number_of_outputs_is_refused_with_its_name()
    {
        Refused("OutputHeight", "The outputs along the height are 0; they must be from 1 to 4096", () => PoolConfig.Adaptive(PoolMode.Max, 0, 6));
        Refused("OutputWidth", "4097", () => PoolConfig.Adaptive(PoolMode.Max, 6, 4097));
        Refused("OutputDepth", "-1", () => PoolConfig.Adaptive(PoolMode.Max, -1, 6, 6));
        Assert.Equal("OutputWidth", Assert.Throws<ArgumentException>(() => PoolConfig.Create(PoolMode.Max, default, PoolAxis.Adaptive(6) with { Window = 3 })).ParamName);
    }

    [Fact]
    public void Windows_are_the_elements_that_their_share_of_the_axis_touches() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40]).Sample((size, outputs) =>
    {
        PoolAxis axis = PoolAxis.Adaptive(outputs);
        Assert.Equal(outputs, PoolGeometry.OutputSize(axis, size, ceilMode: false));
        for (int index = 0; index < outputs; index++)
        {
            int[] touched = [.. Enumerable.Range(0, size).Where(place => (place + 1) * outputs > index * size && place * outputs < (index + 1) * size)];
            Assert.Equal((touched[0], touched[^1] + 1), PoolGeometry.AdaptiveWindow(axis, size, index));
            Assert.Equal((0, touched.Length), PoolGeometry.ValidTaps(axis, size, index));
            Assert.Equal(touched.Length, PoolGeometry.DivisorExtent(axis, size, index, countIncludePad: true));
        }
    });

    [Fact]
    public void Windows_one_after_another_are_those_that_are_asked_for() =>
        Gen.Select(Gen.OneOf(Gen.Int[1, 50], Gen.Int[int.MaxValue - 9, int.MaxValue]), Gen.Int[1, 60], Gen.Int[0, 59]).Sample((size, outputs, first) =>
        {
            PoolAxis axis = PoolAxis.Adaptive(outputs);
            first %= outputs;
            AdaptiveWindows windows = new(size, outputs, first);
            for (int index = first; index < outputs; index++, windows.Advance())
                Assert.Equal(PoolGeometry.AdaptiveWindow(axis, size, index), (windows.Start, windows.Start + windows.Count));
        });

    [Fact]
    public void The_longest_axis_is_divided_without_overflow()
    {
        Assert.Equal((int.MaxValue - 524288, int.MaxValue), PoolGeometry.AdaptiveWindow(PoolAxis.Adaptive(4096), int.MaxValue, 4095));
        Assert.Equal((0, int.MaxValue), PoolGeometry.AdaptiveWindow(PoolAxis.Adaptive(1), int.MaxValue, 0));
    }

    private static void Refused(string argument, string words, Action make)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(make);
        Assert.Equal(argument, refusal.ParamName);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }
}
