using System;

namespace PoolGen.Generator.Emit;

/// <summary>How a rounding is written; one row per rounding.</summary>
internal static class RoundingRule
{
    /// <summary>The rule of the runtime.</summary>
    public static string Of(PoolRounding rounding) => rounding switch
    {
        PoolRounding.HalfEven => "RoundHalfEven",
        PoolRounding.HalfAwayFromZero => "RoundHalfAwayFromZero",
        PoolRounding.Truncate => "RoundTowardZero",
        _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
    };
}
