using System;

namespace PoolGen;

/// <summary>
/// ONNX's pooling operators by their names, attributes and defaults (opset 22); each gives the configuration that computes the same. The number of
/// <c>kernelShape</c>'s elements is the number of spatial axes, from one to three; channels are first, as everywhere in ONNX.
/// </summary>
public static class Onnx
{
    /// <summary>
    /// <c>MaxPool</c>. The attribute <c>storage_order</c> is about indices only: the first output is the same with either, and of indices
    /// <see cref="PoolIndexing.Tensor"/> counts with order 0 and <see cref="PoolIndexing.TensorColumnMajor"/> with order 1.
    /// </summary>
    /// <param name="kernelShape">Taps per window and axis.</param>
    /// <param name="strides">Distance between windows; 1 along every axis when not given, unlike in PyTorch and Keras.</param>
    /// <param name="pads">Padding in ONNX's order: before the elements of every axis, then after them. None when not given.</param>
    /// <param name="dilations">Distance between taps; 1 when not given.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output: <c>ceil_mode</c> 1.</param>
    /// <param name="autoPad"><c>NOTSET</c>, <c>SAME_UPPER</c>, <c>SAME_LOWER</c> or <c>VALID</c>.</param>
    /// <exception cref="ArgumentException">An attribute does not fit, or is beyond what a configuration holds.</exception>
    public static PoolConfig MaxPool(
        ReadOnlySpan<long> kernelShape, ReadOnlySpan<long> strides = default, ReadOnlySpan<long> pads = default, ReadOnlySpan<long> dilations = default,
        bool ceilMode = false, string autoPad = OnnxAttributes.NotSet) =>
        new OnnxAttributes(kernelShape, strides, pads, dilations, ceilMode, autoPad).Config(PoolMode.Max, new PoolOptions { CeilMode = ceilMode });

    /// <summary><c>AveragePool</c>.</summary>
    /// <param name="kernelShape">Taps per window and axis.</param>
    /// <param name="strides">Distance between windows; 1 along every axis when not given, unlike in PyTorch and Keras.</param>
    /// <param name="pads">Padding in ONNX's order: before the elements of every axis, then after them. None when not given.</param>
    /// <param name="dilations">Distance between taps; 1 when not given.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output: <c>ceil_mode</c> 1.</param>
    /// <param name="countIncludePad">Whether padding counts in the divisor: <c>count_include_pad</c>, which is 0 when not given, unlike in PyTorch.</param>
    /// <param name="autoPad"><c>NOTSET</c>, <c>SAME_UPPER</c>, <c>SAME_LOWER</c> or <c>VALID</c>.</param>
    /// <exception cref="ArgumentException">An attribute does not fit, or is beyond what a configuration holds.</exception>
    public static PoolConfig AveragePool(
        ReadOnlySpan<long> kernelShape, ReadOnlySpan<long> strides = default, ReadOnlySpan<long> pads = default, ReadOnlySpan<long> dilations = default,
        bool ceilMode = false, bool countIncludePad = false, string autoPad = OnnxAttributes.NotSet) =>
        new OnnxAttributes(kernelShape, strides, pads, dilations, ceilMode, autoPad)
            .Config(PoolMode.Average, new PoolOptions { CeilMode = ceilMode, CountIncludePad = countIncludePad });

    /// <summary><c>LpPool</c>: the norm of the absolute values.</summary>
    /// <param name="kernelShape">Taps per window and axis.</param>
    /// <param name="strides">Distance between windows; 1 along every axis when not given, unlike in PyTorch and Keras.</param>
    /// <param name="pads">Padding in ONNX's order: before the elements of every axis, then after them. None when not given.</param>
    /// <param name="dilations">Distance between taps; 1 when not given.</param>
    /// <param name="ceilMode">Whether a last window that only partly fits still gives an output: <c>ceil_mode</c> 1.</param>
    /// <param name="p">The exponent.</param>
    /// <param name="autoPad"><c>NOTSET</c>, <c>SAME_UPPER</c>, <c>SAME_LOWER</c> or <c>VALID</c>.</param>
    /// <exception cref="ArgumentException">An attribute does not fit, or is beyond what a configuration holds.</exception>
    public static PoolConfig LpPool(
        ReadOnlySpan<long> kernelShape, ReadOnlySpan<long> strides = default, ReadOnlySpan<long> pads = default, ReadOnlySpan<long> dilations = default,
        bool ceilMode = false, int p = 2, string autoPad = OnnxAttributes.NotSet) =>
        new OnnxAttributes(kernelShape, strides, pads, dilations, ceilMode, autoPad).Config(PoolMode.Lp, new PoolOptions { CeilMode = ceilMode, Norm = p });

    /// <summary><c>GlobalMaxPool</c>: one output for each channel of a sample.</summary>
    public static PoolConfig GlobalMaxPool() => PoolConfig.Global(PoolMode.Max);

    /// <summary><c>GlobalAveragePool</c>: one output for each channel of a sample.</summary>
    public static PoolConfig GlobalAveragePool() => PoolConfig.Global(PoolMode.Average);

    /// <summary><c>GlobalLpPool</c>: one output for each channel of a sample.</summary>
    /// <param name="p">The exponent.</param>
    /// <exception cref="ArgumentException">The exponent is below 1.</exception>
    public static PoolConfig GlobalLpPool(int p = 2) => PoolConfig.Global(PoolMode.Lp, new PoolOptions { Norm = p });
}
