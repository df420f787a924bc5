using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Dispatch;

/// <summary>Pooling along one and three axes from a program: configurations of a rank, shapes, names, and what a dispatcher says.</summary>
public sealed class VolumeTests
{
    private static readonly PoolAxis Two = new(2, 2);
    private static readonly PoolAxis Three = new(3, 1) { PaddingBefore = 1, PaddingAfter = 1 };

    [Fact]
    public void A_rank_says_which_axes_are_pooled_along()
    {
        Assert.Equal(PoolConfig.Create(PoolMode.Max, default, Two), PoolConfig.Max(2, rank: PoolRank.Line));
        Assert.Equal(PoolConfig.Create(PoolMode.Max, Two, Two), PoolConfig.Max(2, rank: PoolRank.Plane));
        Assert.Equal(PoolConfig.Create(PoolMode.Max, Two, Two, Two), PoolConfig.Max(2, rank: PoolRank.Volume));
        Assert.Equal(PoolConfig.Create(PoolMode.Average, default, Three), PoolConfig.Average(3, 1, 1, rank: PoolRank.Line));
        Assert.Equal(PoolConfig.Create(PoolMode.Average, Three, Three, Three), PoolConfig.Average(3, 1, 1, rank: PoolRank.Volume));
        Assert.Equal(PoolConfig.Create(PoolMode.Average, Three, Two), PoolConfig.Create(PoolMode.Average, default, Three, Two));
    }

    [Theory]
    [InlineData("Max1x2S1x2", 1)]
    [InlineData("Max2x2S2", 2)]
    [InlineData("Max2x2x2S2", 3)]
    public void A_name_has_the_windows_of_its_axes(string name, int rank)
    {
        Assert.Equal(name, PoolConfig.Max(2, rank: (PoolRank)rank).ToString());
    }

    [Fact]
    public void Names_of_volumes_say_what_differs_between_their_axes()
    {
        PoolAxis wide = new(3, 2) { PaddingBefore = 1, PaddingAfter = 1 };
        Assert.Equal("Max2x3x3S2P0x1x1", PoolConfig.Create(PoolMode.Max, Two, wide, wide).ToString());
        Assert.Equal("Average3x1x2S2x1x2PFront1", PoolConfig.Create(PoolMode.Average, new(3, 2) { PaddingBefore = 1 }, default, Two).ToString());
        Assert.Equal("Max2x2S2", PoolConfig.Create(PoolMode.Max, default, Two, Two).ToString());
    }

    [Fact]
    public void Shapes_of_lines_and_volumes_have_every_axis()
    {
        Assert.Equal(new PoolShape(2, 3, 1, 40), new PoolShape(2, 3, 40));
        Assert.Equal(new PoolShape(2, 3, 5, 7), new PoolShape(2, 3, 1, 5, 7));
        PoolShape volume = new(2, 3, 4, 5, 6);
        Assert.Equal((2, 3, 4, 5, 6, 720), (volume.Batch, volume.Channels, volume.Depth, volume.Height, volume.Width, volume.Length));
        Assert.Equal((120, 40), (volume.Rows(PoolLayout.ChannelsFirst), volume.Rows(PoolLayout.ChannelsLast)));
        Assert.Equal("2×3×4×5×6", volume.ToString());
        Assert.Equal(new PoolShape(2, 3, 2, 2, 3), PoolConfig.Max(2, rank: PoolRank.Volume).OutputShape(volume));
    }

    [Fact]
    public void What_is_wrong_with_a_depth_is_said()
    {
        Refused("depth", "The depth is 0; it must be at least 1", () => _ = new PoolShape(1, 1, 0, 2, 2));
        Refused("rank", "The rank is 4; it must be a member of PoolRank", () => PoolConfig.Max(2, rank: (PoolRank)4));
        Refused("rank", "The rank is 0; it must be a member of PoolRank", () => PoolConfig.Average(2, rank: 0));
        Refused("WindowDepth", "The depth of the window is 0; it must be from 1 to 4096", () => PoolConfig.Max(0, rank: PoolRank.Volume));
        Refused("PaddingFront", "The front padding is 2", () => PoolConfig.Max(2, padding: 2, rank: PoolRank.Volume));
        Refused("shape", "The depth of 1 gives no output", () => PoolConfig.Max(2, rank: PoolRank.Volume).OutputShape(new(1, 1, 4, 4)));
    }

    [Fact]
    public void An_explanation_names_the_depth()
    {
        PoolConfig config = PoolConfig.Max(2, rank: PoolRank.Volume);
        PoolKernel<float> kernel = new(config, new PoolFixedShape { Depth = 8 }, "Fixed", (_, _, in _, _, _) => { });

        string text = new PoolDispatcher([kernel]).Explain<float>(config, new PoolShape(1, 1, 4, 4, 4));

        Assert.Equal(
            """
            Max2x2x2S2 of Single, 1×1×4×4×4 to 1×1×2×2×2
            runs: the generic fallback, which computes the same
            not Fixed: it fixes the depth at 8, and the shape has 4
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Slices_are_planes_where_nothing_happens_along_the_depth()
    {
        float[] input = Inputs.Make<float>(Data.Spread, 3, 2 * 3 * 4 * 5 * 6);
        PoolConfig config = PoolConfig.Average(2, 1);
        float[] volume = new float[2 * 3 * 4 * 4 * 5], planes = new float[volume.Length];

        PoolDispatcher.Default.Run(config, new PoolShape(2, 3, 4, 5, 6), input, volume);
        PoolDispatcher.Default.Run(config, new PoolShape(2, 12, 5, 6), input, planes);

        Assert.Equal(planes, volume);
    }

    private static void Refused(string argument, string words, Action make)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(make);
        Assert.Equal(argument, refusal.ParamName);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }
}
