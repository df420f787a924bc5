using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PoolGen;

/// <summary>How far the cells of neighbouring columns stand apart; a kernel is compiled once for each. Generated code uses this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICells
{
    /// <summary>Elements from one column to the next.</summary>
    static abstract nuint Step<T>();
}

/// <summary>A cell is one element: the rows of a plane as they are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SingleCells : ICells
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Step<T>() => 1;
}

/// <summary>A cell is a vector: the same element of several planes, as <see cref="PlaneTile"/> puts them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LaneCells : ICells
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Step<T>() => (nuint)PlaneTile.Lanes<T>();
}
