using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// Extrema of large windows one element apart over small planes in channels first: planes stand side by side in the lanes of vectors, and
/// running extrema along each axis take four rows or four columns at a time. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunningPlanes
{
    /// <summary>
    /// Computes some output rows. Returns false, having done nothing, where planes are too few for it or too large: their output rows
    /// longer than <paramref name="mostColumns"/> among others.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TKeeping">The extremum that keeps NaN.</typeparam>
    /// <typeparam name="TNumbers">The same extremum of numbers.</typeparam>
    public static bool Rows<T, TKeeping, TNumbers>(
        in PoolConfig config, int mostColumns, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum
    {
        int outputHeight = PoolGeometry.OutputSize(config.Height, shape.Height, config.CeilMode);
        int outputWidth = PoolGeometry.OutputSize(config.Width, shape.Width, config.CeilMode);
        PlaneTile tile = PlaneTile.Unpadded(shape.Height, shape.Width, outputHeight, outputWidth);
        if (!tile.Suits<T>(endRow - firstRow, mostColumns))
            return false;
        PlaneAxis down = new(config.Height, shape.Height, outputHeight), along = new(config.Width, shape.Width, outputWidth);
        if (Vector256.IsHardwareAccelerated)
            Tiles<T, OneVector256<T>, TKeeping, TNumbers>(config, tile, down, along, input, output, shape, firstRow, endRow);
        else
            Tiles<T, OneVector128<T>, TKeeping, TNumbers>(config, tile, down, along, input, output, shape, firstRow, endRow);
        return true;
    }

    [SkipLocalsInit]
    private static void Tiles<T, TTile, TKeeping, TNumbers>(
        in PoolConfig config, in PlaneTile tile, PlaneAxis down, PlaneAxis along,
        ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum
    {
        int lanes = TTile.Length, endPlane = ((endRow - 1) / down.Outputs) + 1;
        int inputs = tile.Cells<T>(), between = down.Size * along.Outputs * lanes, outputs = tile.Results<T>();
        int most = Math.Max(down.Line.Window, along.Line.Window) * 4 * lanes;
        Span<T> scratch = Scratch.FromLine<T>(stackalloc T[inputs + between + outputs + most + Scratch.Spare<T>()]);
        Span<T> cells = scratch[..inputs], rows = scratch.Slice(inputs, between), results = scratch.Slice(inputs + between, outputs);
        Span<T> ends = scratch[(inputs + between + outputs)..];
        for (int plane = firstRow / down.Outputs; plane < endPlane; plane += lanes)
        {
            int planes = Math.Min(lanes, endPlane - plane);
            tile.Fill(input, plane, planes, cells, default, stands: false);
            if (NaNScan.MustKeep<T>(input, shape, config.Height, down.Outputs, plane * down.Outputs, planes * down.Outputs))
                Pool<T, TTile, TKeeping>(down, along, cells, rows, results, ends);
            else
                Pool<T, TTile, TNumbers>(down, along, cells, rows, results, ends);
            tile.Store(results, output, plane, planes, firstRow, endRow);
        }
    }

    private static void Pool<T, TTile, TExtremum>(PlaneAxis down, PlaneAxis along, Span<T> cells, Span<T> rows, Span<T> results, Span<T> ends)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        int lanes = TTile.Length, inputPitch = along.Size * lanes, outputPitch = along.Outputs * lanes;
        Lines<T, TTile, TExtremum>(along.Line, cells, lanes, inputPitch, rows, lanes, outputPitch, down.Size, ends);
        Lines<T, TTile, TExtremum>(down.Line, rows, outputPitch, lanes, results, outputPitch, lanes, along.Outputs, ends);
    }

    /// <summary>Pools along some lines, four at a time; the last four overlap those before them.</summary>
    private static void Lines<T, TTile, TExtremum>(
        in RunningLine line, Span<T> from, int fromPitch, int fromSpacing, Span<T> to, int toPitch, int toSpacing, int count, Span<T> ends)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        TilePlaces source = new((nuint)fromPitch, (nuint)fromSpacing), target = new((nuint)toPitch, (nuint)toSpacing);
        if (count < 4)
        {
            for (int index = 0; index < count; index++)
                line.Run<T, TTile, TExtremum>(ref from[index * fromSpacing], source, ref to[index * toSpacing], target, ref ends[0]);
            return;
        }

        for (int next = 0; next < count; next += 4)
        {
            int index = Math.Min(next, count - 4);
            line.Run<T, FourTiles<TTile, T>, TExtremum>(ref from[index * fromSpacing], source, ref to[index * toSpacing], target, ref ends[0]);
        }
    }

    /// <summary>An axis of the planes.</summary>
    /// <param name="Size">The elements along it.</param>
    /// <param name="Outputs">The windows along it.</param>
    /// <param name="Line">The windows of a line.</param>
    private readonly record struct PlaneAxis(int Size, int Outputs, RunningLine Line)
    {
        public PlaneAxis(in PoolAxis axis, int size, int outputs)
            : this(size, outputs, new RunningLine(axis.Window, -axis.PaddingBefore, size - 1, outputs))
        {
        }
    }
}
