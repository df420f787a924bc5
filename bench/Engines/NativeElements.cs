using System.Runtime.InteropServices;

namespace PoolGen.Bench.Engines;

/// <summary>Elements in native memory at a multiple of 64 bytes: the same memory for every engine, managed or not.</summary>
internal sealed unsafe class NativeElements : IDisposable
{
    private const int Alignment = 64;
    private readonly int count;
    private float* memory;

    public NativeElements(int count, int size)
    {
        this.count = count;
        Bytes = (long)count * size;
        Length = (int)((Bytes + sizeof(float) - 1) / sizeof(float));
        memory = (float*)NativeMemory.AlignedAlloc((nuint)Math.Max(Length, 1) * sizeof(float), Alignment);
        Span.Clear();
    }

    /// <summary>The floats that hold the elements: what moves memory counts in them.</summary>
    public int Length { get; }

    public long Bytes { get; }

    public float* Pointer => memory;

    public nint Address => (nint)memory;

    public Span<float> Span => new(memory, Length);

    /// <summary>The elements as what they are.</summary>
    public Span<T> Of<T>()
        where T : unmanaged => new(memory, count);

    public void Dispose()
    {
        NativeMemory.AlignedFree(memory);
        memory = null;
    }
}
