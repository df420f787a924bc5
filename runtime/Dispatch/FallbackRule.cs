namespace PoolGen;

/// <summary>
/// How the taps of a window become an output. A rule works on one output at a time or on a vector of neighbouring outputs;
/// both give the same results.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TSum">What a window is gathered in; it starts as the first tap.</typeparam>
internal interface IFallbackRule<T, TSum>
{
    /// <summary>Number of neighbouring outputs that are computed at once.</summary>
    int Lanes { get; }

    /// <summary>The tap at <paramref name="source"/>, and those of the following outputs.</summary>
    TSum Load(ref T source);

    /// <summary>What a window holds after one more tap.</summary>
    TSum Take(TSum sum, TSum tap);

    /// <summary>What the sum of a window becomes.</summary>
    TSum End(TSum sum, long divisor);

    /// <summary>Writes the finished outputs.</summary>
    void Store(TSum ended, ref T target);
}
