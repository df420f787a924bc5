using System.Runtime.InteropServices;

namespace PoolGen.Bench.Engines.OneDnn;

/// <summary>Version 2: descriptions are structures of the caller, of which only the size matters here.</summary>
internal sealed unsafe class OneDnnVersion2(OneDnnLibrary library) : IOneDnnDescriptions
{
    private const int Float = 3;
    private const int ForwardInference = 96;

    /// <summary>More than dnnl_memory_desc_t and dnnl_pooling_v2_desc_t hold in any release of version 2: 696 and 3288 bytes in 2.6.</summary>
    private const int DescriptionBytes = 8192;

    private readonly delegate* unmanaged<byte*, int, long*, int, long*, int> describeMap =
        (delegate* unmanaged<byte*, int, long*, int, long*, int>)library.Function("dnnl_memory_desc_init_by_strides");

    private readonly delegate* unmanaged<byte*, int, int, nint, nint, long*, long*, long*, long*, long*, int> describePooling =
        (delegate* unmanaged<byte*, int, int, nint, nint, long*, long*, long*, long*, long*, int>)library.Function("dnnl_pooling_v2_forward_desc_init");

    private readonly delegate* unmanaged<nint*, byte*, nint, nint, nint, int> create =
        (delegate* unmanaged<nint*, byte*, nint, nint, nint, int>)library.Function("dnnl_primitive_desc_create");

    public nint CreateMap(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        byte* map = (byte*)NativeMemory.AllocZeroed(DescriptionBytes);
        fixed (long* size = sizes, stride = strides)
            OneDnnLibrary.Check("dnnl_memory_desc_init_by_strides", describeMap(map, sizes.Length, size, Float, stride));
        return (nint)map;
    }

    public void FreeMap(nint map) => NativeMemory.Free((void*)map);

    public nint CreatePooling(nint engine, in OneDnnPooling pooling, nint input, nint output)
    {
        byte* operation = stackalloc byte[DescriptionBytes];
        fixed (long* stride = pooling.Stride, window = pooling.Window, dilation = pooling.Dilation)
        fixed (long* before = pooling.PaddingBefore, after = pooling.PaddingAfter)
        {
            int status = describePooling(operation, ForwardInference, pooling.Algorithm, input, output, stride, window, dilation, before, after);
            OneDnnLibrary.Check("dnnl_pooling_v2_forward_desc_init", status);
        }

        nint created = 0;
        OneDnnLibrary.Check("dnnl_primitive_desc_create", create(&created, operation, 0, engine, 0));
        return created;
    }
}
