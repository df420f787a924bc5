namespace PoolGen;

/// <summary>A broken rule: which one, at which argument, in words that the compiler error and the exception share.</summary>
internal sealed record PoolProblem(PoolRule Rule, PoolArgument Argument, string Message);

/// <summary>The rules of a configuration; each has a diagnostic id of its own.</summary>
internal enum PoolRule
{
    Mode,
    Layout,
    Window,
    Stride,
    Dilation,
    Padding,
    AutoPadding,
    Divisor,
    Rounding,
    Norm,
    NormElements,
    FixedAxis,
    NoOutput,
    TooLarge,
    Rank,
    Outputs,
    Indices,
    IndexType,
    Backward,
    Unpool,
    Gradient,
    Pyramid,
    BlockOption,
}

/// <summary>The arguments that a rule can be broken at.</summary>
internal enum PoolArgument
{
    Rank,
    Mode,
    Layout,
    OutputDepth,
    OutputHeight,
    OutputWidth,
    WindowDepth,
    WindowHeight,
    WindowWidth,
    StrideDepth,
    StrideHeight,
    StrideWidth,
    DilationDepth,
    DilationHeight,
    DilationWidth,
    PaddingFront,
    PaddingBack,
    PaddingTop,
    PaddingBottom,
    PaddingLeft,
    PaddingRight,
    AutoPadding,
    DivisorOverride,
    Rounding,
    Norm,
    Batch,
    Channels,
    Depth,
    Height,
    Width,
    Indices,
    IndexType,
    Backward,
    Unpool,
    Windows,
}
