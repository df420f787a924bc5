using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>Copies rows of elements from one place to another, with any pitches on either side.</summary>
internal static class TensorCopy
{
    /// <summary>Copies the rows from <paramref name="firstRow"/> to <paramref name="endRow"/>, counted as the rows of a shape are.</summary>
    public static void Rows<T>(PoolLayout layout, in PoolShape shape, ref T source, in Pitches from, ref T target, in Pitches to, int firstRow, int endRow)
    {
        bool pixels = layout == PoolLayout.ChannelsLast;
        bool lines = pixels && from.Column == from.Channel * shape.Channels && to.Column == to.Channel * shape.Channels;
        for (int row = firstRow; row < endRow; row++)
        {
            int slice = row / shape.Height, plane = slice / shape.Depth;
            ref T sourceRow = ref Unsafe.Add(ref source, from.PlaceOf(layout, shape, plane, slice % shape.Depth, row % shape.Height));
            ref T targetRow = ref Unsafe.Add(ref target, to.PlaceOf(layout, shape, plane, slice % shape.Depth, row % shape.Height));
            if (lines)
                Line(ref sourceRow, from.Channel, ref targetRow, to.Channel, shape.Width * shape.Channels);
            else if (!pixels)
                Line(ref sourceRow, from.Column, ref targetRow, to.Column, shape.Width);
            else
                Pixels(shape, ref sourceRow, from, ref targetRow, to);
        }
    }

    private static void Pixels<T>(in PoolShape shape, ref T source, in Pitches from, ref T target, in Pitches to)
    {
        for (nint column = 0; column < shape.Width; column++)
            Line(ref Unsafe.Add(ref source, column * from.Column), from.Channel, ref Unsafe.Add(ref target, column * to.Column), to.Channel, shape.Channels);
    }

    private static void Line<T>(ref T source, nint sourceStep, ref T target, nint targetStep, int count)
    {
        if (sourceStep == 1 && targetStep == 1)
        {
            MemoryMarshal.CreateReadOnlySpan(ref source, count).CopyTo(MemoryMarshal.CreateSpan(ref target, count));
            return;
        }

        for (nint index = 0; index < count; index++)
            Unsafe.Add(ref target, index * targetStep) = Unsafe.Add(ref source, index * sourceStep);
    }
}
