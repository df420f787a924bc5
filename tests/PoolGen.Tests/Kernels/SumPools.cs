using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Sums: a kernel of every plan that an average has.</summary>
[PoolKernel(2, 2, Sum)]
[PoolKernel(3, 1, Sum, Padding = 1)]
[PoolKernel(5, 4, 2, 2, Sum, PaddingTop = 1, PaddingLeft = 2, PaddingRight = 1)]
[PoolKernel(7, 7, Sum)]
[PoolKernel(3, 2, 2, 1, Sum, PaddingTop = 1, DilationHeight = 2, CeilMode = true)]
[PoolKernel(5, 1, Sum, Padding = 2, AllowReassociation = true)]
[PoolKernel(2, 2, Sum, Layout = ChannelsLast)]
[PoolKernel(3, 2, 2, 1, Sum, PaddingTop = 1, DilationHeight = 2, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel(3, 1, Sum, AllowReassociation = true, Layout = ChannelsLast)]
[PoolKernel<double>(3, 2, Sum, Padding = 1)]
[PoolKernel(3, 3, 3, 2, 2, 2, Sum, PaddingFront = 1, CeilMode = true)]
[PoolKernel(2, 2, 2, 1, 1, 1, Sum, DilationDepth = 2)]
[PoolKernel(PoolRank.Line, 3, 1, Sum, Padding = 1)]
[PoolKernel(3, 3, 3, 2, 2, 2, Sum, PaddingFront = 1, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel(2, 2, 2, 1, 1, 1, Sum, DilationDepth = 2, Layout = ChannelsLast)]
[PoolKernel(PoolRank.Line, 3, 1, Sum, Padding = 1, Layout = ChannelsLast)]
public static partial class SumPools;
