namespace PoolGen;

/// <summary>What a kernel does with its configuration.</summary>
public enum PoolOperation
{
    /// <summary>Pools an input into an output.</summary>
    Forward,

    /// <summary>Pools an input into an output and says which element of the input each output element is.</summary>
    ForwardWithIndices,

    /// <summary>Puts elements back where indices say that they came from, among zeros.</summary>
    Unpool,

    /// <summary>Adds up what the elements of an input contribute: the gradient of the input from the gradient of the output.</summary>
    Backward,

    /// <summary>Pools an input with the windows of a <see cref="PoolPyramid"/>, one behind the other along the channels.</summary>
    Pyramid,

    /// <summary>Pools an input into the maxima and the averages of the same windows.</summary>
    MaxAndAverage,
}
