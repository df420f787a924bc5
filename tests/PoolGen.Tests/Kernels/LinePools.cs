using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;
using static PoolGen.PoolRank;

namespace PoolGen.Tests.Kernels;

/// <summary>Windows along the width alone: the lengths and strides of signals, and every option.</summary>
[PoolKernel(Line, 3, 1, Max, Padding = 1)]
[PoolKernel(Line, 128, 1, Max, PaddingLeft = 64, PaddingRight = 63)]
[PoolKernel(Line, 37, 1, Max, PaddingLeft = 20)]
[PoolKernel(Line, 24, 1, Min, Padding = 1, Width = 100)]
[PoolKernel<double>(Line, 21, 1, Min, PaddingRight = 5)]
[PoolKernel<byte>(Line, 70, 1, Max, Padding = 20)]
[PoolKernel<short>(Line, 40, 1, Min, PaddingLeft = 7)]
[PoolKernel<System.Half>(Line, 33, 1, Max, Padding = 16)]
[PoolKernel(Line, 3, 2, Max, Padding = 2, Dilation = 2, CeilMode = true)]
[PoolKernel(Line, 3, 2, Max, Padding = 1, Channels = 4, Width = 50)]
[PoolKernel(Line, 5, 2, Max, PaddingRight = 3, Layout = ChannelsLast)]
[PoolKernel<double>(Line, 4, 3, Max, PaddingLeft = 1)]
[PoolKernel(Line, 5, 1, Average, Padding = 2, CountIncludePad = false)]
[PoolKernel(Line, 40, 20, Average, Padding = 20, CountIncludePad = true)]
[PoolKernel(Line, 3, 1, Average, Padding = 2, Dilation = 2, CountIncludePad = true)]
[PoolKernel(Line, 3, 2, Average, PaddingLeft = 2, DivisorOverride = -7, Layout = ChannelsLast)]
[PoolKernel(Line, 3, 2, Average, AllowReassociation = true)]
[PoolKernel<double>(Line, 3, 1, Average, Padding = 1, CountIncludePad = true, Width = 19)]
public static partial class LinePools;
