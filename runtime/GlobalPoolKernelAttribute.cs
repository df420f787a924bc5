using System;

namespace PoolGen;

/// <summary>
/// Asks for a generated kernel of global pooling: all elements of a channel, over depth, height and width, become one. It stands where
/// <see cref="PoolKernelAttribute"/> may stand, and beside it. Elements are <see cref="float"/> where no type is given.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public class GlobalPoolKernelAttribute : KernelAttribute
{
    /// <summary>Pooling of all elements of a channel.</summary>
    public GlobalPoolKernelAttribute(PoolMode mode) => Mode = mode;

    /// <summary>How the elements of a channel become one.</summary>
    public PoolMode Mode { get; }
}

/// <summary>Asks for a generated kernel of global pooling over elements of type <typeparamref name="T"/>; see <see cref="GlobalPoolKernelAttribute"/>.</summary>
/// <typeparam name="T">One of the types that <see cref="PoolKernelAttribute{T}"/> takes.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class GlobalPoolKernelAttribute<T> : GlobalPoolKernelAttribute
    where T : unmanaged
{
    /// <summary>Pooling of all elements of a channel.</summary>
    public GlobalPoolKernelAttribute(PoolMode mode)
        : base(mode)
    {
    }
}
