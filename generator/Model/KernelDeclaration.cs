namespace PoolGen.Generator.Model;

/// <summary>One kernel that the user asked for: what it computes and where its code goes.</summary>
internal sealed record KernelDeclaration
{
    /// <summary>Where the method stands.</summary>
    public required Container Container { get; init; }

    /// <summary>The name of the method.</summary>
    public required string Name { get; init; }

    /// <summary>What the kernel computes.</summary>
    public required PoolConfig Config { get; init; }

    /// <summary>What it does with the configuration.</summary>
    public PoolOperation Operation { get; init; }

    /// <summary>The indices that it writes or reads; null where there are none.</summary>
    public KernelIndices? Indices { get; init; }

    /// <summary>The windows of a pyramid, the largest of which the configuration has; null for any other kernel.</summary>
    public PoolPyramid? Pyramid { get; init; }

    /// <summary>The axes that the user fixed.</summary>
    public required PoolFixedShape FixedShape { get; init; }

    /// <summary>The type of input and output elements.</summary>
    public required ElementType Element { get; init; }

    /// <summary>The user's partial method; null where the attribute stands on a type and the method is all generated.</summary>
    public PartialMethod? Method { get; init; }

    /// <summary>Whether the type lists its kernels, so that this one needs an overload over a range of rows.</summary>
    public required bool IsListed { get; init; }

    /// <summary>The name of the generated file.</summary>
    public required string HintName { get; init; }
}

/// <summary>A partial method of the user, as text.</summary>
/// <param name="Signature">The whole line before the body.</param>
/// <param name="Spans">The parameters that hold the input, the output and, where there are any, the indices.</param>
/// <param name="Shape">The parameter that holds the shape; null when the method has none.</param>
/// <param name="IsDocumented">Whether the user has written a doc comment, which a generated one would replace.</param>
internal sealed record PartialMethod(string Signature, EquatableArray<string> Spans, string? Shape, bool IsDocumented);
