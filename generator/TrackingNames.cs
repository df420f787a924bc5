namespace PoolGen.Generator;

/// <summary>The names of the pipeline's steps, for the tests of what an edit makes run again.</summary>
internal static class TrackingNames
{
    /// <summary>Annotated symbols, parsed.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>Kernels, one an entry.</summary>
    public const string Kernels = nameof(Kernels);

    /// <summary>Kernels with their plans.</summary>
    public const string Plans = nameof(Plans);

    /// <summary>Methods whose declarations are refused.</summary>
    public const string RefusedMethods = nameof(RefusedMethods);

    /// <summary>The lists of the kernels of annotated types.</summary>
    public const string KernelLists = nameof(KernelLists);
}
