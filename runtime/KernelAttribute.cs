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

    /// <summary>The order of the axes in memory.</summary>
    public PoolLayout Layout { get; set; }

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
