using System;

namespace PoolGen;

/// <content>
/// Global and adaptive pooling. Global pooling gives one element for each channel of a sample; Keras drops the spatial axes unless <c>keepdims</c> is true, which
/// is a matter of the caller's shape only: the elements are the same.
/// </content>
public static partial class Keras
{
    /// <summary><c>keras.layers.GlobalMaxPooling1D</c>.</summary>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses the data format.</exception>
    public static PoolConfig GlobalMaxPooling1D(string dataFormat = KerasWords.ChannelsLast) => PoolConfig.Global(PoolMode.Max, KerasWords.Options(dataFormat));

    /// <summary><c>keras.layers.GlobalMaxPooling2D</c>.</summary>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses the data format.</exception>
    public static PoolConfig GlobalMaxPooling2D(string dataFormat = KerasWords.ChannelsLast) => GlobalMaxPooling1D(dataFormat);

    /// <summary><c>keras.layers.GlobalMaxPooling3D</c>.</summary>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses the data format.</exception>
    public static PoolConfig GlobalMaxPooling3D(string dataFormat = KerasWords.ChannelsLast) => GlobalMaxPooling1D(dataFormat);

    /// <summary><c>keras.layers.GlobalAveragePooling1D</c>.</summary>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses the data format.</exception>
    public static PoolConfig GlobalAveragePooling1D(string dataFormat = KerasWords.ChannelsLast) =>
        PoolConfig.Global(PoolMode.Average, KerasWords.Options(dataFormat));

    /// <summary><c>keras.layers.GlobalAveragePooling2D</c>.</summary>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses the data format.</exception>
    public static PoolConfig GlobalAveragePooling2D(string dataFormat = KerasWords.ChannelsLast) => GlobalAveragePooling1D(dataFormat);

    /// <summary><c>keras.layers.GlobalAveragePooling3D</c>.</summary>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses the data format.</exception>
    public static PoolConfig GlobalAveragePooling3D(string dataFormat = KerasWords.ChannelsLast) => GlobalAveragePooling1D(dataFormat);

    /// <summary><c>keras.layers.AdaptiveMaxPooling1D</c>.</summary>
    /// <param name="outputSize">Outputs along the width.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AdaptiveMaxPooling1D(int outputSize, string dataFormat = KerasWords.ChannelsLast) =>
        PoolConfig.Adaptive(PoolMode.Max, null, outputSize, KerasWords.Options(dataFormat));

    /// <summary><c>keras.layers.AdaptiveMaxPooling2D</c>.</summary>
    /// <param name="outputSize">Outputs: one number, or those along height and width.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AdaptiveMaxPooling2D(PlaneSizes outputSize, string dataFormat = KerasWords.ChannelsLast) =>
        PoolConfig.Adaptive(PoolMode.Max, outputSize.Height, outputSize.Width, KerasWords.Options(dataFormat));

    /// <summary><c>keras.layers.AdaptiveMaxPooling3D</c>.</summary>
    /// <param name="outputSize">Outputs: one number, or those along depth, height and width.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AdaptiveMaxPooling3D(VolumeSizes outputSize, string dataFormat = KerasWords.ChannelsLast) =>
        PoolConfig.Adaptive(PoolMode.Max, outputSize.Depth, outputSize.Height, outputSize.Width, KerasWords.Options(dataFormat));

    /// <summary><c>keras.layers.AdaptiveAveragePooling1D</c>.</summary>
    /// <param name="outputSize">Outputs along the width.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AdaptiveAveragePooling1D(int outputSize, string dataFormat = KerasWords.ChannelsLast) =>
        PoolConfig.Adaptive(PoolMode.Average, null, outputSize, KerasWords.Options(dataFormat));

    /// <summary><c>keras.layers.AdaptiveAveragePooling2D</c>.</summary>
    /// <param name="outputSize">Outputs: one number, or those along height and width.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AdaptiveAveragePooling2D(PlaneSizes outputSize, string dataFormat = KerasWords.ChannelsLast) =>
        PoolConfig.Adaptive(PoolMode.Average, outputSize.Height, outputSize.Width, KerasWords.Options(dataFormat));

    /// <summary><c>keras.layers.AdaptiveAveragePooling3D</c>.</summary>
    /// <param name="outputSize">Outputs: one number, or those along depth, height and width.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>.</param>
    /// <exception cref="ArgumentException">Keras refuses an argument, or it is beyond what a configuration holds.</exception>
    public static PoolConfig AdaptiveAveragePooling3D(VolumeSizes outputSize, string dataFormat = KerasWords.ChannelsLast) =>
        PoolConfig.Adaptive(PoolMode.Average, outputSize.Depth, outputSize.Height, outputSize.Width, KerasWords.Options(dataFormat));
}
