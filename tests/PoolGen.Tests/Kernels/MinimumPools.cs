using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Minima: a kernel of every plan that a maximum has.</summary>
[PoolKernel(2, 2, Min)]
[PoolKernel(3, 2, Min, Padding = 1)]
[PoolKernel(3, 1, Min, Padding = 1)]
[PoolKernel(4, 4, Min, CeilMode = true)]
[PoolKernel(13, 1, Min, Padding = 6)]
[PoolKernel(3, 2, 2, 1, Min, PaddingTop = 1, DilationHeight = 2)]
[PoolKernel(2, 2, Min, Layout = ChannelsLast)]
[PoolKernel(3, 2, Min, Padding = 1, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel(9, 1, Min, Padding = 4, Layout = ChannelsLast)]
[PoolKernel(3, 2, 2, 1, Min, PaddingTop = 1, DilationHeight = 2, Layout = ChannelsLast)]
[PoolKernel<double>(3, 1, Min, Padding = 1, Height = 9, Width = 21)]
[PoolKernel(3, 3, 3, 2, 2, 2, Min, PaddingFront = 1, CeilMode = true)]
[PoolKernel(2, 2, 2, 1, 1, 1, Min, DilationDepth = 2)]
[PoolKernel(PoolRank.Line, 3, 1, Min, Padding = 1)]
[PoolKernel(3, 3, 3, 2, 2, 2, Min, PaddingFront = 1, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel(2, 2, 2, 1, 1, 1, Min, DilationDepth = 2, Layout = ChannelsLast)]
[PoolKernel(PoolRank.Line, 3, 1, Min, Padding = 1, Layout = ChannelsLast)]
public static partial class MinimumPools;
