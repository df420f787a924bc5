namespace PoolGen;

/// <summary>When an activation takes place.</summary>
public enum PoolStage
{
    /// <summary>Outputs are activated.</summary>
    After,

    /// <summary>Taps are activated before they are combined.</summary>
    Before,
}
