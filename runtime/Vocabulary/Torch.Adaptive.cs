using System;

namespace PoolGen;

/// <content>Adaptive pooling. An output size of null, PyTorch's None, is the size of the input; PyTorch's 0, which gives an empty output, is refused.</content>
public static partial class Torch
{
    /// <summary><c>torch.nn.AdaptiveMaxPool1d</c>.</summary>
    /// <param name="outputSize">Outputs along the width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveMaxPool1d(int? outputSize, PoolLayout layout = PoolLayout.ChannelsFirst) =>
        PoolConfig.Adaptive(PoolMode.Max, null, outputSize, new PoolOptions { Layout = layout });

    /// <summary><c>torch.nn.AdaptiveMaxPool2d</c> with one number for height and width.</summary>
    /// <param name="outputSize">Outputs along height and width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveMaxPool2d(int? outputSize, PoolLayout layout = PoolLayout.ChannelsFirst) =>
        AdaptiveMaxPool2d((outputSize, outputSize), layout);

    /// <summary><c>torch.nn.AdaptiveMaxPool2d</c>.</summary>
    /// <param name="outputSize">Outputs along height and width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveMaxPool2d((int? Height, int? Width) outputSize, PoolLayout layout = PoolLayout.ChannelsFirst) =>
        PoolConfig.Adaptive(PoolMode.Max, outputSize.Height, outputSize.Width, new PoolOptions { Layout = layout });

    /// <summary><c>torch.nn.AdaptiveMaxPool3d</c> with one number for depth, height and width.</summary>
    /// <param name="outputSize">Outputs along depth, height and width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveMaxPool3d(int? outputSize, PoolLayout layout = PoolLayout.ChannelsFirst) =>
        AdaptiveMaxPool3d((outputSize, outputSize, outputSize), layout);

    /// <summary><c>torch.nn.AdaptiveMaxPool3d</c>.</summary>
    /// <param name="outputSize">Outputs along depth, height and width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveMaxPool3d((int? Depth, int? Height, int? Width) outputSize, PoolLayout layout = PoolLayout.ChannelsFirst) =>
        PoolConfig.Adaptive(PoolMode.Max, outputSize.Depth, outputSize.Height, outputSize.Width, new PoolOptions { Layout = layout });

    /// <summary><c>torch.nn.AdaptiveAvgPool1d</c>.</summary>
    /// <param name="outputSize">Outputs along the width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveAvgPool1d(int? outputSize, PoolLayout layout = PoolLayout.ChannelsFirst)
    {
        TorchLimits.CheckOutputs("adaptive_avg_pool1d", outputSize);
        return PoolConfig.Adaptive(PoolMode.Average, null, outputSize, new PoolOptions { Layout = layout });
    }

    /// <summary><c>torch.nn.AdaptiveAvgPool2d</c> with one number for height and width.</summary>
    /// <param name="outputSize">Outputs along height and width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveAvgPool2d(int? outputSize, PoolLayout layout = PoolLayout.ChannelsFirst) =>
        AdaptiveAvgPool2d((outputSize, outputSize), layout);

    /// <summary><c>torch.nn.AdaptiveAvgPool2d</c>.</summary>
    /// <param name="outputSize">Outputs along height and width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveAvgPool2d((int? Height, int? Width) outputSize, PoolLayout layout = PoolLayout.ChannelsFirst)
    {
        TorchLimits.CheckOutputs("adaptive_avg_pool2d", outputSize.Height, outputSize.Width);
        return PoolConfig.Adaptive(PoolMode.Average, outputSize.Height, outputSize.Width, new PoolOptions { Layout = layout });
    }

    /// <summary><c>torch.nn.AdaptiveAvgPool3d</c> with one number for depth, height and width.</summary>
    /// <param name="outputSize">Outputs along depth, height and width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveAvgPool3d(int? outputSize, PoolLayout layout = PoolLayout.ChannelsFirst) =>
        AdaptiveAvgPool3d((outputSize, outputSize, outputSize), layout);

    /// <summary><c>torch.nn.AdaptiveAvgPool3d</c>.</summary>
    /// <param name="outputSize">Outputs along depth, height and width.</param>
    /// <param name="layout">The order of the axes in memory.</param>
    /// <exception cref="ArgumentException">A size is not from 1 to 4096.</exception>
    public static PoolConfig AdaptiveAvgPool3d((int? Depth, int? Height, int? Width) outputSize, PoolLayout layout = PoolLayout.ChannelsFirst)
    {
        TorchLimits.CheckOutputs("adaptive_avg_pool3d", outputSize.Depth, outputSize.Height, outputSize.Width);
        return PoolConfig.Adaptive(PoolMode.Average, outputSize.Depth, outputSize.Height, outputSize.Width, new PoolOptions { Layout = layout });
    }
}
