using static PoolGen.PoolLayout;
using static PoolGen.PoolMode;

namespace PoolGen.Tests.Kernels;

/// <summary>Activations before and after pooling, and quantised averages.</summary>
[PoolKernel(2, 2, Max, Activation = PoolActivation.Relu)]
[PoolKernel(3, 2, Max, Padding = 1, Activation = PoolActivation.Clamp, ClampLowest = -1, ClampLargest = 2.5)]
[PoolKernel(5, 1, Max, Padding = 2, Activation = PoolActivation.Clamp, ClampLargest = 3)]
[PoolKernel(3, 1, Min, Padding = 1, Activation = PoolActivation.Relu, Layout = ChannelsLast)]
[PoolKernel(3, 1, Average, Padding = 1, CountIncludePad = true, Activation = PoolActivation.Relu, ActivationStage = PoolStage.Before)]
[PoolKernel(2, 2, Lp, Norm = 2, Activation = PoolActivation.Clamp, ClampLowest = -2, ClampLargest = 1, ActivationStage = PoolStage.Before)]
[PoolKernel<Half>(3, 2, Max, Padding = 1, Activation = PoolActivation.Clamp, ClampLowest = 0.1, ClampLargest = 6)]
[PoolKernel<sbyte>(2, 2, Average, Rounding = PoolRounding.HalfEven, Activation = PoolActivation.Clamp, ClampLowest = -300, ClampLargest = 5, ActivationStage = PoolStage.Before)]
[PoolKernel<byte>(3, 1, Average, Padding = 1, CountIncludePad = true, InputScale = 0.1f, InputZeroPoint = 10, OutputScale = 0.07f, OutputZeroPoint = 3)]
[PoolKernel<sbyte>(2, 2, Average, InputScale = 0.5f, InputZeroPoint = -3, OutputScale = 0.5f, OutputZeroPoint = -3, Layout = ChannelsLast)]
public static partial class ActivatedPools;
