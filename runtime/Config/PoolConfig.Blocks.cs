namespace PoolGen;

/// <content>Maxima beside averages.</content>
public readonly partial struct PoolConfig
{
    /// <summary>The maximum over the same windows.</summary>
    internal PoolConfig Maximum => new(depth, height, width, (rest & ((0xFFUL << LayoutShift) | (1UL << CeilShift))) | (uint)PoolMode.Max, fusion: null);
}
