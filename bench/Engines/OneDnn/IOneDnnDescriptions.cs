namespace PoolGen.Bench.Engines.OneDnn;

/// <summary>The part of oneDNN's C interface that is not the same in versions 2 and 3: how maps and poolings are described.</summary>
internal interface IOneDnnDescriptions
{
    /// <summary>Describes a map of floats; the strides, in elements, say its layout.</summary>
    nint CreateMap(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides);

    /// <summary>Frees the description of a map.</summary>
    void FreeMap(nint map);

    /// <summary>Describes a forward pooling between two maps.</summary>
    nint CreatePooling(nint engine, in OneDnnPooling pooling, nint input, nint output);
}
