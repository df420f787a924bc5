using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Norms: every kind of power and root, and the largest absolute value, over the plans that an average or a maximum has.</summary>
[PoolKernel(2, 2, Lp, Norm = 2)]
[PoolKernel(3, 2, Lp, Padding = 1, Norm = 2, Layout = ChannelsLast)]
[PoolKernel(3, 2, 2, 1, Lp, PaddingTop = 1, DilationHeight = 2, CeilMode = true, Norm = 3)]
[PoolKernel(3, 2, 2, 1, Lp, PaddingTop = 1, DilationHeight = 2, CeilMode = true, Norm = 1, Layout = ChannelsLast)]
[PoolKernel(3, 3, 3, 2, 2, 2, Lp, PaddingFront = 1, CeilMode = true, Norm = 2)]
[PoolKernel(3, 3, 3, 2, 2, 2, Lp, PaddingFront = 1, CeilMode = true, Norm = float.PositiveInfinity, Layout = ChannelsLast)]
[PoolKernel(2, 2, 2, 1, 1, 1, Lp, DilationDepth = 2, Norm = float.PositiveInfinity)]
[PoolKernel(2, 2, 2, 1, 1, 1, Lp, DilationDepth = 2, Norm = 2, Layout = ChannelsLast)]
[PoolKernel(PoolRank.Line, 3, 1, Lp, Padding = 1, Norm = 2.5f)]
[PoolKernel(PoolRank.Line, 3, 1, Lp, Padding = 1, Norm = 2, Layout = ChannelsLast)]
[PoolKernel(7, 7, Lp, Norm = 5)]
[PoolKernel(3, 1, Lp, Padding = 1, Norm = float.PositiveInfinity)]
[PoolKernel<double>(3, 1, Lp, Padding = 1, Norm = 3)]
[PoolKernel<Half>(2, 2, Lp, Norm = 2)]
[PoolKernel<Half>(3, 1, Lp, Padding = 1, Norm = float.PositiveInfinity)]
public static partial class NormPools;
