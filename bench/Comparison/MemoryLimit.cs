using System.Runtime.Intrinsics;
using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Comparison;

/// <summary>
/// The limit of a workload: the least time to read its input once and write its output once. No single loop is fastest on every
/// size and processor, so several are timed and the fastest counts.
/// </summary>
internal static unsafe class MemoryLimit
{
    /// <summary>The ways to move the data, over the buffers that the engines use.</summary>
    public static IReadOnlyList<(string Name, PreparedPool Way)> Ways(PoolBuffers buffers)
    {
        List<(string, PreparedPool)> ways =
        [
            ("256 bits", new MoveWay(buffers, Move<Block256>.Interleaved)),
            ("256 bits, read then write", new MoveWay(buffers, Move<Block256>.ReadThenWrite)),
            ("256 bits, streaming stores", new MoveWay(buffers, Move<StreamedBlock256>.Interleaved)),
            ("copy", new MoveWay(buffers, Move<Block256>.CopyThenRead)),
        ];
        if (Vector512.IsHardwareAccelerated)
        {
            ways.Add(("512 bits", new MoveWay(buffers, Move<Block512>.Interleaved)));
            ways.Add(("512 bits, streaming stores", new MoveWay(buffers, Move<StreamedBlock512>.Interleaved)));
        }

        return ways;
    }

    private delegate void MoveAll(float* input, int inputLength, float* output, int outputLength);

    private sealed class MoveWay(PoolBuffers buffers, MoveAll move) : PreparedPool
    {
        public override void Run(int times)
        {
            for (int time = 0; time < times; time++)
                move(buffers.Input.Pointer, buffers.Input.Length, buffers.Output.Pointer, buffers.Output.Length);
        }
    }
}
