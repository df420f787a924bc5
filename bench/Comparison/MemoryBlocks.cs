using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PoolGen.Bench.Comparison;

/// <summary>A block of neighbouring elements: everything read is combined, so that no load can be left out, and then written.</summary>
internal unsafe interface IMemoryBlock
{
    /// <summary>Elements of a block.</summary>
    static abstract int Length { get; }

    /// <summary>The first element of what was read, combined.</summary>
    float First { get; }

    /// <summary>Reads a block.</summary>
    void Read(float* from);

    /// <summary>Writes a block; streamed blocks must be aligned to 64 bytes.</summary>
    void Write(float* to);
}

/// <summary>Four vectors of 256 bits.</summary>
internal unsafe struct Block256 : IMemoryBlock
{
    private const int Lanes = 8;
    private Vector256<float> seen;

    public static int Length => 4 * Lanes;

    public readonly float First => seen.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(float* from) => seen |=
        (Vector256.Load(from) | Vector256.Load(from + Lanes)) | (Vector256.Load(from + (2 * Lanes)) | Vector256.Load(from + (3 * Lanes)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write(float* to)
    {
        seen.Store(to);
        seen.Store(to + Lanes);
        seen.Store(to + (2 * Lanes));
        seen.Store(to + (3 * Lanes));
    }
}

/// <summary>Four vectors of 256 bits with stores that pass by the caches.</summary>
internal unsafe struct StreamedBlock256 : IMemoryBlock
{
    private const int Lanes = 8;
    private Block256 block;

    public static int Length => Block256.Length;

    public readonly float First => block.First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(float* from) => block.Read(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write(float* to)
    {
        Vector256<float> value = Vector256.Create(block.First);
        value.StoreAlignedNonTemporal(to);
        value.StoreAlignedNonTemporal(to + Lanes);
        value.StoreAlignedNonTemporal(to + (2 * Lanes));
        value.StoreAlignedNonTemporal(to + (3 * Lanes));
    }
}

/// <summary>A block whose successor, some way on, is asked for before it is read.</summary>
/// <typeparam name="TBlock">How the block is read and written.</typeparam>
internal unsafe struct AheadBlock<TBlock> : IMemoryBlock
    where TBlock : struct, IMemoryBlock
{
    private const int LineBytes = 64;
    private const int Distance = 1024;
    private TBlock block;

    public static int Length => TBlock.Length;

    public readonly float First => block.First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(float* from)
    {
        for (int line = 0; line < TBlock.Length; line += LineBytes / sizeof(float))
            Sse.Prefetch0(from + Distance + line);
        TBlock seen = block;
        seen.Read(from);
        block = seen;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write(float* to) => block.Write(to);
}

/// <summary>Two vectors of 512 bits.</summary>
internal unsafe struct Block512 : IMemoryBlock
{
    private const int Lanes = 16;
    private Vector512<float> seen;

    public static int Length => 2 * Lanes;

    public readonly float First => seen.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(float* from) => seen |= Vector512.Load(from) | Vector512.Load(from + Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write(float* to)
    {
        seen.Store(to);
        seen.Store(to + Lanes);
    }
}

/// <summary>Two vectors of 512 bits with stores that pass by the caches.</summary>
internal unsafe struct StreamedBlock512 : IMemoryBlock
{
    private const int Lanes = 16;
    private Block512 block;

    public static int Length => Block512.Length;

    public readonly float First => block.First;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(float* from) => block.Read(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write(float* to)
    {
        Vector512<float> value = Vector512.Create(block.First);
        value.StoreAlignedNonTemporal(to);
        value.StoreAlignedNonTemporal(to + Lanes);
    }
}
