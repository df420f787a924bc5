using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>What the analyzer says of several poolings in one pass, and the names that they get.</summary>
public class BlockAnalyzerTests
{
    [Theory]
    [InlineData("[{|POOL041:PyramidPoolKernel|}]", "A pyramid has no window; it must have one at least")]
    [InlineData("[PyramidPoolKernel({|POOL041:4|})]", "A window of the pyramid is 4; it must be an odd number from 3 to 4095")]
    [InlineData("[PyramidPoolKernel<byte>({|POOL041:9|}, 5)]", "The window 5 of the pyramid follows 9; windows must ascend")]
    [InlineData("[PyramidPoolKernel(5, Layout = {|POOL007:(PoolLayout)9|})]", "The layout is 9; it must be a member of PoolLayout")]
    [InlineData("[PyramidPoolKernel(5, Height = {|POOL008:-3|})]", "The fixed height is -3; it must be at least 1")]
    [InlineData("[PyramidPoolKernel(5, Backward = {|POOL042:true|})]", "Backward is not an option of a pyramid of maxima")]
    [InlineData("[PyramidPoolKernel(5, Rounding = {|POOL042:PoolRounding.HalfEven|})]", "Rounding is not an option of a pyramid of maxima")]
    [InlineData("[MaxAveragePoolKernel(2, 2, Indices = {|POOL042:PoolIndexing.Plane|})]", "Indices is not an option of maxima and averages in one pass")]
    [InlineData("[MaxAveragePoolKernel(2, 2, AllowReassociation = {|POOL042:true|})]", "AllowReassociation is not an option of maxima and averages in one pass")]
    [InlineData("[MaxAveragePoolKernel({|POOL001:0|}, 2)]", "The height of the window is 0; it must be from 1 to 4096")]
    public async Task What_makes_no_block_is_an_error(string attribute, string message) =>
        Assert.Equal([message], await Markup.VerifyAsync($"{Compilations.Usings}{attribute} partial class Pools;"));

    [Fact]
    public async Task A_pyramid_whose_output_no_span_can_hold_is_an_error() => Assert.Equal(
        ["The output of 4 parts over 1×16384×256×256 has more than 2147483647 elements, which is what a span can hold"],
        await Markup.VerifyAsync(
            $$"""
            {{Compilations.Usings}}
            [PyramidPoolKernel(5, 9, 13, IncludeInput = true, Channels = 16384, Height = 256, Width = {|POOL010:256|})] partial class Pools;
            """));

    [Theory]
    [InlineData("ReadOnlySpan<float> input, Span<float> output, PoolShape shape")]
    [InlineData("ReadOnlySpan<float> input, Span<float> maximum, Span<int> average, PoolShape shape")]
    public async Task Maxima_and_averages_need_two_outputs(string parameters)
    {
        string source =
            $$"""
            {{Compilations.Usings}}
            partial class Pools
            {
                [MaxAveragePoolKernel(2, 2)]
                public static partial void {|POOL018:Run|}({{parameters}});
            }
            """;
        Assert.Contains("two outputs", (await Markup.VerifyAsync(source)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_one_to_one_and_every_form_compiles()
    {
        GeneratorRun run = GeneratorRun.Of(
            $$"""
            {{Compilations.Usings}}
            [PyramidPoolKernel(5, 9, 13)]
            [PyramidPoolKernel(5, 9, 13, IncludeInput = true, Channels = 64, Height = 20, Width = 20)]
            [PyramidPoolKernel<Half>(3, 7, Layout = PoolLayout.ChannelsLast, Name = "Blocks")]
            [MaxAveragePoolKernel(3, 2)]
            [MaxAveragePoolKernel<short>(2, 2, Rounding = PoolRounding.Truncate, Channels = 3)]
            partial class Pools
            {
                [PyramidPoolKernel(5, Channels = 2, Height = 5, Width = 5)]
                public static partial void Square(ReadOnlySpan<byte> input, Span<byte> output);

                [MaxAveragePoolKernel(3, 1, Padding = 1, CountIncludePad = false)]
                public static partial void Pair(ReadOnlySpan<double> input, Span<double> largest, Span<double> mean, in PoolShape shape);

                public static string[] Names => [
                    nameof(MaxPyramid5And9And13), nameof(MaxPyramid5And9And13WithInput_64x20x20), nameof(Blocks), nameof(MaxAverage3x3S2), nameof(MaxAverage2x2S2Truncate_C3)];
            }
            """).CompilesClean();
        Assert.Equal(8, run.Files.Count);
    }
}
