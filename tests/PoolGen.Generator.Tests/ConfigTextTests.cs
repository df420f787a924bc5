using PoolGen.Generator.Emit;
using Xunit;

namespace PoolGen.Generator.Tests;

public class ConfigTextTests
{
    private static readonly PoolAxis[] Axes =
    [
        default, new(3, 2), new(3, 2) { PaddingBefore = 1 }, new(3, 1) { PaddingAfter = 2, Dilation = 2 }, new(3, 2) { AutoPadding = PoolAutoPadding.SameLower },
        PoolAxis.Adaptive(1), PoolAxis.Adaptive(7),
    ];

    /// <summary>What is written down differs wherever configurations do; the tests of kernels compare what it makes.</summary>
    [Fact]
    public void Different_configurations_have_different_texts()
    {
        PoolConfig[] configs =
        [
            .. from depth in Axes
               from height in Axes
               from width in Axes
               select PoolConfig.Create(PoolMode.Max, depth, height, width),
        ];

        Assert.Equal(configs.Distinct().Count(), configs.Select(ConfigText.Of).Distinct().Count());
    }
}
