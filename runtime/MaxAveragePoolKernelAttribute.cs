using System;

namespace PoolGen;

/// <summary>
/// Asks for a generated kernel that takes the maxima and the averages of the same windows in one pass: a method
/// <c>(ReadOnlySpan&lt;T&gt; input, Span&lt;T&gt; maximum, Span&lt;T&gt; average, PoolShape shape)</c>. Both are what two kernels give, averages in the exact order.
/// Options are those of an average; see <see cref="PoolKernelAttribute"/>. Indices, unpooling and the backward pass are a compile-time error.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public class MaxAveragePoolKernelAttribute : PoolKernelAttribute
{
    /// <summary>Pooling with the same window and stride along height and width.</summary>
    public MaxAveragePoolKernelAttribute(int window, int stride)
        : base(window, stride, PoolMode.Average)
    {
    }

    /// <summary>Pooling with the same window and stride along every axis of a rank.</summary>
    public MaxAveragePoolKernelAttribute(PoolRank rank, int window, int stride)
        : base(rank, window, stride, PoolMode.Average)
    {
    }

    /// <summary>Pooling along height and width with a window and a stride per axis.</summary>
    public MaxAveragePoolKernelAttribute(int windowHeight, int windowWidth, int strideHeight, int strideWidth)
        : base(windowHeight, windowWidth, strideHeight, strideWidth, PoolMode.Average)
    {
    }
}

/// <summary>Asks for a kernel of maxima and averages over elements of type <typeparamref name="T"/>; see <see cref="MaxAveragePoolKernelAttribute"/>.</summary>
/// <typeparam name="T">One of the types that <see cref="PoolKernelAttribute{T}"/> takes.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MaxAveragePoolKernelAttribute<T> : MaxAveragePoolKernelAttribute
    where T : unmanaged
{
    /// <summary>Pooling with the same window and stride along height and width.</summary>
    public MaxAveragePoolKernelAttribute(int window, int stride)
        : base(window, stride)
    {
    }

    /// <summary>Pooling with the same window and stride along every axis of a rank.</summary>
    public MaxAveragePoolKernelAttribute(PoolRank rank, int window, int stride)
        : base(rank, window, stride)
    {
    }

    /// <summary>Pooling along height and width with a window and a stride per axis.</summary>
    public MaxAveragePoolKernelAttribute(int windowHeight, int windowWidth, int strideHeight, int strideWidth)
        : base(windowHeight, windowWidth, strideHeight, strideWidth)
    {
    }
}
