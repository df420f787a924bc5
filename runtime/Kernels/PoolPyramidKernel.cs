using System;

namespace PoolGen;

/// <summary>
/// Writes the parts <paramref name="firstPart"/> to <paramref name="endPart"/> (exclusive) of a pyramid: planes of the batch for channels first, samples for
/// channels last, each with every window. The caller has checked every argument; an end of <see cref="PoolKernel.AllRows"/> asks for the check as
/// well, and for every part.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public delegate void PoolPyramidParts<T>(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstPart, int endPart);

/// <summary>A kernel that pools with the windows of a pyramid. Its <see cref="PoolKernel.Config"/> is that of the largest window.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class PoolPyramidKernel<T> : PoolKernel
{
    private readonly PoolPyramidParts<T> parts;

    /// <summary>Describes a kernel; generated code calls this.</summary>
    public PoolPyramidKernel(PoolPyramid pyramid, in PoolFixedShape fixedShape, string name, PoolPyramidParts<T> parts)
        : base((pyramid ?? throw new ArgumentNullException(nameof(pyramid))).Largest, fixedShape, name, PoolOperation.Pyramid)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Pyramid = pyramid;
        this.parts = parts;
    }

    /// <summary>The windows.</summary>
    public PoolPyramid Pyramid { get; }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>Pools <paramref name="input"/> into <paramref name="output"/> on the calling thread, without allocating.</summary>
    /// <param name="input">At least <c>shape.Length</c> elements in the pyramid's layout.</param>
    /// <param name="output">At least <c>Pyramid.OutputShape(shape).Length</c> elements; it must not overlap the input.</param>
    /// <param name="shape">The shape of the input.</param>
    /// <exception cref="ArgumentException">A span is too short, the spans overlap, or the shape does not fit; nothing has been written.</exception>
    public void Run(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape) => parts(input, output, shape, 0, AllRows);

    /// <summary>Writes some parts of arguments that were checked before.</summary>
    internal void RunParts(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstPart, int endPart) =>
        parts(input, output, shape, firstPart, endPart);

    /// <summary>Whether the kernel gives what is asked for.</summary>
    internal bool Serves(PoolPyramid request, in PoolShape shape) => Pyramid.Equals(request) && fixes.Matches(shape);
}
