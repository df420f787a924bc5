using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Comparison;

/// <summary>A way to move the data of a workload.</summary>
/// <param name="Name">The way, in words.</param>
/// <param name="Threads">How many threads share the work.</param>
/// <param name="Pool">What to time.</param>
internal sealed record LimitWay(string Name, int Threads, PreparedPool Pool);

/// <summary>
/// The limit of a workload: the least time to read its input once and write its output once. No single loop is fastest on every
/// size and processor, so several are timed and the fastest counts.
/// </summary>
internal static unsafe class MemoryLimit
{
    /// <summary>Elements that stay together when the work is split: streaming stores need 64 bytes that start at a multiple of 64.</summary>
    private const int Unit = 16;

    private delegate void MoveAll(float* input, int inputLength, float* output, int outputLength);

    /// <summary>The ways to move the data over the buffers that the engines use: on one thread, and with more, also on all of them.</summary>
    public static IReadOnlyList<LimitWay> Ways(NativeElements input, NativeElements output, int threads)
    {
        List<(string Name, MoveAll Move)> moves =
        [
            ("256 bits", Move<Block256>.Interleaved),
            ("256 bits, read then write", Move<Block256>.ReadThenWrite),
            ("256 bits, streaming stores", Move<StreamedBlock256>.Interleaved),
            ("256 bits, four streams", Move<Block256>.FourStreams),
            ("256 bits, four streams, streaming stores", Move<StreamedBlock256>.FourStreams),
            ("copy", Move<Block256>.CopyThenRead),
        ];
        if (Sse.IsSupported)
        {
            moves.Add(("256 bits, asked ahead", Move<AheadBlock<Block256>>.Interleaved));
            moves.Add(("256 bits, asked ahead, streaming stores", Move<AheadBlock<StreamedBlock256>>.Interleaved));
        }

        if (Vector512.IsHardwareAccelerated)
        {
            moves.Add(("512 bits", Move<Block512>.Interleaved));
            moves.Add(("512 bits, streaming stores", Move<StreamedBlock512>.Interleaved));
        }

        List<LimitWay> ways = [.. moves.Select(move => new LimitWay(move.Name, 1, new MoveWay(input, output, move.Move)))];
        if (threads > 1)
        {
            ways.AddRange(moves.Select(move =>
                new LimitWay($"{move.Name}, {threads} threads", threads, new SplitWay(input, output, move.Move, threads))));
        }

        return ways;
    }

    private sealed class MoveWay(NativeElements input, NativeElements output, MoveAll move) : PreparedPool
    {
        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                move(input.Pointer, input.Length, output.Pointer, output.Length);
        }
    }

    /// <summary>Each thread moves its part of both buffers.</summary>
    private sealed class SplitWay(NativeElements input, NativeElements output, MoveAll move, int threads) : PreparedPool
    {
        private readonly ParallelOptions options = new() { MaxDegreeOfParallelism = threads };

        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                Parallel.For(0, threads, options, MovePart);
        }

        private void MovePart(int part)
        {
            (int read, int readEnd) = (Start(part, input.Length), Start(part + 1, input.Length));
            (int written, int writtenEnd) = (Start(part, output.Length), Start(part + 1, output.Length));
            move(input.Pointer + read, readEnd - read, output.Pointer + written, writtenEnd - written);
        }

        private int Start(int part, int length) => part == threads ? length : (int)((long)(length / Unit) * part / threads) * Unit;
    }
}
