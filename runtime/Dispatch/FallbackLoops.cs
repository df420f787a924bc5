using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>
/// The loops over output rows. Both layouts cut a row into runs: neighbouring outputs whose windows have the same taps, shifted.
/// Channels last: the channels of one window. Channels first: the columns whose windows lie inside the row; at its
/// ends every column is a run of its own.
/// </summary>
internal static class FallbackLoops<T, TOne, TOneRule, TMany, TManyRule>
    where TOneRule : struct, IFallbackRule<T, TOne>
    where TManyRule : struct, IFallbackRule<T, TMany>
{
    public static void Rows(
        in TOneRule one, in TManyRule many, in FallbackProblem problem, ReadOnlySpan<T> input, Span<T> output, int firstRow, int endRow)
    {
        ref T source = ref MemoryMarshal.GetReference(input);
        ref T target = ref MemoryMarshal.GetReference(output);
        for (int row = firstRow; row < endRow; row++)
        {
            int slice = row / problem.Output.Height;
            int plane = slice / problem.Output.Depth;
            AxisTaps depth = problem.DepthTaps(slice % problem.Output.Depth);
            AxisTaps height = problem.HeightTaps(row % problem.Output.Height);
            ref T sourceRow = ref Unsafe.Add(ref source, problem.From.PlaceOf(problem.Layout, problem.Input, plane, depth.Position, height.Position));
            ref T targetRow = ref Unsafe.Add(ref target, problem.To.PlaceOf(problem.Layout, problem.Output, plane, slice % problem.Output.Depth, row % problem.Output.Height));
            if (problem.Layout == PoolLayout.ChannelsFirst)
                ChannelsFirstRow(one, many, problem, depth, height, ref sourceRow, ref targetRow);
            else
                ChannelsLastRow(one, many, problem, depth, height, ref sourceRow, ref targetRow);
        }
    }

    private static void ChannelsFirstRow(
        in TOneRule one, in TManyRule many, in FallbackProblem problem, AxisTaps depth, AxisTaps height, ref T source, ref T target)
    {
        int width = problem.Input.Width;
        (int firstInside, int endInside) = PoolGeometry.UnpaddedWindows(problem.Width, width, problem.Output.Width);
        for (int column = 0; column < problem.Output.Width;)
        {
            int count = column == firstInside && firstInside < endInside ? endInside - firstInside : 1;
            AxisTaps taps = problem.WidthTaps(column);
            TapBox box = new(depth, height, taps, problem);
            ref T first = ref Unsafe.Add(ref source, taps.Position * problem.From.Column);
            Run(one, many, ref first, ref Unsafe.Add(ref target, column * problem.To.Column), count, problem.Width.Stride * problem.From.Column, problem.To.Column, box);
            column += count;
        }
    }

    private static void ChannelsLastRow(
        in TOneRule one, in TManyRule many, in FallbackProblem problem, AxisTaps depth, AxisTaps height, ref T source, ref T target)
    {
        int channels = problem.Input.Channels;
        for (int column = 0; column < problem.Output.Width; column++)
        {
            AxisTaps taps = problem.WidthTaps(column);
            TapBox box = new(depth, height, taps, problem);
            ref T first = ref Unsafe.Add(ref source, taps.Position * problem.From.Column);
            Run(one, many, ref first, ref Unsafe.Add(ref target, column * problem.To.Column), channels, problem.From.Channel, problem.To.Channel, box);
        }
    }

    /// <summary>Computes outputs that lie <paramref name="targetStep"/> elements apart and whose first taps lie <paramref name="sourceStep"/> apart.</summary>
    private static void Run(
        in TOneRule one, in TManyRule many, ref T source, ref T target, int count, nint sourceStep, nint targetStep, in TapBox box)
    {
        int done = 0;
        if (sourceStep == 1 && targetStep == 1)
        {
            for (; done <= count - many.Lanes; done += many.Lanes)
            {
                TMany sums = Window<TMany, TManyRule>(many, ref Unsafe.Add(ref source, done), box);
                many.Store(many.End(sums, box.Divisor), ref Unsafe.Add(ref target, done));
            }
        }

        for (; done < count; done++)
        {
            TOne sum = Window<TOne, TOneRule>(one, ref Unsafe.Add(ref source, done * sourceStep), box);
            one.Store(one.End(sum, box.Divisor), ref Unsafe.Add(ref target, done * targetStep));
        }
    }

    /// <summary>Gathers the taps of a window in the order of its definition.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TSum Window<TSum, TRule>(in TRule rule, ref T first, in TapBox box)
        where TRule : struct, IFallbackRule<T, TSum>
    {
        if (box.ColumnsFirst)
            return Columns<TSum, TRule>(rule, ref first, box);

        TSum sum = rule.Load(ref first);
        nint column = 1;
        for (nint slice = 0; slice < box.Slices; slice++)
        {
            for (nint row = 0; row < box.Rows; row++)
            {
                ref T tapRow = ref Unsafe.Add(ref first, (slice * box.SliceStep) + (row * box.RowStep));
                for (; column < box.Columns; column++)
                    sum = rule.Take(sum, rule.Load(ref Unsafe.Add(ref tapRow, column * box.ColumnStep)));
                column = 0;
            }
        }

        return sum;
    }

    /// <summary>Gathers each column of a window from top to bottom, and then the columns.</summary>
    private static TSum Columns<TSum, TRule>(in TRule rule, ref T first, in TapBox box)
        where TRule : struct, IFallbackRule<T, TSum>
    {
        TSum sum = Column<TSum, TRule>(rule, ref first, box);
        for (nint column = 1; column < box.Columns; column++)
            sum = rule.Take(sum, Column<TSum, TRule>(rule, ref Unsafe.Add(ref first, column * box.ColumnStep), box));
        return sum;
    }

    private static TSum Column<TSum, TRule>(in TRule rule, ref T first, in TapBox box)
        where TRule : struct, IFallbackRule<T, TSum>
    {
        TSum sum = rule.Load(ref first);
        nint row = 1;
        for (nint slice = 0; slice < box.Slices; slice++)
        {
            for (; row < box.Rows; row++)
                sum = rule.Take(sum, rule.Load(ref Unsafe.Add(ref first, (slice * box.SliceStep) + (row * box.RowStep))));
            row = 0;
        }

        return sum;
    }
}
