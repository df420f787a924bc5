namespace PoolGen.Generator.Plan;

/// <summary>What something takes, per output element: as many vector operations per vector of outputs.</summary>
/// <param name="Loads">Elements read from memory.</param>
/// <param name="Combinations">Pairs of elements combined into one.</param>
/// <param name="Stores">Elements written to memory.</param>
internal readonly record struct OperationCount(long Loads, long Combinations, long Stores)
{
    /// <summary>Combining some elements into one that is stored.</summary>
    public static OperationCount OfTaps(long taps) => new(taps, taps - 1, 1);

    public static OperationCount operator +(OperationCount left, OperationCount right) =>
        new(left.Loads + right.Loads, left.Combinations + right.Combinations, left.Stores + right.Stores);

    public static OperationCount operator *(long times, OperationCount count) =>
        new(times * count.Loads, times * count.Combinations, times * count.Stores);
}
