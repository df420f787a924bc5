using System;

namespace PoolGen;

/// <summary>What every attribute that asks for a kernel can state, whatever its windows are.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public abstract class KernelAttribute : Attribute
{
    private protected KernelAttribute()
    {
    }

    /// <summary>How an average of whole numbers is rounded. It has no default: such an average must state it.</summary>
    public PoolRounding Rounding { get; set; }

    /// <summary>The exponent of <see cref="PoolMode.Lp"/>, which must state one: at least 1, or <see cref="float.PositiveInfinity"/>.</summary>
    public float Norm { get; set; }

    /// <summary>What is done to every element before or after pooling, in the same pass. Nothing when not stated.</summary>
    public PoolActivation Activation { get; set; }

    /// <summary>When the activation takes place: after pooling when not stated.</summary>
    public PoolStage ActivationStage { get; set; }

    /// <summary>The lowest number of <see cref="PoolActivation.Clamp"/>; none when not stated.</summary>
    public double ClampLowest { get; set; }

    /// <summary>The largest number of <see cref="PoolActivation.Clamp"/>; none when not stated.</summary>
    public double ClampLargest { get; set; }

    /// <summary>What a step of the input's bytes stands for in a quantised average, as in ONNX's <c>QLinearAveragePool</c>; see <see cref="PoolQuantization"/>.</summary>
    public float InputScale { get; set; }

    /// <summary>The input's byte that stands for 0.</summary>
    public int InputZeroPoint { get; set; }

    /// <summary>What a step of the output's bytes stands for in a quantised average.</summary>
    public float OutputScale { get; set; }

    /// <summary>The output's byte that stands for 0.</summary>
    public int OutputZeroPoint { get; set; }

    /// <summary>The order of the axes in memory.</summary>
    public PoolLayout Layout { get; set; }

    /// <summary>
    /// Asks for the indices of the elements that a maximum or a minimum keeps, and states what they count; none when not stated. The method takes a span
    /// of them behind the output, and its name ends with <c>WithIndices</c>.
    /// </summary>
    public PoolIndexing Indices { get; set; }

    /// <summary>The type of indices: <c>typeof(int)</c>, or <c>typeof(long)</c> as in PyTorch and ONNX. <see cref="int"/> when not stated.</summary>
    public Type? IndexType { get; set; }

    /// <summary>Whether a method that puts elements back where indices say is asked for as well; its name ends with <c>Unpool</c>.</summary>
    public bool Unpool { get; set; }

    /// <summary>
    /// Whether a method for the gradient of the input is asked for as well; its name ends with <c>Backward</c>. That of a maximum or a minimum needs <see cref="Indices"/>.
    /// </summary>
    public bool Backward { get; set; }

    /// <summary>The only batch size that the kernel takes; any when not stated.</summary>
    public int Batch { get; set; }

    /// <summary>The only number of channels that the kernel takes; any when not stated.</summary>
    public int Channels { get; set; }

    /// <summary>The only depth that the kernel takes; any when not stated.</summary>
    public int Depth { get; set; }

    /// <summary>The only height that the kernel takes; any when not stated.</summary>
    public int Height { get; set; }

    /// <summary>The only width that the kernel takes; any when not stated.</summary>
    public int Width { get; set; }

    /// <summary>The method's name instead of the one made from the configuration; only where the attribute stands on a type.</summary>
    public string? Name { get; set; }
}
