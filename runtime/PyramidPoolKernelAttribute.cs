using System;
using System.Collections.Generic;

namespace PoolGen;

/// <summary>
/// Asks for a generated kernel that pools with several windows in one pass, one behind the other along the channels: the spatial pyramid of YOLO, whose SPP
/// is <c>[PyramidPoolKernel(5, 9, 13, IncludeInput = true)]</c>. Its SPPF, three windows of 5 in a chain, gives the same numbers. Windows are maxima, one
/// element apart, with half a window of padding on each side. See <see cref="PoolPyramid"/> for what is computed and
/// <see cref="PoolKernelAttribute"/> for where the attribute stands. Options of other poolings, such as indices and rounding, are a compile-time error.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public class PyramidPoolKernelAttribute : KernelAttribute
{
    /// <summary>Pooling with square windows.</summary>
    /// <param name="windows">Odd and ascending, from 3 to 4095.</param>
    public PyramidPoolKernelAttribute(params int[] windows) => Windows = windows;

    /// <summary>The windows along height and width.</summary>
    public IReadOnlyList<int> Windows { get; }

    /// <summary>Whether the channels of the input come first in the output.</summary>
    public bool IncludeInput { get; set; }
}

/// <summary>Asks for a generated kernel of a pyramid over elements of type <typeparamref name="T"/>; see <see cref="PyramidPoolKernelAttribute"/>.</summary>
/// <typeparam name="T">One of the types that <see cref="PoolKernelAttribute{T}"/> takes.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class PyramidPoolKernelAttribute<T> : PyramidPoolKernelAttribute
    where T : unmanaged
{
    /// <summary>Pooling with square windows.</summary>
    /// <param name="windows">Odd and ascending, from 3 to 4095.</param>
    public PyramidPoolKernelAttribute(params int[] windows)
        : base(windows)
    {
    }
}
