using System;

namespace PoolGen;

/// <summary>
/// Asks for a generated pooling kernel. On a partial class, struct or record it adds a static method named after the
/// configuration; on a partial method <c>(ReadOnlySpan&lt;T&gt; input, Span&lt;T&gt; output, PoolShape shape)</c> it writes the body, and on one with
/// <c>Span&lt;int&gt;</c> or <c>Span&lt;long&gt;</c> behind the output also the indices.
/// Elements are <see cref="float"/> where no type is given.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public class PoolKernelAttribute : KernelAttribute
{
    /// <summary>Pooling with the same window and stride along height and width.</summary>
    public PoolKernelAttribute(int window, int stride, PoolMode mode)
        : this(PoolRank.Plane, window, stride, mode)
    {
    }

    /// <summary>
    /// Pooling with the same window and stride along every axis of a rank, which <see cref="Padding"/> and <see cref="Dilation"/> then
    /// apply to as well. A line pools along the width.
    /// </summary>
    public PoolKernelAttribute(PoolRank rank, int window, int stride, PoolMode mode)
        : this(
            rank == PoolRank.Volume ? window : 1, rank == PoolRank.Line ? 1 : window, window,
            rank == PoolRank.Volume ? stride : 1, rank == PoolRank.Line ? 1 : stride, stride, mode)
    {
    }

    /// <summary>Pooling along height and width with a window and a stride per axis.</summary>
    public PoolKernelAttribute(int windowHeight, int windowWidth, int strideHeight, int strideWidth, PoolMode mode)
        : this(1, windowHeight, windowWidth, 1, strideHeight, strideWidth, mode)
    {
    }

    /// <summary>Pooling along depth, height and width with a window and a stride per axis.</summary>
    public PoolKernelAttribute(
        int windowDepth, int windowHeight, int windowWidth, int strideDepth, int strideHeight, int strideWidth, PoolMode mode)
    {
        WindowDepth = windowDepth;
        StrideDepth = strideDepth;
        WindowHeight = windowHeight;
        WindowWidth = windowWidth;
        StrideHeight = strideHeight;
        StrideWidth = strideWidth;
        Mode = mode;
    }

    /// <summary>Slices of a window.</summary>
    public int WindowDepth { get; }

    /// <summary>Rows of a window.</summary>
    public int WindowHeight { get; }

    /// <summary>Columns of a window.</summary>
    public int WindowWidth { get; }

    /// <summary>Slices from one window to the next.</summary>
    public int StrideDepth { get; }

    /// <summary>Rows from one window to the next.</summary>
    public int StrideHeight { get; }

    /// <summary>Columns from one window to the next.</summary>
    public int StrideWidth { get; }

    /// <summary>How a window becomes one element.</summary>
    public PoolMode Mode { get; }

    /// <summary>Padding on every side of the axes that are pooled along; not together with a side's own padding.</summary>
    public int Padding { get; set; }

    /// <summary>Padding before the first slice.</summary>
    public int PaddingFront { get; set; }

    /// <summary>Padding behind the last slice.</summary>
    public int PaddingBack { get; set; }

    /// <summary>Padding above the first row.</summary>
    public int PaddingTop { get; set; }

    /// <summary>Padding below the last row.</summary>
    public int PaddingBottom { get; set; }

    /// <summary>Padding before the first column.</summary>
    public int PaddingLeft { get; set; }

    /// <summary>Padding after the last column.</summary>
    public int PaddingRight { get; set; }

    /// <summary>
    /// Padding along every axis that follows from the size of the input, so that the output has <c>ceil(size / stride)</c> elements: "same" in
    /// Keras is <see cref="PoolAutoPadding.SameUpper"/>. Not together with stated padding.
    /// </summary>
    public PoolAutoPadding AutoPadding { get; set; }

    /// <summary>Distance between taps along every axis that is pooled along, 1 when not stated; not together with an axis's own dilation.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Distance between taps along the depth.</summary>
    public int DilationDepth { get; set; } = 1;

    /// <summary>Distance between taps along the height.</summary>
    public int DilationHeight { get; set; } = 1;

    /// <summary>Distance between taps along the width.</summary>
    public int DilationWidth { get; set; } = 1;

    /// <summary>Whether a last window that only partly fits still gives an output.</summary>
    public bool CeilMode { get; set; }

    /// <summary>Whether padding counts in an average's divisor: true as in PyTorch when not stated; Keras never counts it.</summary>
    public bool CountIncludePad { get; set; } = true;

    /// <summary>Divides every sum by this number instead of by a count.</summary>
    public int DivisorOverride { get; set; }

    /// <summary>Whether a sum or an average may be taken in another order than row-major: faster, equal within a few units in the last place.</summary>
    public bool AllowReassociation { get; set; }
}

/// <summary>Asks for a generated pooling kernel over elements of type <typeparamref name="T"/>; see <see cref="PoolKernelAttribute"/>.</summary>
/// <typeparam name="T">
/// <see cref="float"/>, <see cref="double"/>, <see cref="Half"/>, or a whole number: <see cref="sbyte"/>, <see cref="byte"/>, <see cref="short"/>,
/// <see cref="ushort"/>, <see cref="int"/> or <see cref="long"/>.
/// </typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class PoolKernelAttribute<T> : PoolKernelAttribute
    where T : unmanaged
{
    /// <summary>Pooling with the same window and stride along height and width.</summary>
    public PoolKernelAttribute(int window, int stride, PoolMode mode)
        : base(window, stride, mode)
    {
    }

    /// <summary>Pooling with the same window and stride along every axis of a rank.</summary>
    public PoolKernelAttribute(PoolRank rank, int window, int stride, PoolMode mode)
        : base(rank, window, stride, mode)
    {
    }

    /// <summary>Pooling along height and width with a window and a stride per axis.</summary>
    public PoolKernelAttribute(int windowHeight, int windowWidth, int strideHeight, int strideWidth, PoolMode mode)
        : base(windowHeight, windowWidth, strideHeight, strideWidth, mode)
    {
    }

    /// <summary>Pooling along depth, height and width with a window and a stride per axis.</summary>
    public PoolKernelAttribute(
        int windowDepth, int windowHeight, int windowWidth, int strideDepth, int strideHeight, int strideWidth, PoolMode mode)
        : base(windowDepth, windowHeight, windowWidth, strideDepth, strideHeight, strideWidth, mode)
    {
    }
}
