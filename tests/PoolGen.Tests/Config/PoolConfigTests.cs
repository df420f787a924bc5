using System.Collections.Concurrent;
using CsCheck;
using PoolGen.Tests.Dispatch;
using Xunit;

namespace PoolGen.Tests.Config;

/// <summary>A configuration is a canonical value with a name of its own.</summary>
public sealed class PoolConfigTests
{
    // Two- and three-dimensional configurations; few numbers, so that near relatives meet.
    private static readonly Gen<PoolConfig> Any =
        from mode in Gen.Int[0, 1]
        from volume in Gen.Bool
        from depth in RandomPools.Axis
        from height in RandomPools.Axis
        from width in RandomPools.Axis
        from square in Gen.Bool
        from options in RandomPools.Options
        select new PoolConfig((PoolMode)mode, volume ? depth : default, height, square ? height : width, options);

    [Fact]
    public void Options_without_effect_have_their_defaults()
    {
        Assert.Equal(PoolConfig.Average(3), PoolConfig.Average(3, countIncludePad: false));
        Assert.Equal(PoolConfig.Average(3, 1, 1, divisorOverride: 4), PoolConfig.Average(3, 1, 1, divisorOverride: 4, countIncludePad: false));
        Assert.Equal(PoolConfig.Average(3, 1), PoolConfig.Average(3, 1, ceilMode: true));
        Assert.Equal(PoolConfig.Average(1, 2), PoolConfig.Average(1, 2, allowReassociation: true));
        Assert.Equal(PoolConfig.Max(1, 2), PoolConfig.Max(1, 2, dilation: 3));
        Assert.Equal(PoolConfig.Max(3, 1, 1), PoolConfig.Max(3, 1, autoPadding: PoolAutoPadding.SameLower));
        Assert.Equal(PoolConfig.Max(1, 2), PoolConfig.Max(1, 2, autoPadding: PoolAutoPadding.SameUpper));
        Assert.Equal(PoolConfig.Max(3, 2, autoPadding: PoolAutoPadding.SameUpper), PoolConfig.Max(3, 2, ceilMode: true, autoPadding: PoolAutoPadding.SameUpper));
        PoolAxis axis = new(3, 2) { PaddingBefore = 1 };
        PoolOptions averageOnly = new() { DivisorOverride = 3, CountIncludePad = false, AllowReassociation = true };
        Assert.Equal(PoolConfig.Create(PoolMode.Max, axis, axis), PoolConfig.Create(PoolMode.Max, axis, axis, averageOnly));
    }

    [Fact]
    public void Options_with_effect_tell_configurations_apart()
    {
        PoolConfig[] different =
        [
            PoolConfig.Max(3, 2, 1), PoolConfig.Max(3, 2, 1, ceilMode: true), PoolConfig.Max(3, 2, 1, dilation: 2),
            PoolConfig.Max(3, 2, 1, layout: PoolLayout.ChannelsLast), PoolConfig.Max(3, 2), PoolConfig.Max(3, 1, 1), PoolConfig.Max(2, 2, 1),
            PoolConfig.Average(3, 2, 1), PoolConfig.Average(3, 2, 1, countIncludePad: false), PoolConfig.Average(3, 2, 1, divisorOverride: 9),
            PoolConfig.Max(3, 2, autoPadding: PoolAutoPadding.SameUpper), PoolConfig.Max(3, 2, autoPadding: PoolAutoPadding.SameLower),
            PoolConfig.Create(PoolMode.Max, new(3, 2) { AutoPadding = PoolAutoPadding.SameUpper }, new(3, 2)),
            PoolConfig.Create(PoolMode.Max, new(3, 2), new(3, 2) { AutoPadding = PoolAutoPadding.SameUpper }),
            PoolConfig.Average(3, 2, 1, divisorOverride: -9), PoolConfig.Average(3, 2, 1, allowReassociation: true),
            new(PoolMode.Average, new PoolAxis(4096, 1), new PoolAxis(4096, 1), new PoolAxis(256, 1), new PoolOptions()),
            new(PoolMode.Average, new PoolAxis(4096, 1), new PoolAxis(4096, 1), new PoolAxis(256, 1), new PoolOptions { AllowReassociation = true }),
        ];

        Assert.Equal(different.Length, different.Distinct().Count());
        Assert.Equal(different.Length, different.Select(config => config.ToString()).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData(1, 1, 1, 0, 0)]
    [InlineData(4096, 4096, 4096, 4095, 4095)]
    [InlineData(4096, 1, 1, 4095, 0)]
    [InlineData(2, 4096, 4096, 0, 4095)]
    public void An_axis_comes_back_as_it_was_given(int window, int stride, int dilation, int before, int after)
    {
        PoolAxis axis = new(window, stride) { Dilation = dilation, PaddingBefore = before, PaddingAfter = after };

        Assert.Equal(axis, new PoolConfig(PoolMode.Max, axis, default, default, PoolOptions.Default).Depth);
        Assert.Equal(axis, PoolConfig.Create(PoolMode.Max, axis, default).Height);
        Assert.Equal(axis, PoolConfig.Create(PoolMode.Max, default, axis).Width);
        Assert.Equal(default, PoolConfig.Create(PoolMode.Max, axis, default).Width);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_divisor_comes_back_as_it_was_given(int divisor)
    {
        PoolConfig config = PoolConfig.Average(2, ceilMode: true, divisorOverride: divisor, allowReassociation: true, layout: PoolLayout.ChannelsLast);

        Assert.Equal(divisor, config.DivisorOverride);
        Assert.True(config.CeilMode && config.AllowReassociation && config.CountIncludePad);
        Assert.Equal((PoolMode.Average, PoolLayout.ChannelsLast), (config.Mode, config.Layout));
    }

    [Fact]
    public void Names_and_configurations_are_one_to_one()
    {
        ConcurrentDictionary<string, PoolConfig> named = new(StringComparer.Ordinal);

        Any.Sample(
            config =>
            {
                PoolConfig first = named.GetOrAdd(config.ToString(), config);
                Assert.True(first == config, $"{config} names two configurations");
                Assert.Equal(first.GetHashCode(), config.GetHashCode());
                Assert.Matches("^[A-Za-z_][A-Za-z0-9_]*$", config.ToString());
            },
            iter: 20_000);
        Assert.Equal(named.Count, named.Values.Distinct().Count());
    }

    [Fact]
    public void Names_and_fixed_axes_are_one_to_one()
    {
        int?[] sizes = [null, 1, 12, 121];
        PoolFixedShape[] shapes =
        [
            .. from batch in sizes
               from channels in sizes
               from depth in sizes
               from height in sizes
               from width in sizes
               select new PoolFixedShape { Batch = batch, Channels = channels, Depth = depth, Height = height, Width = width },
        ];

        Assert.Equal(shapes.Length, shapes.Select(shape => PoolConfigName.Of(PoolConfig.Max(2), shape)).Distinct().Count());
    }

    [Theory]
    [InlineData("Max2x2S2")]
    [InlineData("Max3x3S2P1")]
    [InlineData("Average2x2S2ChannelsLast")]
    [InlineData("Average3x3S1P1ExcludePad")]
    [InlineData("Average3x3S2P1CeilDivisorMinus4Reassociated")]
    [InlineData("Max3x2S1x2PTop2Right1D2x1")]
    [InlineData("Max3x3S2Same")]
    [InlineData("Max3x3S2SameLowerHeight")]
    public void Names_are_those_that_were_promised(string name)
    {
        PoolConfig[] configs =
        [
            PoolConfig.Max(2), PoolConfig.Max(3, 2, 1), PoolConfig.Average(2, layout: PoolLayout.ChannelsLast),
            PoolConfig.Average(3, 1, 1, countIncludePad: false),
            PoolConfig.Average(3, 2, 1, ceilMode: true, divisorOverride: -4, allowReassociation: true),
            PoolConfig.Create(PoolMode.Max, new(3, 1) { PaddingBefore = 2, Dilation = 2 }, new(2, 2) { PaddingAfter = 1 }),
            PoolConfig.Max(3, 2, autoPadding: PoolAutoPadding.SameUpper),
            PoolConfig.Create(PoolMode.Max, new(3, 2) { AutoPadding = PoolAutoPadding.SameLower }, new(3, 2)),
        ];

        Assert.Contains(name, configs.Select(config => config.ToString()));
    }

    [Fact]
    public void An_exact_kernel_serves_a_request_that_allows_reassociation_and_never_the_reverse()
    {
        PoolConfig exact = PoolConfig.Average(3, 1), free = PoolConfig.Average(3, 1, allowReassociation: true);

        Assert.True(exact.Satisfies(exact) && free.Satisfies(free) && exact.Satisfies(free));
        Assert.False(free.Satisfies(exact));
        Assert.Equal(exact, free.Exact);
        Assert.False(exact.Satisfies(PoolConfig.Average(3, 2, allowReassociation: true)));
    }

    [Fact]
    public void A_bad_argument_is_refused_with_its_name()
    {
        Refused("WindowHeight", "The height of the window is 0; it must be from 1 to 4096", () => PoolConfig.Max(0));
        Refused("WindowHeight", "4097", () => PoolConfig.Max(4097));
        Refused("StrideHeight", "The height of the stride is -1; it must be from 1 to 4096", () => PoolConfig.Max(2, -1));
        Refused("DilationHeight", "0", () => PoolConfig.Max(2, dilation: 0));
        Refused("PaddingTop", "The top padding is 2; it must be from 0 to 1, below the effective window of 2", () => PoolConfig.Max(2, padding: 2));
        Refused("PaddingLeft", "-1", () => PoolConfig.Create(PoolMode.Max, default, new(3, 1) { PaddingBefore = -1 }));
        Refused("AutoPadding", "The height has padding 1 + 1 and automatic padding; it must have one of them", () => PoolConfig.Max(3, 2, 1, autoPadding: PoolAutoPadding.SameUpper));
        Refused("AutoPadding", "The height has automatic padding for an effective window of 8191; it must be at most 8190", () => PoolConfig.Max(3, 2, dilation: 4095, autoPadding: PoolAutoPadding.SameUpper));
        Refused("AutoPadding", "The automatic padding of the width is 3; it must be a member of PoolAutoPadding", () => PoolConfig.Create(PoolMode.Max, default, new(3, 2) { AutoPadding = (PoolAutoPadding)3 }));
        Refused("DivisorOverride", "0", () => PoolConfig.Average(2, divisorOverride: 0));
        Refused("Mode", "7", () => PoolConfig.Create((PoolMode)7, default, default));
        Refused("Layout", "2", () => PoolConfig.Max(2, layout: (PoolLayout)2));
    }

    private static void Refused(string argument, string words, Action make)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(make);
        Assert.Equal(argument, refusal.ParamName);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }
}
