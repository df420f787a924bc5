namespace PoolGen;

/// <summary>What is done to every element before or after pooling, in the same pass.</summary>
public enum PoolActivation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Numbers of 0 and below become +0; a NaN stays NaN.</summary>
    Relu,

    /// <summary>Numbers below a lowest one become that, and numbers above a largest one that; a NaN stays NaN.</summary>
    Clamp,
}
