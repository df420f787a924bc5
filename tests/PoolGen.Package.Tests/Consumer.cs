using System;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using PoolGen;
using static PoolGen.PoolMode;

Console.WriteLine($"widths: 128 {Vector128.IsHardwareAccelerated}, 256 {Vector256.IsHardwareAccelerated}, 512 {Vector512.IsHardwareAccelerated}");

PoolShape map = new(batch: 2, channels: 3, height: 19, width: 37);
PoolShape stem = new(batch: 1, channels: 4, height: 12, width: 40);
PoolShape last = new(batch: 2, channels: 19, height: 9, width: 7);

// Direct calls of generated methods.
Print("Max2x2S2", Pool<float>(StemPools.Max2x2S2, PoolConfig.Max(2), map));
Print("Max3x3S2P1", Pool<float>(StemPools.Max3x3S2P1, PoolConfig.Max(3, 2, 1), map));
Print("Max3x3S2P1_4x12x40", Pool<float>(StemPools.Max3x3S2P1_4x12x40, PoolConfig.Max(3, 2, 1), stem));
Print("Average2x2S2ChannelsLast", Pool<float>(StemPools.Average2x2S2ChannelsLast, PoolConfig.Average(2, layout: PoolLayout.ChannelsLast), last));
Print("Average3x3S1P1ExcludePad", Pool<double>(StemPools.Average3x3S1P1ExcludePad, PoolConfig.Average(3, 1, 1, countIncludePad: false), map));

// The user's own method.
Print("Downsample", Pool<float>(Downsampling.Downsample, PoolConfig.Max(2), map));

// Dispatchers: the user's kernels, the everyday kernels, both, and the fallback for what nobody annotated.
PoolDispatcher own = new(StemPools.Kernels);
Print("own", Dispatch<float>(own, PoolConfig.Max(3, 2, 1), stem));
Print("everyday", Dispatch<float>(PoolDispatcher.Default, PoolConfig.Average(2), map));
Print("both", Dispatch<double>(PoolDispatcher.Default.With(StemPools.Kernels), PoolConfig.Average(3, 1, 1, countIncludePad: false), map));
Print("fallback", Dispatch<float>(own, PoolConfig.Max(5, 3, 2, ceilMode: true), map));

// A tensor: the padded rows of a larger buffer.
Print("tensor", View(own, PoolConfig.Max(3, 2, 1), map));
Console.WriteLine($"bound: {own.Find<float>(PoolConfig.Max(3, 2, 1), stem)}");
Console.WriteLine($"bound: {PoolDispatcher.Default.Find<float>(PoolConfig.Average(2), map)}");

static float[] View(PoolDispatcher pool, PoolConfig config, PoolShape shape)
{
    nint[] lengths = [shape.Batch, shape.Channels, shape.Height, shape.Width], strides = [shape.Channels * shape.Height * 40, shape.Height * 40, 40, 1];
    return Pool<float>(
        (input, output, _) =>
        {
            float[] padded = new float[shape.Batch * shape.Channels * shape.Height * 40];
            new ReadOnlyTensorSpan<float>(input, lengths).CopyTo(new TensorSpan<float>(padded, lengths, strides));
            PoolShape pooled = config.OutputShape(shape);
            pool.Run(config, new ReadOnlyTensorSpan<float>(padded, lengths, strides), new TensorSpan<float>(output, [pooled.Batch, pooled.Channels, pooled.Height, pooled.Width]));
        },
        config,
        shape);
}

static T[] Dispatch<T>(PoolDispatcher pool, PoolConfig config, PoolShape shape)
    where T : IFloatingPointIeee754<T> =>
    Pool<T>((input, output, _) => pool.Run(config, shape, input, output), config, shape);

static T[] Pool<T>(Call<T> call, PoolConfig config, PoolShape shape)
    where T : IFloatingPointIeee754<T>
{
    // Sevenths are rounded, so a sum in another order shows; every 499th element is not a number.
    T[] input = new T[shape.Length];
    for (int i = 0; i < input.Length; i++)
        input[i] = i % 499 == 498 ? T.NaN : T.CreateChecked((i * 7919 % 1009) - 500) / T.CreateChecked(7);
    T[] output = new T[config.OutputShape(shape).Length];
    call(input, output, shape);
    return output;
}

static void Print<T>(string name, T[] values)
    where T : IFormattable
{
    Console.Write($"{name}:");
    foreach (T value in values)
        Console.Write(" " + value.ToString("R", CultureInfo.InvariantCulture));
    Console.WriteLine();
}

internal delegate void Call<T>(ReadOnlySpan<T> input, Span<T> output, PoolShape shape);

[PoolKernel(2, 2, Max)]
[PoolKernel(3, 2, Max, Padding = 1)]
[PoolKernel(3, 2, Max, Padding = 1, Channels = 4, Height = 12, Width = 40)]
[PoolKernel(2, 2, Average, Layout = PoolLayout.ChannelsLast)]
[PoolKernel<double>(3, 1, Average, Padding = 1, CountIncludePad = false)]
internal static partial class StemPools;

internal static partial class Downsampling
{
    [PoolKernel(2, 2, Max)]
    public static partial void Downsample(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
}
