using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Averages that may sum in another order than row-major.</summary>
[PoolKernel(2, 2, Average, AllowReassociation = true)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = true, AllowReassociation = true)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = false, AllowReassociation = true, Layout = ChannelsLast)]
[PoolKernel(3, 2, Average, Padding = 1, CountIncludePad = true, CeilMode = true, AllowReassociation = true)]
[PoolKernel(5, 2, Average, PaddingTop = 4, PaddingRight = 3, CountIncludePad = false, AllowReassociation = true)]
[PoolKernel(6, 1, Average, AllowReassociation = true)]
[PoolKernel(8, 1, Average, Padding = 3, CountIncludePad = false, AllowReassociation = true)]
[PoolKernel(9, 1, Average, Padding = 4, CountIncludePad = true, DilationWidth = 2, AllowReassociation = true)]
[PoolKernel(7, 7, Average, Height = 7, Width = 7, AllowReassociation = true)]
[PoolKernel(13, 1, Average, AllowReassociation = true)]
[PoolKernel(2, 3, 1, 2, Average, DilationHeight = 2, DilationWidth = 3, AllowReassociation = true, Layout = ChannelsLast)]
public static partial class ReassociatedPools;
