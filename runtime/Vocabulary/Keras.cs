using System;

namespace PoolGen;

/// <summary>
/// Keras's pooling layers by their names, arguments and defaults; each gives the configuration that computes the same. Channels are last unless
/// <c>dataFormat</c> says otherwise, <c>same</c> padding follows from the size of the input, and averages never count padding.
/// </summary>
public static partial class Keras
{
    /// <summary><c>keras.layers.MaxPooling1D</c>.</summary>
    /// <param name="poolSize">Taps per window.</param>
    /// <param name="strides">Distance between windows; the window when not given.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig MaxPooling1D(int poolSize = 2, int? strides = null, string padding = "valid", string dataFormat = KerasWords.ChannelsLast) =>
        Line(PoolMode.Max, poolSize, strides, padding, dataFormat);

    /// <summary><c>keras.layers.MaxPooling2D</c>.</summary>
    /// <param name="poolSize">Taps per window: one number, or height and width. 2 when not given.</param>
    /// <param name="strides">Distance between windows; the window when not given.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig MaxPooling2D(
        PlaneSizes? poolSize = null, PlaneSizes? strides = null, string padding = "valid", string dataFormat = KerasWords.ChannelsLast) =>
        Plane(PoolMode.Max, poolSize ?? 2, strides, padding, dataFormat);

    /// <summary><c>keras.layers.MaxPooling3D</c>.</summary>
    /// <param name="poolSize">Taps per window: one number, or depth, height and width. 2 when not given.</param>
    /// <param name="strides">Distance between windows; the window when not given.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig MaxPooling3D(
        VolumeSizes? poolSize = null, VolumeSizes? strides = null, string padding = "valid", string dataFormat = KerasWords.ChannelsLast) =>
        Volume(PoolMode.Max, poolSize ?? 2, strides, padding, dataFormat);

    /// <summary><c>keras.layers.AveragePooling1D</c>.</summary>
    /// <param name="poolSize">Taps per window.</param>
    /// <param name="strides">Distance between windows; the window when not given.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AveragePooling1D(int poolSize = 2, int? strides = null, string padding = "valid", string dataFormat = KerasWords.ChannelsLast) =>
        Line(PoolMode.Average, poolSize, strides, padding, dataFormat);

    /// <summary><c>keras.layers.AveragePooling2D</c>.</summary>
    /// <param name="poolSize">Taps per window: one number, or height and width. 2 when not given.</param>
    /// <param name="strides">Distance between windows; the window when not given.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AveragePooling2D(
        PlaneSizes? poolSize = null, PlaneSizes? strides = null, string padding = "valid", string dataFormat = KerasWords.ChannelsLast) =>
        Plane(PoolMode.Average, poolSize ?? 2, strides, padding, dataFormat);

    /// <summary><c>keras.layers.AveragePooling3D</c>.</summary>
    /// <param name="poolSize">Taps per window: one number, or depth, height and width. 2 when not given.</param>
    /// <param name="strides">Distance between windows; the window when not given.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AveragePooling3D(
        VolumeSizes? poolSize = null, VolumeSizes? strides = null, string padding = "valid", string dataFormat = KerasWords.ChannelsLast) =>
        Volume(PoolMode.Average, poolSize ?? 2, strides, padding, dataFormat);

    private static PoolConfig Line(PoolMode mode, int window, int? strides, string padding, string dataFormat)
    {
        KerasWords.CheckSizes("pool_size", "poolSize", window);
        KerasWords.CheckSizes("strides", "strides", strides ?? 1);
        return PoolConfig.Create(mode, default, Axis(window, strides ?? window, padding), KerasWords.Options(dataFormat));
    }

    private static PoolConfig Plane(PoolMode mode, PlaneSizes window, PlaneSizes? strides, string padding, string dataFormat)
    {
        PlaneSizes step = strides ?? window;
        KerasWords.CheckSizes("pool_size", "poolSize", window.Height, window.Width);
        KerasWords.CheckSizes("strides", "strides", step.Height, step.Width);
        return PoolConfig.Create(mode, Axis(window.Height, step.Height, padding), Axis(window.Width, step.Width, padding), KerasWords.Options(dataFormat));
    }

    private static PoolConfig Volume(PoolMode mode, VolumeSizes window, VolumeSizes? strides, string padding, string dataFormat)
    {
        VolumeSizes step = strides ?? window;
        KerasWords.CheckSizes("pool_size", "poolSize", window.Depth, window.Height, window.Width);
        KerasWords.CheckSizes("strides", "strides", step.Depth, step.Height, step.Width);
        return PoolConfig.Create(
            mode, Axis(window.Depth, step.Depth, padding), Axis(window.Height, step.Height, padding), Axis(window.Width, step.Width, padding),
            KerasWords.Options(dataFormat));
    }

    private static PoolAxis Axis(int window, int stride, string padding) => new(window, stride) { AutoPadding = KerasWords.Padding(padding) };
}
