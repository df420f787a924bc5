using System.ComponentModel;
using System.Numerics;

namespace PoolGen;

/// <summary>
/// When a quotient that was cut off towards zero moves one away from it; a kernel is compiled once for each rule. Generated code uses this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRounding
{
    /// <summary>Whether anything is rounded away from zero at all.</summary>
    static abstract bool IsNearest { get; }

    /// <summary>Whether a quotient half way between two whole numbers moves to the even one, and not always away from zero.</summary>
    static abstract bool IsEven { get; }
}

/// <summary><see cref="PoolRounding.HalfEven"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RoundHalfEven : IRounding
{
    /// <inheritdoc/>
    public static bool IsNearest => true;

    /// <inheritdoc/>
    public static bool IsEven => true;
}

/// <summary><see cref="PoolRounding.HalfAwayFromZero"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RoundHalfAwayFromZero : IRounding
{
    /// <inheritdoc/>
    public static bool IsNearest => true;

    /// <inheritdoc/>
    public static bool IsEven => false;
}

/// <summary><see cref="PoolRounding.Truncate"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RoundTowardZero : IRounding
{
    /// <inheritdoc/>
    public static bool IsNearest => false;

    /// <inheritdoc/>
    public static bool IsEven => false;
}
