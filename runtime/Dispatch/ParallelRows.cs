using System;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace PoolGen;

/// <summary>Runs a kernel on several threads, the calling one among them.</summary>
internal static class ParallelRows
{
    /// <summary>Computes one range from the spans of a call.</summary>
    public delegate void Range<TFirst, TSecond, TThird, TFourth>(
        Span<TFirst> first, Span<TSecond> second, Span<TThird> third, Span<TFourth> fourth, int start, int end);

    /// <summary>Computes every range, each on one thread. The elements must hold no references, so that they can be pinned.</summary>
    public static void Run<T>(PoolRows<T> rows, PoolShape shape, ReadOnlySpan<T> input, Span<T> output, RowRanges ranges) => Run<T, T, byte, byte>(
        input, output, default, default, ranges, (source, target, _, _, start, end) => rows(source, target, shape, start, end));

    /// <summary>Computes every range of a call with up to four spans; unused ones are empty. Those that are read are not written because they stand here as spans.</summary>
    public static unsafe void Run<TFirst, TSecond, TThird, TFourth>(
        ReadOnlySpan<TFirst> first, ReadOnlySpan<TSecond> second, ReadOnlySpan<TThird> third, ReadOnlySpan<TFourth> fourth, RowRanges ranges,
        Range<TFirst, TSecond, TThird, TFourth> range)
    {
        // Spans cannot leave the calling thread; pinned addresses can.
        fixed (byte* firstBytes = &Bytes(first), secondBytes = &Bytes(second), thirdBytes = &Bytes(third), fourthBytes = &Bytes(fourth))
        {
            Pinned<TFirst> firstPinned = new(firstBytes, first.Length);
            Pinned<TSecond> secondPinned = new(secondBytes, second.Length);
            Pinned<TThird> thirdPinned = new(thirdBytes, third.Length);
            Pinned<TFourth> fourthPinned = new(fourthBytes, fourth.Length);
            try
            {
                Parallel.For(0, ranges.Count, new ParallelOptions { MaxDegreeOfParallelism = ranges.Count }, index =>
                    range(firstPinned.Span, secondPinned.Span, thirdPinned.Span, fourthPinned.Span, ranges.Start(index), ranges.Start(index + 1)));
            }
            catch (AggregateException several)
            {
                // As on one thread: the kernel's own exception, with its own stack.
                ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            }
        }
    }

    private static ref byte Bytes<T>(ReadOnlySpan<T> span) => ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span));

    /// <summary>A span whose memory does not move.</summary>
    private readonly unsafe struct Pinned<T>(byte* address, int length)
    {
        private readonly nint address = (nint)address;

        public Span<T> Span => new((void*)address, length);
    }
}
