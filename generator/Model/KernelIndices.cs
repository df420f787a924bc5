namespace PoolGen.Generator.Model;

/// <summary>The indices that a kernel writes or reads.</summary>
/// <param name="Indexing">What they count.</param>
/// <param name="IsLong">Whether they have 64 bits instead of 32.</param>
internal sealed record KernelIndices(PoolIndexing Indexing, bool IsLong)
{
    /// <summary>The C# name of their type.</summary>
    public string Keyword => IsLong ? "long" : "int";
}
