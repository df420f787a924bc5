using System.Runtime.CompilerServices;

namespace PoolGen.Bench.Comparison;

/// <summary>Orders in which to read one buffer and write another; what they write is nothing to rely on, but it depends on every read.</summary>
/// <typeparam name="TBlock">How a block is read and written.</typeparam>
internal static unsafe class Move<TBlock>
    where TBlock : struct, IMemoryBlock
{
    private const int FractionBits = 16;

    /// <summary>Reads and writes in turns and in proportion, so that loads and stores overlap as they do in pooling.</summary>
    public static void Interleaved(float* input, int inputLength, float* output, int outputLength)
    {
        TBlock seen = default;
        float* read = input;
        long readPerWritten = ((long)inputLength << FractionBits) / Math.Max(outputLength, 1);
        int written = 0;
        while (written <= outputLength - TBlock.Length)
        {
            float* until = input + (((written + TBlock.Length) * readPerWritten) >> FractionBits);
            for (; read <= until - TBlock.Length; read += TBlock.Length)
                seen.Read(read);
            seen.Write(output + written);
            written += TBlock.Length;
        }

        Finish(seen, read, input + inputLength, output + written, output + outputLength);
    }

    /// <summary>As interleaved, but reads four parts of the input side by side: more of it is on its way from memory at a time.</summary>
    public static void FourStreams(float* input, int inputLength, float* output, int outputLength)
    {
        TBlock seen = default;
        int part = inputLength / 4 / TBlock.Length * TBlock.Length;
        long readPerWritten = ((long)part << FractionBits) / Math.Max(outputLength, 1);
        int read = 0, written = 0;
        while (written <= outputLength - TBlock.Length)
        {
            long until = ((written + TBlock.Length) * readPerWritten) >> FractionBits;
            for (; read <= until - TBlock.Length; read += TBlock.Length)
                ReadFour(ref seen, input + read, part);
            seen.Write(output + written);
            written += TBlock.Length;
        }

        for (; read < part; read += TBlock.Length)
            ReadFour(ref seen, input + read, part);
        Finish(seen, input + (4 * part), input + inputLength, output + written, output + outputLength);
    }

    /// <summary>Reads everything, then writes everything.</summary>
    public static void ReadThenWrite(float* input, int inputLength, float* output, int outputLength) =>
        Finish(default, input, input + inputLength, output, output + outputLength);

    /// <summary>Copies as much as both buffers hold with the runtime's copy, then reads or writes the rest.</summary>
    public static void CopyThenRead(float* input, int inputLength, float* output, int outputLength)
    {
        int copied = Math.Min(inputLength, outputLength);
        Buffer.MemoryCopy(input, output, (long)outputLength * sizeof(float), (long)copied * sizeof(float));
        ReadThenWrite(input + copied, inputLength - copied, output + copied, outputLength - copied);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadFour(ref TBlock seen, float* from, int part)
    {
        seen.Read(from);
        seen.Read(from + part);
        seen.Read(from + (2 * part));
        seen.Read(from + (3 * part));
    }

    private static void Finish(TBlock seen, float* read, float* readEnd, float* write, float* writeEnd)
    {
        for (; read <= readEnd - TBlock.Length; read += TBlock.Length)
            seen.Read(read);
        float rest = 0;
        for (; read < readEnd; read++)
            rest += *read;
        for (; write <= writeEnd - TBlock.Length; write += TBlock.Length)
            seen.Write(write);
        for (; write < writeEnd; write++)
            *write = seen.First + rest;
    }
}
