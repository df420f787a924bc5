using PoolGen.Tests.Golden;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Vocabulary;

/// <summary>Names, defaults and words of <see cref="Keras"/>, and TensorFlow.js's recorded results through it.</summary>
public sealed class KerasTests(ITestOutputHelper log)
{
    private const PoolLayout Last = PoolLayout.ChannelsLast;

    [Fact]
    public void Defaults_are_Kerass()
    {
        Assert.Equal(PoolConfig.Max(2, layout: Last, rank: PoolRank.Line), Keras.MaxPooling1D());
        Assert.Equal(PoolConfig.Max(2, layout: Last), Keras.MaxPooling2D());
        Assert.Equal(PoolConfig.Max(2, layout: Last, rank: PoolRank.Volume), Keras.MaxPooling3D());
        Assert.Equal(PoolConfig.Average(2, layout: Last, rank: PoolRank.Line), Keras.AveragePooling1D());
        Assert.Equal(PoolConfig.Average(2, layout: Last), Keras.AveragePooling2D());
        Assert.Equal(PoolConfig.Average(2, layout: Last, rank: PoolRank.Volume), Keras.AveragePooling3D());
        Assert.Equal(PoolConfig.Global(PoolMode.Max, new PoolOptions { Layout = Last }), Keras.GlobalMaxPooling2D());
        Assert.Equal(Keras.GlobalMaxPooling2D(), Keras.GlobalMaxPooling1D());
        Assert.Equal(Keras.GlobalMaxPooling2D(), Keras.GlobalMaxPooling3D());
        Assert.Equal(PoolConfig.Global(PoolMode.Average, new PoolOptions { Layout = Last }), Keras.GlobalAveragePooling2D());
        Assert.Equal(Keras.GlobalAveragePooling2D(), Keras.GlobalAveragePooling1D());
        Assert.Equal(PoolConfig.Global(PoolMode.Average), Keras.GlobalAveragePooling3D("channels_first"));
    }

    [Fact]
    public void Arguments_have_Kerass_names()
    {
        Assert.Equal(
            PoolConfig.Max(2, layout: Last, autoPadding: PoolAutoPadding.SameUpper),
            Keras.MaxPooling2D(poolSize: (2, 2), strides: null, padding: "same", dataFormat: "channels_last"));
        Assert.Equal(PoolConfig.Max(3, 2), Keras.MaxPooling2D(3, 2, "VALID", "Channels_First"));
        Assert.Equal(PoolConfig.Adaptive(PoolMode.Max, 4, 5, new PoolOptions { Layout = Last }), Keras.AdaptiveMaxPooling2D((4, 5)));
        Assert.Equal(PoolConfig.Adaptive(PoolMode.Average, 4, 4, 4), Keras.AdaptiveAveragePooling3D(4, "channels_first"));
        Assert.Equal(PoolConfig.Adaptive(PoolMode.Average, null, 4, new PoolOptions { Layout = Last }), Keras.AdaptiveAveragePooling1D(4));
    }

    [Fact]
    public void Averages_never_count_padding()
    {
        PoolConfig same = Keras.AveragePooling2D(3, 2, "same");
        Assert.False(same.CountIncludePad);
        float[] output = new float[4];
        new PoolDispatcher([]).Run<float>(same, new(1, 1, 3, 3), [.. Enumerable.Repeat(1f, 9)], output);
        Assert.Equal([1, 1, 1, 1], output);
    }

    [Fact]
    public void What_Keras_refuses_is_refused_in_its_words()
    {
        Refused("padding", "The `padding` argument must be a list/tuple or one of {'valid', 'same'}. Received: full", () => Keras.MaxPooling2D(padding: "full"));
        Refused("dataFormat", "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=NHWC", () => Keras.GlobalMaxPooling1D("NHWC"));
        Refused(
            "poolSize", "The `pool_size` argument must be a tuple of 2 integers. Received pool_size=(0, 2), including values {0} that do not satisfy `value > 0`",
            () => Keras.AveragePooling2D((0, 2)));
        Refused(
            "strides", "The `strides` argument must be a tuple of 3 integers. Received strides=(-1, -1, -1), including values {-1} that do not satisfy `value > 0`",
            () => Keras.MaxPooling3D(2, -1));
        Refused("strides", "The `strides` argument must be a tuple of 1 integers. Received strides=0", () => Keras.MaxPooling1D(2, 0));
        Assert.Throws<ArgumentNullException>("padding", () => Keras.MaxPooling2D(padding: null!));
        Assert.Throws<ArgumentNullException>("dataFormat", () => Keras.MaxPooling2D(dataFormat: null!));
    }

    [Fact]
    public void TensorFlows_recorded_calls_are_the_same_configurations()
    {
        int same = 0, valid = 0;
        foreach (GoldenCase golden in GoldenCase.Load("tensorflow.jsonl.gz").Where(golden => golden.Pad != "explicit" && golden.Dilation?.Any(dilation => dilation > 1) != true))
        {
            PoolConfig config = Config(golden);
            Assert.Equal((golden with { LeavesPadding = golden.Pad == "same" }).Config, config);
            Assert.Equal(golden.OutputShape[^1], config.OutputShape(golden.Shape).Width);
            (same, valid) = golden.Pad == "same" ? (same + 1, valid) : (same, valid + 1);
            if (config.Mode != PoolMode.Max || golden.HasNaN)
                continue;
            float[] expected = GoldenCase.Decode<float>(golden.Output), actual = new float[expected.Length];
            new PoolDispatcher([]).Run<float>(config, golden.Shape, GoldenCase.Decode<float>(golden.Input), actual);
            Assert.True(Same.FirstDifference<float>(expected, actual, anyZero: true) < 0, golden.Id);
        }

        log.WriteLine($"{same} of same, {valid} of valid padding");
        Assert.Equal((71, 52), (same, valid));
    }

    private static PoolConfig Config(GoldenCase golden)
    {
        int[] window = golden.Kernel, stride = golden.Stride;
        return (golden.Op, window.Length) switch
        {
            ("max", 2) => Keras.MaxPooling2D((window[0], window[1]), (stride[0], stride[1]), golden.Pad!),
            ("max", _) => Keras.MaxPooling3D((window[0], window[1], window[2]), (stride[0], stride[1], stride[2]), golden.Pad!),
            (_, 2) => Keras.AveragePooling2D((window[0], window[1]), (stride[0], stride[1]), golden.Pad!),
            _ => Keras.AveragePooling3D((window[0], window[1], window[2]), (stride[0], stride[1], stride[2]), golden.Pad!),
        };
    }

    private static void Refused(string argument, string message, Func<PoolConfig> call) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(argument, () => call()).Message, StringComparison.Ordinal);
}
