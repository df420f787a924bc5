using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>The diagnostics of arguments: one test per id at least, each with its place. Those of declarations are in <see cref="DeclarationAnalyzerTests"/>.</summary>
public class AnalyzerTests
{
    private static async Task<string> VerifyAttributeAsync(string attributes, params string[] compilerIds)
    {
        IReadOnlyList<string> messages = await Markup.VerifyAsync($"{Compilations.Usings}{attributes}\npublic static partial class Pools;\n", compilerIds);
        return string.Join('\n', messages);
    }

    [Theory]
    [InlineData("[PoolKernel({|POOL001:0|}, 2, Max)]", "The height of the window is 0; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(window: {|POOL001:4097|}, mode: Max, stride: 2)]", "is 4097")]
    [InlineData("[PoolKernel(2, {|POOL001:-1|}, 2, 2, Max)]", "The width of the window is -1; it must be from 1 to 4096")]
    [InlineData("[PoolKernel({|POOL001:1 - 2|}, {|POOL001:-1|}, 2, 2, Max)]", "The height of the window is -1; it must be from 1 to 4096\nThe width of the window is -1; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(PoolRank.Volume, {|POOL001:0|}, 2, Max)]", "The depth of the window is 0; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(PoolRank.Line, {|POOL001:0|}, 2, Max)]", "The width of the window is 0; it must be from 1 to 4096")]
    [InlineData("[PoolKernel({|POOL001:0|}, 2, {|POOL001:-1|}, 1, 1, 1, Max)]", "The depth of the window is 0; it must be from 1 to 4096\nThe width of the window is -1; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(2, 2, 2, {|POOL002:0|}, 1, 1, Max)]", "The depth of the stride is 0; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(mode: Max, stride: {|POOL002:0|}, window: 3, rank: PoolRank.Volume)]", "The depth of the stride is 0; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(2, {|POOL002:0|}, Max)]", "The height of the stride is 0; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(2, 2, 1, strideWidth: {|POOL002:5000|}, mode: Max)]", "The width of the stride is 5000; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(2, 2, Max, Dilation = {|POOL003:0|})]", "The height of the dilation is 0; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(2, 2, Max, DilationWidth = {|POOL003:-3|})]", "The width of the dilation is -3; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(PoolRank.Volume, 3, 2, Max, DilationDepth = {|POOL003:0|})]", "The depth of the dilation is 0; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(PoolRank.Line, 3, 2, Max, Dilation = {|POOL003:0|})]", "The width of the dilation is 0; it must be from 1 to 4096")]
    [InlineData("[PoolKernel(PoolRank.Volume, 2, 2, Max, Padding = {|POOL004:2|})]", "The front padding is 2; it must be from 0 to 1, below the effective window of 2")]
    [InlineData("[PoolKernel(PoolRank.Line, 2, 2, Max, Padding = {|POOL004:2|})]", "The left padding is 2; it must be from 0 to 1, below the effective window of 2")]
    [InlineData("[PoolKernel(PoolRank.Line, 2, 2, Max, PaddingTop = {|POOL004:1|})]", "The top padding is 1; it must be from 0 to 0, below the effective window of 1")]
    [InlineData("[PoolKernel(2, 2, Max, PaddingBack = {|POOL004:1|})]", "The back padding is 1; it must be from 0 to 0, below the effective window of 1")]
    [InlineData("[PoolKernel(2, 2, Max, Padding = {|POOL004:2|})]", "The top padding is 2; it must be from 0 to 1, below the effective window of 2")]
    [InlineData("[PoolKernel(3, 2, Max, PaddingRight = {|POOL004:-1|})]", "The right padding is -1; it must be from 0 to 2, below the effective window of 3")]
    [InlineData("[PoolKernel(2, 2, Average, DivisorOverride = {|POOL005:0|})]", "The divisor override is 0; it must be another whole number")]
    [InlineData("[PoolKernel(2, 2, {|POOL006:(PoolMode)7|})]", "The mode is 7; it must be a member of PoolMode")]
    [InlineData("[PoolKernel(2, 2, Max, Layout = {|POOL007:(PoolLayout)(-1)|})]", "The layout is -1; it must be a member of PoolLayout")]
    [InlineData("[PoolKernel(2, 2, Max, Batch = {|POOL008:0|})]", "The fixed batch is 0; it must be at least 1")]
    [InlineData("[PoolKernel(2, 2, Max, Height = {|POOL008:0|}, Width = {|POOL008:-2|})]", "The fixed height is 0; it must be at least 1\nThe fixed width is -2; it must be at least 1")]
    [InlineData("[PoolKernel(2, 2, Max, Depth = {|POOL008:0|})]", "The fixed depth is 0; it must be at least 1")]
    [InlineData("[PoolKernel(PoolRank.Volume, 2, 2, Max, Depth = {|POOL009:1|})]", "The depth of 1 gives no output: with padding 0 + 0 it must hold an effective window of 2")]
    [InlineData("[PoolKernel(5, 2, Max, Width = {|POOL009:4|})]", "The width of 4 gives no output: with padding 0 + 0 it must hold an effective window of 5")]
    [InlineData("[PoolKernel(2, 1, Max, Padding = 1, Dilation = 5, Height = {|POOL009:1|})]", "The height of 1 gives no output: with padding 1 + 1 it must hold an effective window of 6")]
    [InlineData("[PoolKernel(2, 2, Max, Channels = 65536, Height = 65536, Width = {|POOL010:65536|})]", "The shape 1×65536×65536×65536 has more than 2147483647 elements, which is what a span can hold")]
    [InlineData("[PoolKernel(2, 2, Max, Channels = {|POOL010:65536|}, Batch = 65536)]", "has more than 2147483647 elements")]
    [InlineData("[{|POOL010:PoolKernel(2, 2, Max, Batch = 65536, Height = 65536)|}]", "has more than 2147483647 elements")]
    [InlineData("[PoolKernel(3, 2, Max, PaddingTop = 1, Padding = {|POOL011:1|})]", "Both Padding and PaddingTop are stated; state Padding for all or each side on its own")]
    [InlineData("[PoolKernel(3, 2, Max, Dilation = {|POOL011:1|}, DilationWidth = 2)]", "Both Dilation and DilationWidth are stated; state Dilation for all or each axis on its own")]
    [InlineData("[PoolKernel(PoolRank.Volume, 3, 2, Max, PaddingBack = 1, Padding = {|POOL011:1|})]", "Both Padding and PaddingBack are stated; state Padding for all or each side on its own")]
    [InlineData("[PoolKernel(PoolRank.Volume, 3, 2, Max, Dilation = {|POOL011:1|}, DilationDepth = 2)]", "Both Dilation and DilationDepth are stated; state Dilation for all or each axis on its own")]
    [InlineData("[PoolKernel(3, 2, Max, Padding = 1, AutoPadding = {|POOL011:PoolAutoPadding.SameUpper|})]", "Both AutoPadding and Padding are stated; state AutoPadding for all or each side on its own")]
    [InlineData("[PoolKernel(2, 2, Max, AllowReassociation = {|POOL012:true|})]", "AllowReassociation has no effect on Max; it is an option of Average and Sum")]
    [InlineData("[PoolKernel(2, 2, Min, AllowReassociation = {|POOL012:false|}, Rounding = {|POOL012:PoolRounding.HalfEven|})]", "AllowReassociation has no effect on Min; it is an option of Average and Sum\nRounding has no effect on Min; it is an option of Average")]
    [InlineData("[PoolKernel(2, 2, Sum, CountIncludePad = {|POOL012:false|}, DivisorOverride = {|POOL012:3|})]", "CountIncludePad has no effect on Sum; it is an option of Average\nDivisorOverride has no effect on Sum; it is an option of Average")]
    [InlineData("[PoolKernel<System.Half>(2, 2, Average, Rounding = {|POOL012:PoolRounding.Truncate|})]", "Rounding has no effect on Half; it is an option of averages of whole numbers")]
    [InlineData("[PoolKernel<int>(2, 2, Sum, AllowReassociation = {|POOL012:true|})]", "AllowReassociation has no effect on int; whole numbers add up to the same in any order")]
    [InlineData("[PoolKernel(3, 2, Max, AutoPadding = {|POOL043:(PoolAutoPadding)3|})]", "The automatic padding of the height is 3; it must be a member of PoolAutoPadding")]
    [InlineData("[PoolKernel(3, 2, Max, Dilation = 4096, AutoPadding = {|POOL043:PoolAutoPadding.SameUpper|})]", "The height has automatic padding for an effective window of 8193; it must be at most 8190")]
    [InlineData("[PoolKernel(3, 2, Average, AutoPadding = {|POOL013:PoolAutoPadding.SameUpper|})]", "Keras")]
    [InlineData("[{|POOL030:PoolKernel<byte>(2, 2, Average)|}]", "The average of whole numbers states no Rounding; it must be HalfEven, HalfAwayFromZero or Truncate")]
    [InlineData("[PoolKernel<byte>(2, 2, Average, Rounding = {|POOL030:(PoolRounding)3|})]", "The rounding is 3; it must be a member of PoolRounding")]
    [InlineData("[PoolKernel(2, 2, Max, Rounding = {|POOL030:(PoolRounding)(-1)|})]", "The rounding is -1; it must be a member of PoolRounding")]
    [InlineData("[PoolKernel(2, 2, Max, CountIncludePad = {|POOL012:false|}, DivisorOverride = {|POOL012:3|})]", "CountIncludePad has no effect on Max; it is an option of Average\nDivisorOverride has no effect on Max; it is an option of Average")]
    [InlineData("[PoolKernel(3, 2, Average, Padding = {|POOL013:1|})]", "A padded average does not state CountIncludePad; padding counts in the divisor as in PyTorch (true), Keras never counts it (false)")]
    [InlineData("[PoolKernel(3, 2, Average, PaddingLeft = {|POOL013:1|})]", "Keras")]
    [InlineData("[PoolKernel(PoolRank.Volume, 3, 2, Average, PaddingFront = {|POOL013:1|})]", "Keras")]
    [InlineData("[PoolKernel<{|POOL014:uint|}>(2, 2, Max)]", "The element type is uint; it must be float, double, Half, sbyte, byte, short, ushort, int or long")]
    [InlineData("[PoolGen.PoolKernelAttribute<{|POOL014:System.Int128|}>(2, 2, Max)]", "The element type is System.Int128; it must be float, double")]
    [InlineData("[PoolKernel(2, 2, Max, Name = {|POOL021:\"2x2\"|})]", "The name \"2x2\" is not an identifier of C#; the method needs one, without @")]
    [InlineData("[PoolKernel(2, 2, Max, Name = {|POOL021:\"\"|})]", "The name \"\" is not an identifier")]
    [InlineData("[PoolKernel(2, 2, Max, Name = {|POOL021:\"Average\"|})]", "The name Average is that of a mode and would hide it in the attributes of the type; state another")]
    [InlineData("[PoolKernel(2, 2, Max, Name = {|POOL021:\"Kernels\"|})]", "The name Kernels is that of the list of kernels; state another")]
    [InlineData("[PoolKernel(2, 2, Max, Name = \"A\")]\n[PoolKernel(3, 2, Max, Name = {|POOL023:\"A\"|})]", "The name A is stated for two configurations; each needs a Name of its own")]
    [InlineData("[PoolKernel(2, 2, Max)]\n[{|POOL024:PoolKernel(2, 2, Max)|}]", "The configuration of Max2x2S2 is stated twice on one type; one method is generated")]
    [InlineData("[PoolKernel(1, 2, Max)]\n[{|POOL024:PoolKernel(1, 2, Max, Dilation = 3)|}]", "The configuration of Max1x1S2 is stated twice on one type; one method is generated")]
    [InlineData("[PoolKernel(2, 2, 2, 2, 2, 2, Max)]\n[{|POOL024:PoolKernel(PoolRank.Volume, 2, 2, Max)|}]", "The configuration of Max2x2x2S2 is stated twice on one type; one method is generated")]
    [InlineData("[PoolKernel(2, 2, Max)]\n[{|POOL024:PoolKernel(1, 2, 2, 1, 2, 2, Max)|}]", "The configuration of Max2x2S2 is stated twice on one type; one method is generated")]
    [InlineData("[PoolKernel(1, 3, 1, 2, Max)]\n[{|POOL024:PoolKernel(PoolRank.Line, 3, 2, Max)|}]", "The configuration of Max1x3S1x2 is stated twice on one type; one method is generated")]
    [InlineData("[{|POOL028:PoolKernel(PoolRank.Volume, 14, 1, Average, Padding = 1, CountIncludePad = true)|}]", "The generic loops of the runtime compute Average14x14x14S1P1: the window is too large for scratch memory on the stack")]
    [InlineData("[PoolKernel({|POOL029:(PoolRank)4|}, 2, 2, Max)]", "The rank is 4; it must be a member of PoolRank")]
    [InlineData("[PoolKernel(rank: {|POOL029:0|}, window: 0, stride: 2, mode: Max)]", "The rank is 0; it must be a member of PoolRank")]
    [InlineData("[{|POOL028:PoolKernel(4096, 1, Max)|}]", "The generic loops of the runtime compute Max4096x4096S1: the window is too large for scratch memory on the stack")]
    public async Task Arguments(string attributes, string message) =>
        Assert.Contains(message, await VerifyAttributeAsync(attributes), StringComparison.Ordinal);

    [Theory]
    [InlineData("[PoolKernel(2, 2, Max, Padding = 1, PaddingTop = default)]")]
    [InlineData("[PoolKernel(2, 2, Max)]\n[PoolKernel<double>(2, 2, Max)]\n[PoolKernel(2, 2, Max, Channels = 3)]\n[PoolKernel(2, 2, Max, Name = \"Other\")]\n[PoolKernel<double>(3, 3, Max, Name = \"Other\")]")]
    [InlineData("[PoolKernel(3, 2, Average, Padding = 1, CountIncludePad = true)]\n[PoolKernel(5, 2, Average, Padding = 1, DivisorOverride = 2)]\n[PoolKernel(7, 2, Average, AllowReassociation = true)]")]
    [InlineData("[PoolKernel<byte>(3, 2, Average, Rounding = PoolRounding.Truncate)]\n[PoolKernel<byte>(3, 2, Average, Rounding = PoolRounding.HalfEven)]\n[PoolKernel<System.Half>(3, 2, Sum, AllowReassociation = true)]\n[PoolKernel<long>(3, 2, Min)]")]
    [InlineData("[PoolKernel(4096, 4096, Max, Padding = 4095, Layout = PoolLayout.ChannelsLast)]")]
    [InlineData("[PoolKernel(2, 2, Max, Name = null)]")]
    [InlineData("[PoolKernel(3, 2, Max, AutoPadding = PoolAutoPadding.SameUpper)]\n[PoolKernel(3, 2, Max, AutoPadding = PoolAutoPadding.SameLower, Height = 7)]\n[PoolKernel(3, 2, Max, AutoPadding = PoolAutoPadding.None)]")]
    [InlineData("[PoolKernel(PoolRank.Volume, 4096, 4096, Max, Padding = 4095, Layout = PoolLayout.ChannelsLast)]")]
    [InlineData("[PoolKernel(PoolRank.Volume, 13, 1, Average, Padding = 6, CountIncludePad = true)]\n[PoolKernel(PoolRank.Volume, 100, 1, Max)]\n[PoolKernel(PoolRank.Line, 100, 1, Average)]")]
    [InlineData("[PoolKernel(2, 2, Max, Depth = 7)]\n[PoolKernel(PoolRank.Line, 3, 1, Max, Padding = 1, Height = 1)]")]
    [InlineData("[PoolKernel(2, 2, Max, Name = \"class\")]\n[PoolKernel(2, 2, Max, Name = \"file\")]")]
    public async Task Arguments_that_are_fine(string attributes)
    {
        string marked = attributes.Replace("Padding = 1, PaddingTop", "Padding = {|POOL011:1|}, PaddingTop", StringComparison.Ordinal);
        await VerifyAttributeAsync(marked);
    }

    [Fact]
    public async Task A_mode_without_its_import_says_what_to_write()
    {
        IReadOnlyList<string> messages = await Markup.VerifyAsync(
            """
            using PoolGen;
            [PoolKernel(2, 2, {|POOL026:Max|})]
            [PoolKernel(mode: {|POOL026:Average|}, window: 2, stride: 1)]
            [PoolKernel(2, 2, PoolMode.Max)]
            [PoolKernel(2, 2, Maximum)]
            static partial class Pools;
            """,
            ["CS0103", "CS0103", "CS0103"]);
        Assert.Equal("Max is not found as a mode here; write PoolMode.Max, or add using static PoolGen.PoolMode", messages[0]);
    }

    [Fact]
    public async Task A_member_called_Max_hides_the_mode_of_a_method() => await Markup.VerifyAsync(
        Compilations.Usings + """
        static partial class Pools
        {
            public static int Max => 3;

            [PoolKernel(2, 2, {|POOL026:Max|})]
            static partial void Run(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
        }
        """,
        ["CS1503"]);

    [Fact]
    public async Task Other_attributes_of_a_type_still_work()
    {
        IReadOnlyList<string> messages = await Markup.VerifyAsync(Compilations.Usings + """
            [PoolKernel({|POOL001:0|}, 2, Max)]
            [PoolKernel(2, 2, Max)]
            static partial class Pools
            {
                static int Count => Kernels.Count;
                static void Call() => Max2x2S2(default, default, new PoolShape(1, 1, 2, 2));
            }
            """);
        Assert.Single(messages);
    }
}
