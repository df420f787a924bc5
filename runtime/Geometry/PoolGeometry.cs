using System;
using System.Globalization;

namespace PoolGen;

/// <summary>
/// Where a configuration computes: the output size, the taps of a window and its divisor, one axis at a time.
/// The compiler and the running program share this file, so they cannot disagree.
/// </summary>
public static class PoolGeometry
{
    /// <summary>
    /// Number of windows along an axis of <paramref name="size"/> elements, not positive when none fits. PyTorch's formula
    /// (<c>pooling_output_shape</c> in aten/src/ATen/native/Pool.h): in ceil mode the quotient is rounded up, and a last window
    /// is dropped that would start beyond the input and the padding before it.
    /// </summary>
    public static int OutputSize(in PoolAxis axis, int size, bool ceilMode)
    {
        long span = (long)size + axis.PaddingBefore + axis.PaddingAfter - axis.EffectiveWindow;
        long last = FloorDivide(ceilMode ? span + axis.Stride - 1 : span, axis.Stride);
        if (ceilMode && last * axis.Stride >= (long)size + axis.PaddingBefore)
            last--;
        return (int)(last + 1);
    }

    /// <summary>The position of the first tap of window <paramref name="index"/>; negative inside the padding before.</summary>
    public static int WindowStart(in PoolAxis axis, int index) => (index * axis.Stride) - axis.PaddingBefore;

    /// <summary>The taps of window <paramref name="index"/> that lie inside an axis of <paramref name="size"/> elements, as a half-open range.</summary>
    public static (int First, int End) ValidTaps(in PoolAxis axis, int size, int index)
    {
        int start = WindowStart(axis, index);
        int first = start >= 0 ? 0 : (-start + axis.Dilation - 1) / axis.Dilation;
        int end = start >= size ? 0 : Math.Min(axis.Window, ((size - 1 - start) / axis.Dilation) + 1);
        return (first, end);
    }

    /// <summary>
    /// What window <paramref name="index"/> counts along one axis for an average's divisor: its taps inside the input or, with
    /// <paramref name="countIncludePad"/>, inside the padded input. What ceil mode adds beyond the padding never counts.
    /// </summary>
    public static int DivisorExtent(in PoolAxis axis, int size, int index, bool countIncludePad)
    {
        if (!countIncludePad)
        {
            (int first, int end) = ValidTaps(axis, size, index);
            return end - first;
        }

        int start = WindowStart(axis, index);
        return (int)Math.Min(axis.Window, (((long)size + axis.PaddingAfter - 1 - start) / axis.Dilation) + 1);
    }

    /// <summary>The first window and the end of the windows whose taps all lie inside the axis.</summary>
    public static (int First, int End) UnpaddedWindows(in PoolAxis axis, int size, int outputSize)
    {
        int first = Math.Min(outputSize, (axis.PaddingBefore + axis.Stride - 1) / axis.Stride);
        long last = FloorDivide((long)size + axis.PaddingBefore - axis.EffectiveWindow, axis.Stride);
        return (first, (int)Math.Max(first, Math.Min(outputSize, last + 1)));
    }

    internal static PoolShape OutputShape(in PoolConfig config, in PoolShape input) => new(
        input.Batch,
        input.Channels,
        OutputSize(config.Depth, input.Depth, config.CeilMode, "depth"),
        OutputSize(config.Height, input.Height, config.CeilMode, "height"),
        OutputSize(config.Width, input.Width, config.CeilMode, "width"));

    /// <summary>Why an axis of <paramref name="size"/> elements cannot be pooled, or null when it can.</summary>
    internal static string? Refusal(in PoolAxis axis, int size, bool ceilMode, string name)
    {
        if (size < 1)
            return $"The {name} is {Text(size)}; it must be at least 1";

        int outputSize = OutputSize(axis, size, ceilMode);
        if (outputSize < 1)
        {
            return $"The {name} of {Text(size)} gives no output: with padding {Text(axis.PaddingBefore)} + {Text(axis.PaddingAfter)} "
                + $"it must hold an effective window of {Text(axis.EffectiveWindow)}";
        }

        int empty = EmptyWindow(axis, size, outputSize);
        return empty < 0
            ? null
            : $"The {name} of {Text(size)} leaves window {Text(empty)} with nothing but padding; less padding or dilation, or a larger {name}, is needed";
    }

    private static int OutputSize(in PoolAxis axis, int size, bool ceilMode, string name)
    {
        if (Refusal(axis, size, ceilMode, name) is string refusal)
            throw new ArgumentException(refusal, "shape");
        return OutputSize(axis, size, ceilMode);
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

    private static long FloorDivide(long value, int divisor)
    {
        long quotient = value / divisor;
        return value < 0 && quotient * divisor != value ? quotient - 1 : quotient;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
