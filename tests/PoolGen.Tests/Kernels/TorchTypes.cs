using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;
using static PoolGen.PoolRank;

namespace PoolGen.Tests.Kernels;

/// <summary>Every configuration that the golden cases of PyTorch have along one and three axes over other types than float and double.</summary>
[PoolKernel<Half>(Line, 5, 2, Average, Padding = 2, CountIncludePad = true)]
[PoolKernel<Half>(Line, 7, 1, Average, CeilMode = true)]
[PoolKernel<Half>(Volume, 2, 3, Max, Dilation = 2, CeilMode = true)]
[PoolKernel<Half>(Volume, 3, 2, Max, Layout = ChannelsLast)]
[PoolKernel<long>(Line, 4, 2, Average, Rounding = PoolRounding.Truncate)]
[PoolKernel<long>(Line, 2, 2, Average, CeilMode = true, CountIncludePad = false, Rounding = PoolRounding.Truncate)]
[PoolKernel<long>(Line, 2, 2, Average, Padding = 1, CountIncludePad = true, Layout = ChannelsLast, Rounding = PoolRounding.Truncate)]
[PoolKernel<long>(3, 2, 1, 3, 2, 2, Average, PaddingTop = 1, PaddingBottom = 1, CeilMode = true, CountIncludePad = false, Layout = ChannelsLast, Rounding = PoolRounding.Truncate)]
[PoolKernel<long>(Volume, 2, 2, Max, CeilMode = true)]
[PoolKernel<long>(1, 2, 2, 4, 2, 4, Max)]
[PoolKernel<int>(Volume, 2, 2, Max, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel<sbyte>(Volume, 3, 3, Max, CeilMode = true, Layout = ChannelsLast)]
[PoolKernel<sbyte>(Volume, 2, 1, Max)]
[PoolKernel<byte>(Volume, 2, 1, Max, Padding = 1, Layout = ChannelsLast)]
public static partial class TorchTypes;
