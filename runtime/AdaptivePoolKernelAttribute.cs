using System;

namespace PoolGen;

/// <summary>
/// Asks for a generated kernel of adaptive pooling: a stated number of outputs along each axis, from 1 to 4096, whatever the size of the
/// input. Window <c>i</c> of <c>n</c> elements takes those from <c>floor(i * n / outputs)</c> to <c>ceil((i + 1) * n / outputs)</c>, as PyTorch has
/// it. It stands where <see cref="PoolKernelAttribute"/> may stand, and beside it. Elements are <see cref="float"/> where no type is given.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public class AdaptivePoolKernelAttribute : KernelAttribute
{
    /// <summary>Pooling to so many columns; height and depth stay as they are.</summary>
    public AdaptivePoolKernelAttribute(int outputWidth, PoolMode mode)
    {
        OutputWidth = outputWidth;
        Mode = mode;
    }

    /// <summary>Pooling to so many rows and columns; a depth stays as it is.</summary>
    public AdaptivePoolKernelAttribute(int outputHeight, int outputWidth, PoolMode mode)
        : this(outputWidth, mode)
    {
        OutputHeight = outputHeight;
    }

    /// <summary>Pooling to so many slices, rows and columns.</summary>
    public AdaptivePoolKernelAttribute(int outputDepth, int outputHeight, int outputWidth, PoolMode mode)
        : this(outputHeight, outputWidth, mode)
    {
        OutputDepth = outputDepth;
    }

    /// <summary>Slices of an output; 0 where the depth stays as it is.</summary>
    public int OutputDepth { get; }

    /// <summary>Rows of an output; 0 where the height stays as it is.</summary>
    public int OutputHeight { get; }

    /// <summary>Columns of an output.</summary>
    public int OutputWidth { get; }

    /// <summary>How a window becomes one element.</summary>
    public PoolMode Mode { get; }
}

/// <summary>Asks for a generated kernel of adaptive pooling over elements of type <typeparamref name="T"/>; see <see cref="AdaptivePoolKernelAttribute"/>.</summary>
/// <typeparam name="T">One of the types that <see cref="PoolKernelAttribute{T}"/> takes.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class AdaptivePoolKernelAttribute<T> : AdaptivePoolKernelAttribute
    where T : unmanaged
{
    /// <summary>Pooling to so many columns; height and depth stay as they are.</summary>
    public AdaptivePoolKernelAttribute(int outputWidth, PoolMode mode)
        : base(outputWidth, mode)
    {
    }

    /// <summary>Pooling to so many rows and columns; a depth stays as it is.</summary>
    public AdaptivePoolKernelAttribute(int outputHeight, int outputWidth, PoolMode mode)
        : base(outputHeight, outputWidth, mode)
    {
    }

    /// <summary>Pooling to so many slices, rows and columns.</summary>
    public AdaptivePoolKernelAttribute(int outputDepth, int outputHeight, int outputWidth, PoolMode mode)
        : base(outputDepth, outputHeight, outputWidth, mode)
    {
    }
}
