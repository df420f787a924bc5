namespace PoolGen;

/// <summary>How an average of whole numbers becomes a whole number. It has no default: libraries differ, and so must be told.</summary>
public enum PoolRounding
{
    /// <summary>To the nearest whole number, and halves to the even one, as IEEE arithmetic does.</summary>
    HalfEven,

    /// <summary>To the nearest whole number, and halves away from zero, as people do.</summary>
    HalfAwayFromZero,

    /// <summary>Towards zero, as PyTorch's averages of <c>int64</c> and C#'s division do.</summary>
    Truncate,
}
