namespace PoolGen.Generator.Plan;

/// <summary>What something takes, per output element: as many vector operations per vector of outputs.</summary>
/// <param name="Loads">Elements read from memory.</param>
/// <param name="Combinations">Pairs of elements combined into one.</param>
/// <param name="Stores">Elements written to memory.</param>
internal readonly record struct OperationCount(int Loads, int Combinations, int Stores)
{
    /// <summary>Combining some elements into one that is stored.</summary>
    public static OperationCount OfTaps(int taps) => new(taps, taps - 1, 1);

    public static OperationCount operator +(OperationCount left, OperationCount right) =>
        new(left.Loads + right.Loads, left.Combinations + right.Combinations, left.Stores + right.Stores);

    public static OperationCount operator *(int times, OperationCount count) =>
        new(times * count.Loads, times * count.Combinations, times * count.Stores);
}
