namespace PoolGen;

/// <summary>
/// What the bytes of a quantised average stand for: <c>scale * (byte - zero point)</c>, of the input and of the output. As in ONNX's
/// <c>QLinearAveragePool</c>, padding that counts is the zero point, and the average is rounded to the nearest byte, halves to even.
/// </summary>
public sealed record PoolQuantization
{
    /// <summary>What a step of the input's bytes stands for; above 0.</summary>
    public required float InputScale { get; init; }

    /// <summary>The input's byte that stands for 0.</summary>
    public int InputZeroPoint { get; init; }

    /// <summary>What a step of the output's bytes stands for; above 0.</summary>
    public required float OutputScale { get; init; }

    /// <summary>The output's byte that stands for 0.</summary>
    public int OutputZeroPoint { get; init; }
}
