using PoolGen.Bench.Engines;
using PoolGen.Bench.Workloads;
using Spectre.Console;

namespace PoolGen.Bench.MainJob;

/// <summary>The two examples that everybody knows, one from Keras and one from PyTorch.</summary>
internal static class ClassicExamples
{
    private const int Side = 28;
    private const int PooledSide = 14;

    /// <summary>Runs and checks both.</summary>
    /// <exception cref="InvalidOperationException">A shape or a value is wrong.</exception>
    public static void Run(IAnsiConsole console)
    {
        PoolShape shape = new(batch: 1, channels: 1, height: Side, width: Side);
        float[] input = [.. Enumerable.Range(0, shape.Length).Select(index => MathF.Sin(index))];

        float[] largest = new float[PooledSide * PooledSide];
        AnyShapePools.Max2x2S2ChannelsLast(input, largest, shape);
        PoolShape pooled = Check(PoolConfig.Max(2, layout: PoolLayout.ChannelsLast), shape, input, largest);
        console.WriteLine(
            $"Keras MaxPool2D(pool_size=(2, 2), strides=2): ({shape.Batch}, {shape.Height}, {shape.Width}, {shape.Channels}) "
            + $"→ ({pooled.Batch}, {pooled.Height}, {pooled.Width}, {pooled.Channels}), correct");

        float[] means = new float[PooledSide * PooledSide];
        AnyShapePools.Average2x2S2(input, means, shape);
        pooled = Check(PoolConfig.Average(2), shape, input, means);
        console.WriteLine(
            $"PyTorch AvgPool2d(kernel_size=2, stride=2): ({shape.Batch}, {shape.Channels}, {shape.Height}, {shape.Width}) "
            + $"→ ({pooled.Batch}, {pooled.Channels}, {pooled.Height}, {pooled.Width}), correct");
    }

    private static PoolShape Check(PoolConfig config, PoolShape shape, float[] input, float[] found)
    {
        PoolShape pooled = config.OutputShape(shape);
        PoolShape known = new(batch: 1, channels: 1, height: PooledSide, width: PooledSide);
        if (pooled != known)
            throw new InvalidOperationException($"{config} on {shape} gives {pooled}; it must give {known}");

        float[] expected = new float[pooled.Length];
        ScalarPool.Run(config, shape, pooled, input, expected);
        for (int index = 0; index < expected.Length; index++)
        {
            if (expected[index] != found[index])
                throw new InvalidOperationException(Report.Numbers.Text($"{config} on {shape}: element {index} should be {expected[index]:R}, got {found[index]:R}"));
        }

        return pooled;
    }
}
