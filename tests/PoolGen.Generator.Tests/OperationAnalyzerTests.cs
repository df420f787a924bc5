using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>What the analyzer says of indices, unpooling and the backward pass.</summary>
public class OperationAnalyzerTests
{
    [Theory]
    [InlineData("Average, Indices = {|POOL031:PoolIndexing.Plane|}", "Indices are asked of Average, which keeps no element of a window; they are those of Max and Min")]
    [InlineData("Max, Indices = {|POOL031:(PoolIndexing)5|}", "The index convention is 5; it must be a member of PoolIndexing")]
    [InlineData("Max, Indices = PoolIndexing.Plane, IndexType = {|POOL032:typeof(short)|}", "The index type is short; it must be int or long")]
    [InlineData("Max, IndexType = {|POOL032:typeof(long)|}", "IndexType is stated without Indices; it is the type of what they ask for")]
    [InlineData("Max, Backward = {|POOL033:true|}", "The backward pass of Max has no indices; it needs those of the forward pass")]
    [InlineData("Min, Unpool = {|POOL034:true|}", "Unpooling has no indices; it needs those of a forward pass")]
    public async Task An_operation_that_is_not_possible_is_an_error(string arguments, string message) =>
        Assert.Equal([message], await Markup.VerifyAsync($"{Compilations.Usings}[PoolKernel(2, 2, {arguments})] partial class Pools;"));

    [Theory]
    [InlineData("PoolKernel(7, 1, Max, Indices = PoolIndexing.Plane)", "Max7x7S1WithIndices: its window has more taps than are written out with their indices")]
    [InlineData("AdaptivePoolKernel(6, 6, Max, Indices = PoolIndexing.Plane)", "AdaptiveMax6x6WithIndices: windows follow from the numbers of outputs and the size of the input")]
    [InlineData("PoolKernel(3, 2, Average, Dilation = 2, Backward = true)", "Average3x3S2D2Backward: windows are dilated")]
    [InlineData("PoolKernel(2, 2, Average, Layout = PoolLayout.ChannelsLast, Backward = true)", "Average2x2S2ChannelsLastBackward: channels are in lanes of its loops already")]
    [InlineData("MaxAveragePoolKernel(7, 2)", "MaxAverage7x7S2: its window has more taps than are written out for two results")]
    public async Task What_the_generic_loops_compute_is_said(string attribute, string message) => Assert.Equal(
        [$"The generic loops of the runtime compute {message}"], await Markup.VerifyAsync($"{Compilations.Usings}[{{|POOL028:{attribute}|}}] partial class Pools;"));

    [Theory]
    [InlineData("int", "Average, Rounding = PoolRounding.Truncate, Backward = {|POOL035:true|}")]
    [InlineData("sbyte", "Sum, Backward = {|POOL035:true|}")]
    public async Task A_gradient_of_whole_numbers_is_an_error(string element, string arguments) => Assert.Equal(
        ["The gradient of a sum or an average is asked for over whole numbers; its elements must have fractions"],
        await Markup.VerifyAsync($"{Compilations.Usings}[PoolKernel<{element}>(2, 2, {arguments})] partial class Pools;"));

    [Theory]
    [InlineData("Indices = {|POOL031:PoolIndexing.Plane|}", "", "Indices are stated and the method Run has no Span<int> or Span<long> for them behind the output")]
    [InlineData("IndexType = {|POOL032:typeof(long)|}", ", Span<long> indices", "IndexType is stated on the method Run, whose spans say it; it is for attributes on types")]
    [InlineData("Backward = {|POOL033:true|}", "", "Backward is stated on the method Run, which is one kernel; it is for attributes on types")]
    [InlineData("Unpool = {|POOL034:true|}", ", Span<int> indices", "Unpool is stated on the method Run, which is one kernel; it is for attributes on types")]
    public async Task What_a_method_cannot_ask_for_is_an_error(string argument, string span, string message)
    {
        string source =
            $$"""
            {{Compilations.Usings}}
            partial class Pools
            {
                [PoolKernel(2, 2, Max, {{argument}})]
                public static partial void Run(ReadOnlySpan<float> input, Span<float> output{{span}}, PoolShape shape);
            }
            """;
        Assert.Equal([message], await Markup.VerifyAsync(source));
    }

    [Fact]
    public void One_attribute_asks_for_several_methods_whose_names_are_one_to_one()
    {
        GeneratorRun run = GeneratorRun.Of(
            $$"""
            {{Compilations.Usings}}
            [PoolKernel(2, 2, Max, Indices = PoolIndexing.Plane, Unpool = true, Backward = true)]
            [PoolKernel(2, 2, Max, Indices = PoolIndexing.Tensor, IndexType = typeof(long), Unpool = true, Backward = true, Channels = 64)]
            [PoolKernel(3, 2, Max, Indices = PoolIndexing.ChannelsLast, Unpool = true, Name = "Stem")]
            [PoolKernel(2, 2, Average, Backward = true)]
            partial class Pools
            {
                [PoolKernel<double>(3, 1, Min, Padding = 1, Indices = PoolIndexing.TensorColumnMajor)]
                public static partial void Lowest(ReadOnlySpan<double> input, Span<double> output, Span<long> places, in PoolShape shape);

                public static string[] Names => [
                    nameof(Max2x2S2WithIndices), nameof(Max2x2S2Unpool), nameof(Max2x2S2Backward), nameof(Max2x2S2WithIndicesTensorLong_C64),
                    nameof(Max2x2S2UnpoolTensorLong_C64), nameof(Max2x2S2BackwardTensorLong_C64), nameof(Stem), nameof(StemUnpool), nameof(Average2x2S2),
                    nameof(Average2x2S2Backward)];
            }
            """).CompilesClean();
        Assert.Equal(12, run.Files.Count);
    }

    [Fact]
    public async Task What_stands_there_twice_is_said_once_and_the_rest_is_generated()
    {
        string source = $"{Compilations.Usings}[PoolKernel(2, 2, Max, Indices = PoolIndexing.Plane, Unpool = true)]\n"
            + "[{|POOL024:PoolKernel(2, 2, Max, Indices = PoolIndexing.Plane, Unpool = true, Backward = true)|}]\npartial class Pools;";
        Assert.Equal(["The configuration of Max2x2S2WithIndices is stated twice on one type; one method is generated"], await Markup.VerifyAsync(source));
        Assert.Equal(4, GeneratorRun.Of(source.Replace("{|POOL024:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)).CompilesClean().Files.Count);
    }
}
