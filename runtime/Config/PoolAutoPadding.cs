namespace PoolGen;

/// <summary>
/// Padding that follows from the size of the input, so that an axis of <c>n</c> elements gives <c>ceil(n / stride)</c> outputs:
/// <c>max(0, (outputs - 1) * stride + effective window - n)</c> in all, as "same" in TensorFlow and Keras and <c>auto_pad</c> in ONNX.
/// </summary>
public enum PoolAutoPadding
{
    /// <summary>Padding is what the configuration states.</summary>
    None,

    /// <summary>Padding follows from the size; where it is odd, one more stands after the last element, as in Keras.</summary>
    SameUpper,

    /// <summary>Padding follows from the size; where it is odd, one more stands before the first element.</summary>
    SameLower,
}
