using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>The attributes of adaptive and global pooling: names, lists, methods, and what is wrong with them at its place.</summary>
public class AdaptiveAttributeTests
{
    [Fact]
    public void Every_form_on_one_class_beside_a_sliding_kernel()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            [PoolKernel(2, 2, Max)]
            [AdaptivePoolKernel(6, 6, Average)]
            [AdaptivePoolKernel(4, Max, Layout = PoolLayout.ChannelsLast)]
            [AdaptivePoolKernel(2, 3, 4, Min, Channels = 8, Depth = 4, Height = 9, Width = 12)]
            [AdaptivePoolKernel(outputWidth: 5, outputHeight: 3, mode: Sum, Name = "Named")]
            [AdaptivePoolKernel(1, 1, 1, Max)]
            [GlobalPoolKernel(Average)]
            [GlobalPoolKernel<double>(Average, Layout = PoolLayout.ChannelsLast)]
            [AdaptivePoolKernel<byte>(7, 7, Average, Rounding = PoolRounding.HalfEven)]
            [GlobalPoolKernel(Lp, Norm = 2, Height = 7, Width = 7)]
            public static partial class Pools;
            """).CompilesClean();

        Assert.Equal(
            [
                "Pools.AdaptiveAverage6x6",
                "Pools.AdaptiveAverage7x7HalfEven",
                "Pools.AdaptiveMaxAllx4ChannelsLast",
                "Pools.AdaptiveMin2x3x4_C8D4H9W12",
                "Pools.GlobalAverage",
                "Pools.GlobalAverageChannelsLast",
                "Pools.GlobalLpNorm2_H7W7",
                "Pools.GlobalMax",
                "Pools.Kernels",
                "Pools.Max2x2S2",
                "Pools.Named",
            ],
            run.Members);
        Assert.DoesNotContain("PoolFallback", run.AllText);
    }

    [Fact]
    public void Parts_of_one_class_with_different_attributes_give_one_list()
    {
        GeneratorRun run = GeneratorRun.Of(
            Compilations.Usings + "[GlobalPoolKernel(Max)] public static partial class Pools;",
            Compilations.Usings + "[AdaptivePoolKernel(2, 2, Max)] public static partial class Pools;",
            Compilations.Usings + "[PoolKernel(2, 2, Max)] [AdaptivePoolKernel<double>(2, 2, Max)] public static partial class Pools;").CompilesClean();

        Assert.Equal(["Pools.AdaptiveMax2x2", "Pools.AdaptiveMax2x2", "Pools.GlobalMax", "Pools.Kernels", "Pools.Max2x2S2"], run.Members);
        string list = run.Files.Single(file => file.Key.Contains("Kernels", StringComparison.Ordinal)).Value;
        int[] places = [.. new[] { "FloatGlobalMax(", "FloatAdaptiveMax2x2(", "FloatMax2x2S2(", "DoubleAdaptiveMax2x2(" }
            .Select(name => list.IndexOf(name, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Methods_take_their_elements_from_the_spans_and_may_do_without_a_shape()
    {
        GeneratorRun run = GeneratorRun.Of(Compilations.Usings + """
            [GlobalPoolKernel(Average)]
            static partial class Pools
            {
                [GlobalPoolKernel(Average)] public static partial void Squeeze(ReadOnlySpan<double> input, Span<double> output, PoolShape shape);
                [AdaptivePoolKernel(6, 6, Max)] public static partial void Head(ReadOnlySpan<Half> input, Span<Half> output, in PoolShape shape);
                [AdaptivePoolKernel(6, 6, Max, Channels = 3, Height = 12, Width = 12)] public static partial void Fixed(ReadOnlySpan<float> input, Span<float> output);
                [AdaptivePoolKernel(3, Max, Channels = 3, Width = 12)] public static partial void Line(ReadOnlySpan<float> input, Span<float> output);
            }
            """).CompilesClean();

        Assert.Equal(["Pools.Fixed", "Pools.GlobalAverage", "Pools.Head", "Pools.Kernels", "Pools.Line", "Pools.Squeeze"], run.Members);
    }

    [Theory]
    [InlineData("[AdaptivePoolKernel({|POOL040:0|}, 6, Max)]", "The outputs along the height are 0; they must be from 1 to 4096")]
    [InlineData("[AdaptivePoolKernel(6, {|POOL040:4097|}, Max)]", "The outputs along the width are 4097; they must be from 1 to 4096")]
    [InlineData("[AdaptivePoolKernel({|POOL040:-1|}, Max)]", "The outputs along the width are -1; they must be from 1 to 4096")]
    [InlineData("[AdaptivePoolKernel(outputWidth: 2, outputHeight: 2, outputDepth: {|POOL040:0|}, mode: Max)]", "The outputs along the depth are 0; they must be from 1 to 4096")]
    [InlineData("[AdaptivePoolKernel({|POOL040:0|}, {|POOL040:0|}, {|POOL040:0|}, Max)]", "The outputs along the depth are 0; they must be from 1 to 4096\nThe outputs along the height are 0; they must be from 1 to 4096\nThe outputs along the width are 0; they must be from 1 to 4096")]
    [InlineData("[GlobalPoolKernel({|POOL006:(PoolMode)9|})]", "The mode is 9; it must be a member of PoolMode")]
    [InlineData("[GlobalPoolKernel(Max, Height = {|POOL008:0|})]", "The fixed height is 0; it must be at least 1")]
    [InlineData("[GlobalPoolKernel(Max, Layout = {|POOL007:(PoolLayout)7|})]", "The layout is 7; it must be a member of PoolLayout")]
    [InlineData("[{|POOL030:GlobalPoolKernel<byte>(Average)|}]", "The average of whole numbers states no Rounding; it must be HalfEven, HalfAwayFromZero or Truncate")]
    [InlineData("[AdaptivePoolKernel(2, 2, Max, Rounding = {|POOL012:PoolRounding.Truncate|})]", "Rounding has no effect on Max; it is an option of Average")]
    [InlineData("[AdaptivePoolKernel<{|POOL014:System.Int128|}>(2, 2, Max)]", "The element type is System.Int128; it must be float, double")]
    [InlineData("[GlobalPoolKernel(Max)] [{|POOL024:GlobalPoolKernel(Max)|}]", "The configuration of GlobalMax is stated twice on one type; one method is generated")]
    [InlineData("[AdaptivePoolKernel(1, 1, 1, Max)] [{|POOL024:GlobalPoolKernel(Max)|}]", "The configuration of GlobalMax is stated twice on one type; one method is generated")]
    [InlineData("[{|POOL028:GlobalPoolKernel<long>(Average, Rounding = PoolRounding.Truncate)|}]", "The generic loops of the runtime compute GlobalAverageTruncate: no vectors hold the sums of its windows")]
    public async Task Diagnostics_stand_at_the_argument(string attributes, string expected)
    {
        IReadOnlyList<string> messages = await Markup.VerifyAsync($"{Compilations.Usings}{attributes}\npublic static partial class Pools;\n", []);
        Assert.All(expected.Split('\n'), line => Assert.Contains(messages, message => message.Contains(line, StringComparison.Ordinal)));
    }
}
