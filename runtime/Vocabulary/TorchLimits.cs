using System;
using System.Collections.Generic;
using System.Globalization;

namespace PoolGen;

/// <summary>
/// What PyTorch refuses, in its words and in its order (libtorch 2.10: aten/src/ATen/native/Pool.h, MaxPooling.h, AdaptiveAveragePooling.cpp).
/// The largest sizes, which PyTorch does not limit, are left to the rules of configurations.
/// </summary>
internal static class TorchLimits
{
    /// <summary>What <c>max_pool1d</c> refuses; its words are its own.</summary>
    public static void CheckLine(PoolAxis axis)
    {
        if (axis.Window <= 0)
            throw Refused("kernelSize", $"max_pool1d() kernel_size must be greater than zero, but got {axis.Window}");
        if (axis.Stride <= 0)
            throw Refused("stride", $"max_pool1d() stride must be greater than zero, but got {axis.Stride}");
        if (axis.PaddingBefore < 0)
            throw Refused("padding", $"max_pool1d() padding must be non-negative, but got {axis.PaddingBefore}");
        if (axis.PaddingBefore > axis.Window / 2)
            throw Refused("padding", $"max_pool1d() padding should be at most half of kernel size, but got padding={axis.PaddingBefore} and kernel_size={axis.Window}");
        if (axis.Dilation <= 0)
            throw Refused("dilation", $"max_pool1d() dilation must be greater than zero, but got {axis.Dilation}");
    }

    /// <summary>What pooling along height and width, or along depth, height and width, refuses.</summary>
    public static void Check(params ReadOnlySpan<PoolAxis> axes)
    {
        bool windows = true, strides = true, dilations = true, halves = true;
        foreach (PoolAxis axis in axes)
        {
            CheckOutputSize(axis);
            windows &= axis.Window > 0;
            strides &= axis.Stride > 0;
            dilations &= axis.Dilation > 0;
            halves &= axis.PaddingBefore <= axis.Window / 2;
        }

        if (!windows)
            throw Refused("kernelSize", $"kernel size should be greater than zero, but got {Listed("k", axes, axis => axis.Window)}");
        if (!strides)
            throw Refused("stride", $"stride should be greater than zero, but got {Listed("d", axes, axis => axis.Stride)}");
        if (!dilations)
            throw Refused("dilation", $"dilation should be greater than zero, but got {Listed("dilation", axes, axis => axis.Dilation)}");
        if (!halves)
            throw Refused("padding", $"pad should be smaller than or equal to half of kernel size, but got {Halves(axes)}");
    }

    /// <summary>What averages refuse besides.</summary>
    public static void CheckDivisor(int? divisor)
    {
        if (divisor == 0)
            throw new ArgumentException("divisor must be not zero", "divisorOverride");
    }

    /// <summary>What adaptive averages refuse.</summary>
    public static void CheckOutputs(string function, params ReadOnlySpan<int?> outputs)
    {
        bool negative = false;
        foreach (int? size in outputs)
            negative |= size < 0;
        if (!negative)
            return;

        // PyTorch has no space before the third.
        string found = "";
        for (int axis = 0; axis < outputs.Length; axis++)
            found += (axis == 0 ? "" : axis == 1 ? ", " : ",") + (outputs[axis]?.ToString(CultureInfo.InvariantCulture) ?? "None");
        throw new ArgumentException($"{function}: elements of output_size must be greater than or equal to 0 but received {{{found}}}", "outputSize");
    }

    /// <summary>What is refused where the output size is computed, before anything else is looked at. The half of a window is cut off.</summary>
    private static void CheckOutputSize(PoolAxis axis)
    {
        if (axis.Stride == 0)
            throw new ArgumentException("stride should not be zero", "stride");
        if (axis.PaddingBefore < 0)
            throw Refused("padding", $"pad must be non-negative, but got pad: {axis.PaddingBefore}");
        if (axis.PaddingBefore > (((axis.Window - 1L) * axis.Dilation) + 1) / 2)
        {
            throw Refused(
                "padding",
                $"pad should be at most half of effective kernel size, but got pad={axis.PaddingBefore}, kernel_size={axis.Window} and dilation={axis.Dilation}");
        }
    }

    private static string Halves(ReadOnlySpan<PoolAxis> axes)
    {
        PoolAxis height = axes[^2], width = axes[^1];
        return axes.Length == 3
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"kT: {axes[0].Window} kW: {width.Window} kH: {height.Window} padT: {axes[0].PaddingBefore} padW: {width.PaddingBefore} padH: {height.PaddingBefore}")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"padW = {width.PaddingBefore}, padH = {height.PaddingBefore}, kW = {width.Window}, kH = {height.Window}");
    }

    private static string Listed(string word, ReadOnlySpan<PoolAxis> axes, Func<PoolAxis, int> number)
    {
        List<string> numbers = [];
        foreach (PoolAxis axis in axes)
            numbers.Add(string.Create(CultureInfo.InvariantCulture, $"{word}{"THW"[3 - axes.Length + numbers.Count]}: {number(axis)}"));
        return string.Join(' ', numbers);
    }

    private static ArgumentException Refused(string argument, FormattableString words) => new(FormattableString.Invariant(words), argument);
}
