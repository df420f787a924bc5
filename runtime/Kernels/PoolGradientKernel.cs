using System;

namespace PoolGen;

/// <summary>
/// Writes the parts <paramref name="firstPart"/> to <paramref name="endPart"/> (exclusive) of the gradient of the input: planes of the batch for
/// channels first, samples for channels last. The caller has checked every argument; an end of <see cref="PoolKernel.AllRows"/> asks for the check as
/// well, and for every part.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public delegate void PoolGradientParts<T>(
    ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstPart, int endPart);

/// <summary>A kernel that computes the gradient of the input of a sum or an average from that of its output.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class PoolGradientKernel<T> : PoolKernel
{
    private readonly PoolGradientParts<T> parts;

    /// <summary>Describes a kernel; generated code calls this.</summary>
    public PoolGradientKernel(in PoolConfig config, in PoolFixedShape fixedShape, string name, PoolGradientParts<T> parts)
        : base(config, fixedShape, name, PoolOperation.Backward)
    {
        ArgumentNullException.ThrowIfNull(parts);
        this.parts = parts;
    }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>Writes every element of <paramref name="inputGradient"/> on the calling thread, without allocating.</summary>
    /// <param name="outputGradient">At least <c>Config.OutputShape(shape).Length</c> elements.</param>
    /// <param name="inputGradient">At least <c>shape.Length</c> elements; it must not overlap the gradient of the output.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <exception cref="ArgumentException">A span is too short, the spans overlap, or the shape does not fit; nothing has been written.</exception>
    public void Run(ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape) =>
        parts(outputGradient, inputGradient, shape, 0, AllRows);

    /// <summary>Writes some parts of arguments that were checked before.</summary>
    internal void RunParts(ReadOnlySpan<T> outputGradient, Span<T> inputGradient, in PoolShape shape, int firstPart, int endPart) =>
        parts(outputGradient, inputGradient, shape, firstPart, endPart);
}
