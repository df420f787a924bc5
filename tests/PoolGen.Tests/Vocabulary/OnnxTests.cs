using Xunit;

namespace PoolGen.Tests.Vocabulary;

/// <summary>Names, defaults and attributes of <see cref="Onnx"/>, with results that ONNX Runtime 1.31.1 gave.</summary>
public sealed class OnnxTests
{
    [Fact]
    public void Defaults_are_ONNXs()
    {
        Assert.Equal(PoolConfig.Max(3, 1, rank: PoolRank.Line), Onnx.MaxPool([3]));
        Assert.Equal(PoolConfig.Max(3, 1), Onnx.MaxPool([3, 3]));
        Assert.Equal(PoolConfig.Max(3, 1, rank: PoolRank.Volume), Onnx.MaxPool([3, 3, 3]));
        Assert.Equal(PoolConfig.Average(3, 1, 1, countIncludePad: false), Onnx.AveragePool([3, 3], pads: [1, 1, 1, 1]));
        Assert.Equal(PoolConfig.Lp(3, 2, 1), Onnx.LpPool([3, 3]));
        Assert.Equal(PoolConfig.Global(PoolMode.Max), Onnx.GlobalMaxPool());
        Assert.Equal(PoolConfig.Global(PoolMode.Average), Onnx.GlobalAveragePool());
        Assert.Equal(PoolConfig.Global(PoolMode.Lp, new PoolOptions { Norm = 2 }), Onnx.GlobalLpPool());
        Assert.Equal(PoolConfig.Global(PoolMode.Lp, new PoolOptions { Norm = 1 }), Onnx.GlobalLpPool(p: 1));
    }

    [Fact]
    public void Pads_have_the_beginnings_first()
    {
        PoolConfig plane = Onnx.MaxPool(kernelShape: [3, 5], strides: [1, 2], pads: [0, 1, 2, 3], dilations: [2, 1], ceilMode: true);
        Assert.Equal(new PoolAxis(3, 1) { Dilation = 2, PaddingAfter = 2 }, plane.Height);
        Assert.Equal(new PoolAxis(5, 2) { PaddingBefore = 1, PaddingAfter = 3 }, plane.Width);
        Assert.True(plane.CeilMode);
    }

    [Fact]
    public void Padding_may_follow_from_the_size()
    {
        Assert.Equal(PoolConfig.Max(3, 2, autoPadding: PoolAutoPadding.SameUpper), Onnx.MaxPool([3, 3], [2, 2], autoPad: "SAME_UPPER"));
        Assert.Equal(PoolConfig.Max(3, 2, autoPadding: PoolAutoPadding.SameLower), Onnx.MaxPool([3, 3], [2, 2], pads: [0, 0, 0, 0], autoPad: "SAME_LOWER"));
        Assert.Equal(PoolConfig.Max(3, 2), Onnx.MaxPool([3, 3], [2, 2], autoPad: "VALID"));
    }

    [Fact]
    public void Results_are_ONNX_Runtimes()
    {
        float[] numbers = [.. Enumerable.Range(1, 16).Select(number => (float)number)];

        Assert.Equal(
            [1.5555556f, 3.3333333f, 2, 6.3333335f, 11, 6, 4.5f, 7.5f, 4],
            Run(Onnx.AveragePool([3, 3], [2, 2], [1, 1, 1, 1], ceilMode: true, countIncludePad: true), new(1, 1, 4, 4), numbers));
        Assert.Equal([6, 5, 8, 6], Run(Onnx.AveragePool([3, 3], [2, 2], [0, 0, 1, 1], countIncludePad: true), new(1, 1, 4, 4), numbers));
        Assert.Equal([7], Run(Onnx.LpPool([2], p: 1), new(1, 1, 2), [-3, 4]));
        Assert.Equal([5, 10, 5], Run(Onnx.LpPool([2], [2], ceilMode: true), new(1, 1, 5), [3, 4, 6, 8, 5]));
        Assert.Equal([2.25f], Run(Onnx.AveragePool([2, 2], countIncludePad: true, autoPad: "SAME_UPPER"), new(1, 1, 3, 3), [1, 2, 3, 4, 5, 6, 7, 8, 9])[^1..]);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Refused("kernelShape", "Attribute kernel_shape has 0 elements; it must have one for each of one to three spatial axes", () => Onnx.MaxPool([]));
        Refused("kernelShape", "Attribute kernel_shape has 4 elements", () => Onnx.MaxPool([1, 1, 1, 1]));
        Refused("strides", "Attribute strides has incorrect size: 1 elements; it must have 2", () => Onnx.MaxPool([2, 2], [2]));
        Refused("pads", "Attribute pads has incorrect size: 2 elements; it must have 4", () => Onnx.AveragePool([2, 2], pads: [1, 1]));
        Refused("dilations", "Attribute dilations has incorrect size: 3 elements; it must have 2", () => Onnx.LpPool([2, 2], dilations: [1, 1, 1]));
        Refused("autoPad", "Attribute auto_pad is same; it must be NOTSET, SAME_UPPER, SAME_LOWER or VALID", () => Onnx.MaxPool([2, 2], autoPad: "same"));
        Refused("pads", "Attribute auto_pad is SAME_UPPER and pads are stated; there must be one of them", () => Onnx.MaxPool([2, 2], pads: [1, 0, 0, 0], autoPad: "SAME_UPPER"));
        Refused("autoPad", "Attribute auto_pad is VALID and ceil_mode is 1", () => Onnx.MaxPool([2, 2], ceilMode: true, autoPad: "VALID"));
        Refused("WindowHeight", "The height of the window is 2147483647; it must be from 1 to 4096", () => Onnx.MaxPool([1L << 40, 2]));
        Refused("PaddingTop", "The top padding is 2; it must be from 0 to 1", () => Onnx.MaxPool([2, 2], pads: [2, 0, 0, 0]));
        Refused("Norm", "The norm is 0; it must be at least 1", () => Onnx.GlobalLpPool(0));
    }

    private static float[] Run(PoolConfig config, PoolShape shape, float[] input)
    {
        float[] output = new float[config.OutputShape(shape).Length];
        new PoolDispatcher([]).Run<float>(config, shape, input, output);
        return output;
    }

    private static void Refused(string argument, string message, Func<PoolConfig> call) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(argument, () => call()).Message, StringComparison.Ordinal);
}
