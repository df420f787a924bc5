namespace PoolGen;

/// <summary>Which planes are put side by side in the lanes of vectors.</summary>
internal static class TiledPlanes
{
    /// <summary>Bytes of a tile, and of its results, at most: with more they leave the first-level cache together, and rows of single planes do better.</summary>
    public const int MostBytes = 24 * 1024;
}
