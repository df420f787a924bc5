using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace PoolGen;

/// <summary>Runs a kernel on several threads, the calling one among them.</summary>
internal static class ParallelRows
{
    /// <summary>Computes every range, each on one thread. The elements must hold no references, so that they can be pinned.</summary>
    public static unsafe void Run<T>(PoolRows<T> rows, PoolShape shape, ReadOnlySpan<T> input, Span<T> output, RowRanges ranges)
    {
        // Spans cannot leave the calling thread; pinned addresses can.
        fixed (byte* source = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(input)))
        fixed (byte* target = &Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(output)))
        {
            nint inputAddress = (nint)source, outputAddress = (nint)target;
            int inputLength = input.Length, outputLength = output.Length;
            try
            {
                Parallel.For(0, ranges.Count, new ParallelOptions { MaxDegreeOfParallelism = ranges.Count }, index =>
                    rows(
                        new ReadOnlySpan<T>((void*)inputAddress, inputLength),
                        new Span<T>((void*)outputAddress, outputLength),
                        shape,
                        ranges.Start(index),
                        ranges.Start(index + 1)));
            }
            catch (AggregateException several)
            {
                // As on one thread: the kernel's own exception, with its own stack.
                ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            }
        }
    }
}
