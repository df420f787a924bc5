using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Bench.MainJob;

/// <summary>What the photo is pooled with: red, green and blue are three channels, next to each other in memory.</summary>
[PoolKernel(2, 2, Max, Layout = ChannelsLast, Channels = 3)]
[PoolKernel(2, 2, Average, Layout = ChannelsLast, Channels = 3)]
[PoolKernel(5, 2, Max, Padding = 2, Layout = ChannelsLast, Channels = 3)]
internal static partial class PhotoPools;
