namespace PoolGen;

/// <summary>What a kernel does with its configuration.</summary>
public enum PoolOperation
{
    /// <summary>Pools an input into an output.</summary>
    Forward,
}
