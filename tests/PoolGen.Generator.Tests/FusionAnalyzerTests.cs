using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>What the analyzer says of norms, activations and quantised averages, and the names that they give.</summary>
public class FusionAnalyzerTests
{
    [Theory]
    [InlineData("float", "Lp, Norm = {|POOL036:0.5f|}", "The norm is 0.5; it must be at least 1, or float.PositiveInfinity")]
    [InlineData("float", "Lp, Norm = {|POOL036:float.NaN|}", "The norm is NaN; it must be at least 1, or float.PositiveInfinity")]
    [InlineData("int", "{|POOL037:Lp|}, Norm = 2", "The norm of whole numbers is seldom one; the elements of Lp must have fractions")]
    [InlineData("float", "Max, Norm = {|POOL012:2|}", "Norm has no effect on Max; it is an option of Lp")]
    [InlineData("float", "Max, Activation = {|POOL038:(PoolActivation)7|}", "The activation is 7; it must be a member of PoolActivation")]
    [InlineData("float", "Max, Activation = {|POOL038:PoolActivation.Clamp|}", "The activation is Clamp without a bound; it must have ClampLowest, ClampLargest or both")]
    [InlineData("float", "Max, Activation = PoolActivation.Clamp, ClampLowest = {|POOL038:3|}, ClampLargest = 2", "The lowest number of the clamp is 3; it must be at most the largest, 2")]
    [InlineData("int", "Max, Activation = PoolActivation.Clamp, ClampLowest = {|POOL038:0.5|}", "The lowest number of the clamp of whole numbers is 0.5; it must be a whole one")]
    [InlineData("float", "Max, Activation = PoolActivation.Relu, ClampLargest = {|POOL012:2|}", "ClampLargest has no effect on the activation Relu; it is an option of Clamp")]
    [InlineData("int", "Average, InputScale = {|POOL039:1|}, OutputScale = 1", "Quantised averages are those of byte and sbyte; the elements are others")]
    [InlineData("byte", "Average, InputScale = {|POOL039:-1|}, OutputScale = 1", "The scale of the input is -1; it must be above 0 and finite")]
    [InlineData("byte", "Average, InputScale = 1, InputZeroPoint = {|POOL039:-1|}, OutputScale = 1", "The zero point of the input is -1; it must be from 0 to 255")]
    [InlineData("byte", "Sum, InputScale = {|POOL039:1|}, OutputScale = 1", "Scales are stated for Sum; they are those of quantised averages")]
    public async Task A_wrong_option_is_reported_where_it_stands(string element, string arguments, string message) =>
        Assert.Equal([message], await Markup.VerifyAsync($"{Compilations.Usings}[PoolKernel<{element}>(2, 2, {arguments})] partial class Pools;"));

    [Theory]
    [InlineData("float", "Lp, Norm = 2", "Lp2x2S2Norm2")]
    [InlineData("float", "Lp, Norm = 2.5f", "Lp2x2S2Norm2Point5")]
    [InlineData("float", "Lp, Norm = float.PositiveInfinity", "Lp2x2S2NormInfinity")]
    [InlineData("float", "Max, Activation = PoolActivation.Relu, ActivationStage = PoolStage.Before", "Max2x2S2Relu")]
    [InlineData("float", "Average, Activation = PoolActivation.Clamp, ClampLowest = -1.5, ClampLargest = 6, ActivationStage = PoolStage.Before", "Average2x2S2ClampFromMinus1Point5To6Before")]
    [InlineData("byte", "Average, InputScale = 0.5f, InputZeroPoint = 10, OutputScale = 0.25f", "Average2x2S2Quantized0Point5Zero10To0Point25Zero0")]
    public void Names_say_what_is_done_beside_pooling(string element, string arguments, string name)
    {
        GeneratorRun run = GeneratorRun.Of($"{Compilations.Usings}[PoolKernel<{element}>(2, 2, {arguments})] partial class Pools;");
        Assert.Contains(run.Files, file => file.Value.Contains($" {name}(", StringComparison.Ordinal));
    }
}
