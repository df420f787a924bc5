using System.Runtime.InteropServices;

namespace PoolGen.Bench.Engines;

/// <summary>Floats in native memory at a multiple of 64 bytes: the same memory for every engine, managed or not.</summary>
internal sealed unsafe class NativeFloats : IDisposable
{
    private const int Alignment = 64;
    private float* memory;

    public NativeFloats(int length)
    {
        Length = length;
        memory = (float*)NativeMemory.AlignedAlloc((nuint)Math.Max(length, 1) * sizeof(float), Alignment);
        Span.Clear();
    }

    public int Length { get; }

    public long Bytes => (long)Length * sizeof(float);

    public float* Pointer => memory;

    public nint Address => (nint)memory;

    public Span<float> Span => new(memory, Length);

    public void Dispose()
    {
        NativeMemory.AlignedFree(memory);
        memory = null;
    }
}
