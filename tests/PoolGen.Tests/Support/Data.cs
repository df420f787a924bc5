namespace PoolGen.Tests.Support;

/// <summary>What the elements of a test input look like.</summary>
public enum Data
{
    /// <summary>Whole numbers from -9 to 9: ties and zeros everywhere, and sums that no order can change.</summary>
    Integers,

    /// <summary>Numbers of very different size and either sign, whose sums show every change of order.</summary>
    Spread,

    /// <summary>Numbers below zero only: padding that took part in a maximum would win.</summary>
    Negative,

    /// <summary>Mostly ordinary numbers; every tenth a NaN, an infinity, a signed zero or a subnormal.</summary>
    Special,

    /// <summary>Every number below the smallest normal one.</summary>
    Subnormal,

    /// <summary>Numbers so large that sums overflow, in one order and not in another.</summary>
    Large,
}
