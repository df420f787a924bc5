using PoolGen.Bench.Comparison;

namespace PoolGen.Bench.Figures;

/// <summary>How a quantity stands to what was asked.</summary>
internal enum Verdict
{
    /// <summary>Nothing was asked.</summary>
    Open,

    /// <summary>The median reaches the bound.</summary>
    Met,

    /// <summary>The median misses the bound, but a quartile of the rounds reaches it.</summary>
    MissedWithinSpread,

    /// <summary>The median misses the bound, and so do both quartiles.</summary>
    Missed,
}

/// <summary>What is asked of a quantity.</summary>
/// <param name="Value">The bound.</param>
/// <param name="IsLeast">Whether the quantity may not lie below it; otherwise it may not lie above.</param>
internal sealed record Bound(double Value, bool IsLeast)
{
    public static Bound AtLeast(double value) => new(value, IsLeast: true);

    public static Bound AtMost(double value) => new(value, IsLeast: false);

    /// <summary>Judges a quantity.</summary>
    public Verdict Judge(Samples quantity)
    {
        if (Holds(quantity.Median))
            return Verdict.Met;
        return Holds(quantity.FirstQuartile) || Holds(quantity.ThirdQuartile) ? Verdict.MissedWithinSpread : Verdict.Missed;
    }

    private bool Holds(double value) => IsLeast ? value >= Value : value <= Value;
}
