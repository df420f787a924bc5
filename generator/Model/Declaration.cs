namespace PoolGen.Generator.Model;

/// <summary>Everything that one annotated symbol asks for.</summary>
/// <param name="Kernels">The kernels, in the order of the attributes.</param>
/// <param name="Refused">Partial methods that get a body which throws.</param>
/// <param name="Lists">The list of kernels, one where the symbol is a type.</param>
internal sealed record Declaration(
    EquatableArray<KernelDeclaration> Kernels, EquatableArray<RefusedMethod> Refused, EquatableArray<KernelList> Lists)
{
    /// <summary>Nothing is written.</summary>
    public static Declaration Nothing { get; } = new(default, default, default);
}

/// <summary>A partial method whose declaration breaks a rule; its body keeps the compiler from reporting a missing one on top.</summary>
/// <param name="Container">Where the method stands.</param>
/// <param name="Signature">The whole line before the body.</param>
/// <param name="Message">The id and the words of the broken rule.</param>
/// <param name="HintName">The name of the generated file.</param>
internal sealed record RefusedMethod(Container Container, string Signature, string Message, string HintName);

/// <summary>The <c>Kernels</c> property of an annotated type.</summary>
/// <param name="Container">The annotated type.</param>
/// <param name="Entries">The kernels.</param>
/// <param name="HintName">The name of the generated file.</param>
internal sealed record KernelList(Container Container, EquatableArray<KernelListEntry> Entries, string HintName);

/// <summary>A kernel in a list.</summary>
internal sealed record KernelListEntry(
    string Name, PoolConfig Config, PoolOperation Operation, KernelIndices? Indices, PoolPyramid? Pyramid, PoolFixedShape FixedShape, ElementType Element);
