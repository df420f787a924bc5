namespace PoolGen.Bench.Engines.OneDnn;

/// <summary>Version 3: descriptions are objects of the library.</summary>
internal sealed unsafe class OneDnnVersion3(OneDnnLibrary library) : IOneDnnDescriptions
{
    private const int Float = 3;
    private const int ForwardInference = 96;

    private readonly delegate* unmanaged<nint*, int, long*, int, long*, int> describeMap =
        (delegate* unmanaged<nint*, int, long*, int, long*, int>)library.Function("dnnl_memory_desc_create_with_strides");

    private readonly delegate* unmanaged<nint*, nint, int, int, nint, nint, long*, long*, long*, long*, long*, nint, int> describePooling =
        (delegate* unmanaged<nint*, nint, int, int, nint, nint, long*, long*, long*, long*, long*, nint, int>)
            library.Function("dnnl_pooling_forward_primitive_desc_create");

    public nint CreateMap(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        nint map = 0;
        fixed (long* size = sizes, stride = strides)
            OneDnnLibrary.Check("dnnl_memory_desc_create_with_strides", describeMap(&map, sizes.Length, size, Float, stride));
        return map;
    }

    public void FreeMap(nint map) => library.Free("dnnl_memory_desc_destroy", map);

    public nint CreatePooling(nint engine, in OneDnnPooling pooling, nint input, nint output)
    {
        nint created = 0;
        fixed (long* stride = pooling.Stride, window = pooling.Window, dilation = pooling.Dilation)
        fixed (long* before = pooling.PaddingBefore, after = pooling.PaddingAfter)
        {
            int status = describePooling(
                &created, engine, ForwardInference, pooling.Algorithm, input, output, stride, window, dilation, before, after, 0);
            OneDnnLibrary.Check("dnnl_pooling_forward_primitive_desc_create", status);
        }

        return created;
    }
}
