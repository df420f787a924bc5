using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>
/// Where a configuration computes: the output size, the taps of a window and its divisor, one axis at a time.
/// The compiler and the running program share this file, so they cannot disagree.
/// </summary>
public static class PoolGeometry
{
    /// <summary>
    /// Number of windows along an axis of <paramref name="size"/> elements, 0 when none fits. PyTorch's formula
    /// (<c>pooling_output_shape</c> in aten/src/ATen/native/Pool.h): in ceil mode the quotient is rounded up, and a last window
    /// is dropped that would start beyond the input and the padding before it.
    /// </summary>
    /// An adaptive axis has its number of outputs.
    /// <exception cref="OverflowException">Padding makes the windows more than an <see cref="int"/> can count.</exception>
    public static int OutputSize(in PoolAxis axis, int size, bool ceilMode) => checked((int)Windows(axis.At(size), size, ceilMode));

    /// <summary>
    /// Whether ceil mode gives an input of this shape an output along some axis that it would not have otherwise. Where it does not, every window ends inside
    /// the padded input.
    /// </summary>
    public static bool RoundsUp(in PoolConfig config, in PoolShape shape) =>
        (config.PoolsDepth && RoundsUp(config.Depth, shape.Depth)) || RoundsUp(config.Height, shape.Height) || RoundsUp(config.Width, shape.Width);

    /// <summary>The same for an axis.</summary>
    internal static bool RoundsUp(in PoolAxis axis, int size) => OutputSize(axis, size, ceilMode: true) != OutputSize(axis, size, ceilMode: false);

    /// <summary>
    /// The position of the first tap of sliding window <paramref name="index"/>; negative inside the padding before, which is the stated one:
    /// where padding is automatic, ask <see cref="PoolAxis.At"/> first.
    /// </summary>
    public static int WindowStart(in PoolAxis axis, int index) => (index * axis.Stride) - axis.PaddingBefore;

    /// <summary>
    /// The elements of window <paramref name="index"/> of an adaptive axis, as a half-open range: from <c>floor(index * size / outputs)</c> to
    /// <c>ceil((index + 1) * size / outputs)</c> (PyTorch, aten/src/ATen/native/AdaptivePooling.h). They are never none.
    /// </summary>
    public static (int Start, int End) AdaptiveWindow(in PoolAxis axis, int size, int index)
    {
        long outputs = axis.Outputs;
        return ((int)(index * (long)size / outputs), (int)((((index + 1L) * size) + outputs - 1) / outputs));
    }

    /// <summary>The taps of window <paramref name="index"/> that lie inside an axis of <paramref name="size"/> elements, as a half-open range.</summary>
    public static (int First, int End) ValidTaps(in PoolAxis axis, int size, int index)
    {
        if (axis.IsAdaptive)
        {
            (int from, int to) = AdaptiveWindow(axis, size, index);
            return (0, to - from);
        }

        if (axis.AutoPadding != PoolAutoPadding.None)
            return ValidTaps(axis.At(size), size, index);

        int start = WindowStart(axis, index);
        int first = start >= 0 ? 0 : (-start + axis.Dilation - 1) / axis.Dilation;

        // Up to the padding more than an int holds, but never more than 32 bits do.
        int end = start >= size ? 0 : Math.Min(axis.Window, (int)((uint)(size - 1 - start) / (uint)axis.Dilation) + 1);
        return (first, end);
    }

    /// <summary>
    /// What window <paramref name="index"/> counts along one axis for an average's divisor: its taps inside the input or, with
    /// <paramref name="countIncludePad"/>, inside the padded input. What ceil mode adds beyond the padding never counts.
    /// </summary>
    public static int DivisorExtent(in PoolAxis axis, int size, int index, bool countIncludePad)
    {
        if (!countIncludePad || axis.IsAdaptive)
        {
            (int first, int end) = ValidTaps(axis, size, index);
            return end - first;
        }

        if (axis.AutoPadding != PoolAutoPadding.None)
            return DivisorExtent(axis.At(size), size, index, countIncludePad);

        uint room = (uint)((long)size + axis.PaddingAfter - 1 - WindowStart(axis, index));
        return (int)Math.Min((uint)axis.Window, (room / (uint)axis.Dilation) + 1);
    }

    /// <summary>
    /// The windows that reach over the element at <paramref name="position"/>, as a half-open range. With a dilation the element can lie between
    /// the taps of some of them.
    /// </summary>
    internal static (int First, int End) WindowsOver(in PoolAxis axis, int size, int outputSize, int position)
    {
        // Adaptive window i starts at or before the element where i * size < (position + 1) * outputs, and ends after it where (i + 1) * size > position * outputs.
        if (axis.IsAdaptive)
            return ((int)((long)position * axis.Outputs / size), (int)(((((position + 1L) * axis.Outputs) - 1) / size) + 1));

        // Up to the padding more than an int holds, but never more than 32 bits do.
        uint place = (uint)position + (uint)axis.PaddingBefore, window = (uint)axis.EffectiveWindow, stride = (uint)axis.Stride;
        int first = place < window ? 0 : (int)((place - window) / stride) + 1;
        return (first, Math.Min(outputSize, (int)(place / stride) + 1));
    }

    /// <summary>The first window and the end of the windows whose taps all lie inside the axis, one stride apart; those of an adaptive axis are not.</summary>
    public static (int First, int End) UnpaddedWindows(in PoolAxis axis, int size, int outputSize)
    {
        if (axis.IsAdaptive)
            return (0, 0);
        if (axis.AutoPadding != PoolAutoPadding.None)
            return UnpaddedWindows(axis.At(size), size, outputSize);

        int first = Math.Min(outputSize, (axis.PaddingBefore + axis.Stride - 1) / axis.Stride);
        long span = (long)size + axis.PaddingBefore - axis.EffectiveWindow;
        long end = span < 0 ? 0 : ((uint)span / (uint)axis.Stride) + 1;
        return (first, (int)Math.Max(first, Math.Min(outputSize, end)));
    }

    // Inlined, the sizes stay in registers; a shape that is written field by field and copied at once stalls the processor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PoolShape OutputShape(in PoolConfig config, in PoolShape input)
    {
        if (config.IsAutomatic)
            return OutputShape(config.At(input), input);

        // Every shape but the default one has a depth of 1 at least, and that one has no height either.
        int depth = config.PoolsDepth ? OutputSize(config.Depth, input.Depth, config.CeilMode, "depth") : input.Depth;
        int height = OutputSize(config.Height, input.Height, config.CeilMode, "height");
        int width = OutputSize(config.Width, input.Width, config.CeilMode, "width");

        // Padding can make an output larger than its input.
        return PoolShape.Fits(input.Batch, input.Channels, depth, height, width)
            ? PoolShape.Trusted(input.Batch, input.Channels, depth, height, width)
            : throw new ArgumentException(PoolShape.Refusal(input.Batch, input.Channels, depth, height, width, "output shape"), "shape");
    }

    internal static PoolShape UnpooledShape(in PoolConfig config, in PoolShape pooled)
    {
        if (config.IsAutomatic || config.IsAdaptive)
            throw new ArgumentException("Several sizes of the input give the same output; state the unpooled shape", nameof(config));
        return new(
            pooled.Batch, pooled.Channels, UnpooledSize(config.Depth, pooled.Depth), UnpooledSize(config.Height, pooled.Height), UnpooledSize(config.Width, pooled.Width));
    }

    // Past what an int holds it is refused with the shape.
    private static int UnpooledSize(in PoolAxis axis, int size) =>
        (int)Math.Min(int.MaxValue, (((long)size - 1) * axis.Stride) - axis.PaddingBefore - axis.PaddingAfter + axis.EffectiveWindow);

    /// <summary>Why an axis of <paramref name="size"/> elements cannot be pooled, or null when it can.</summary>
    internal static string? Refusal(in PoolAxis axis, int size, bool ceilMode, string name)
    {
        if (size < 1)
            return $"The {name} is {Text(size)}; it must be at least 1";
        if (axis.AutoPadding != PoolAutoPadding.None)
            return Refusal(axis.At(size), size, ceilMode, name);

        long windows = Windows(axis, size, ceilMode);
        if (windows < 1)
        {
            return $"The {name} of {Text(size)} gives no output: with padding {Text(axis.PaddingBefore)} + {Text(axis.PaddingAfter)} "
                + $"it must hold an effective window of {Text(axis.EffectiveWindow)}";
        }

        if (windows > int.MaxValue)
        {
            return $"The {name} of {Text(size)} gives {windows.ToString(CultureInfo.InvariantCulture)} outputs, "
                + $"more than the {Text(int.MaxValue)} that a span can hold";
        }

        int empty = EmptyWindow(axis, size, (int)windows);
        return empty < 0
            ? null
            : $"The {name} of {Text(size)} leaves window {Text(empty)} with nothing but padding; less padding or dilation, or a larger {name}, is needed";
    }

    private static int OutputSize(in PoolAxis axis, int size, bool ceilMode, string name)
    {
        long windows = Windows(axis, size, ceilMode);

        // Only these can be refused; everything else keeps clear of the slow way.
        if ((size < axis.Dilation || windows is < 1 or > int.MaxValue) && Refusal(axis, size, ceilMode, name) is string refusal)
            throw new ArgumentException(refusal, "shape");
        return (int)windows;
    }

    private static long Windows(in PoolAxis axis, int size, bool ceilMode)
    {
        if (axis.IsAdaptive)
            return axis.Outputs;

        long span = (long)size + axis.PaddingBefore + axis.PaddingAfter - axis.EffectiveWindow + (ceilMode ? axis.Stride - 1 : 0);
        if (span < 0)
            return 0;

        // The largest size, paddings and stride together stay below 32 bits, which divide faster than 64.
        long last = (uint)span / (uint)axis.Stride;
        if (ceilMode && last * axis.Stride >= (long)size + axis.PaddingBefore)
            last--;
        return last + 1;
    }

    private static int EmptyWindow(in PoolAxis axis, int size, int outputSize)
    {
        // Padding is below the effective window, so a window reaches the axis unless it steps over it: only a dilation above the size can.
        if (size >= axis.Dilation)
            return -1;

        for (int index = 0; index < outputSize; index++)
        {
            (int first, int end) = ValidTaps(axis, size, index);
            if (first >= end)
                return index;
        }

        return -1;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
