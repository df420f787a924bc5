using System;

namespace PoolGen;

/// <content>Adaptive and global pooling.</content>
public readonly partial struct PoolConfig
{
    private const ulong AdaptiveMask = 1UL << 60;

    /// <summary>Whether an axis has a number of outputs instead of a window; sums are then taken down the columns of a window first.</summary>
    public bool IsAdaptive => ((depth | height | width) & AdaptiveMask) != 0;

    /// <summary>
    /// Adaptive pooling: so many output rows and columns whatever the size of the input, as PyTorch's <c>AdaptiveMaxPool2d</c> and
    /// <c>AdaptiveAvgPool2d</c>. Null keeps the axis as it is.
    /// </summary>
    /// <param name="mode">How the elements of a window become one.</param>
    /// <param name="outputHeight">Output rows, from 1 to 4096, or null.</param>
    /// <param name="outputWidth">Output columns, from 1 to 4096, or null.</param>
    /// <param name="options">The options that adaptive pooling has: layout, and rounding of averages of whole numbers.</param>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Adaptive(PoolMode mode, int? outputHeight, int? outputWidth, PoolOptions? options = null) =>
        Create(mode, Divided(outputHeight), Divided(outputWidth), options);

    /// <summary>Adaptive pooling of volumes: so many output slices, rows and columns whatever the size of the input. Null keeps the axis as it is.</summary>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Adaptive(PoolMode mode, int? outputDepth, int? outputHeight, int? outputWidth, PoolOptions? options = null) =>
        Create(mode, Divided(outputDepth), Divided(outputHeight), Divided(outputWidth), options);

    /// <summary>Global pooling: one output for each channel of a sample, whatever the rank.</summary>
    /// <exception cref="ArgumentException">An argument breaks a rule; the message is that of the compile-time error.</exception>
    public static PoolConfig Global(PoolMode mode, PoolOptions? options = null) => Adaptive(mode, 1, 1, 1, options);

    private static PoolAxis Divided(int? outputs) => outputs is int some ? PoolAxis.Adaptive(some) : default;
}
