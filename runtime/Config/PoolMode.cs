namespace PoolGen;

/// <summary>How the elements of a window become one output element.</summary>
public enum PoolMode
{
    /// <summary>The largest element; padding never takes part, and a NaN in the window gives NaN.</summary>
    Max,

    /// <summary>The sum of the window in row-major order (depth, height, width), divided once by the window's divisor.</summary>
    Average,

    /// <summary>The smallest element; padding never takes part, and a NaN in the window gives NaN.</summary>
    Min,

    /// <summary>The sum of the window in row-major order. Sums of whole numbers wrap around, as unchecked arithmetic does.</summary>
    Sum,

    /// <summary>
    /// The norm of the window, <c>(sum |x|^p)^(1/p)</c>; padding adds nothing. An infinite p is the largest absolute value. Not for whole numbers.
    /// </summary>
    Lp,
}
