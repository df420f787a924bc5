namespace PoolGen;

/// <summary>
/// The part of a name that says what a kernel does with its configuration; empty for the forward pass and where the name begins with it. One-to-one like the rest of a name:
/// an index convention other than <see cref="PoolIndexing.Plane"/> and indices of 64 bits are part of it.
/// </summary>
internal static class PoolOperationName
{
    /// <param name="operation">What the kernel does.</param>
    /// <param name="indexing">What its indices count; null where it has none.</param>
    /// <param name="longIndices">Whether indices have 64 bits.</param>
    public static string Of(PoolOperation operation, PoolIndexing? indexing, bool longIndices)
    {
        string word = operation switch
        {
            PoolOperation.Forward or PoolOperation.Pyramid or PoolOperation.MaxAndAverage => "",
            PoolOperation.ForwardWithIndices => "WithIndices",
            _ => operation.ToString(),
        };
        return word + (indexing is null or PoolIndexing.Plane ? "" : indexing.ToString()) + (longIndices ? "Long" : "");
    }
}
