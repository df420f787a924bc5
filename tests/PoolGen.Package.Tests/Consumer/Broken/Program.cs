using System;
using PoolGen;
using static PoolGen.PoolMode;

Broken.Downsample(new float[4], new float[1], new PoolShape(1, 1, 2, 2));

internal static partial class Broken
{
    [PoolKernel(0, 2, Max)]
    public static partial void Downsample(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
}
