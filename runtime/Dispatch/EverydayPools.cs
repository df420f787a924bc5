using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen;

/// <summary>
/// The configurations that published networks use most, over <see cref="float"/>, any shape, both layouts. They make
/// <see cref="PoolDispatcher.Default"/> fast without an annotation; every one costs text in the package, so the list is short.
/// </summary>
[PoolKernel(2, 2, Max)] // VGG, U-Net, Tiny-YOLO
[PoolKernel(2, 2, Max, Layout = ChannelsLast)]
[PoolKernel(2, 2, Max, CeilMode = true)] // GoogLeNet's last
[PoolKernel(2, 1, Max)]
[PoolKernel(3, 2, Max)] // AlexNet, Inception
[PoolKernel(3, 2, Max, Layout = ChannelsLast)]
[PoolKernel(3, 2, Max, Padding = 1)] // ResNet and DenseNet stems
[PoolKernel(3, 2, Max, Padding = 1, Layout = ChannelsLast)]
[PoolKernel(3, 2, Max, CeilMode = true)] // GoogLeNet, SqueezeNet
[PoolKernel(3, 1, Max, Padding = 1)] // Inception branches
[PoolKernel(3, 1, Max, Padding = 1, Layout = ChannelsLast)]
[PoolKernel(5, 1, Max, Padding = 2)] // YOLO: SPP and SPPF
[PoolKernel(9, 1, Max, Padding = 4)]
[PoolKernel(13, 1, Max, Padding = 6)]
[PoolKernel(PoolRank.Volume, 2, 2, Max)] // C3D, 3D U-Net
[PoolKernel(2, 2, Average)] // LeNet, DenseNet transitions
[PoolKernel(2, 2, Average, Layout = ChannelsLast)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = true)] // Inception-v3 branches
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = false)] // Inception-v4 branches
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = false, Layout = ChannelsLast)] // the same in Keras
[PoolKernel(3, 2, Average, Padding = 1, CountIncludePad = true)] // ShuffleNet shortcuts
[PoolKernel(7, 1, Average)] // heads of ResNet and MobileNet: 7×7 to 1×1
[PoolKernel(7, 1, Average, Layout = ChannelsLast)]
internal static partial class EverydayPools;
