using System;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>How the windows of a tile of channels are taken in channels last.</summary>
internal interface ITiledExtremum
{
    /// <summary>Computes some output rows of the channels of a tile, from <paramref name="channel"/> on.</summary>
    static abstract void Tile<T, TTile, TExtremum>(
        in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow, int channel)
        where T : unmanaged, INumber<T>
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum;
}

/// <summary>Extrema of channels last, tile of channels by tile of channels, after a search for NaN.</summary>
internal static class TiledExtremum
{
    /// <summary>Computes some output rows.</summary>
    public static void Rows<T, TTiles, TKeeping, TNumbers>(
        in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
        where TTiles : struct, ITiledExtremum
        where TKeeping : struct, IExtremum
        where TNumbers : struct, IExtremum
    {
        // An empty batch has no rows to search.
        if (firstRow == endRow)
            return;

        // To the search a row of pixels is a row of elements.
        PoolShape flat = new(shape.Batch, 1, shape.Height, shape.Width * shape.Channels);
        int outputHeight = PoolGeometry.OutputSize(config.Height, shape.Height, config.CeilMode);
        if (NaNScan.MustKeep<T>(input, flat, config.Height, outputHeight, firstRow, endRow - firstRow))
            Rows<T, TTiles, TKeeping>(config, input, output, shape, firstRow, endRow);
        else
            Rows<T, TTiles, TNumbers>(config, input, output, shape, firstRow, endRow);
    }

    private static void Rows<T, TTiles, TExtremum>(in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow)
        where T : unmanaged, INumber<T>
        where TTiles : struct, ITiledExtremum
        where TExtremum : struct, IExtremum
    {
        int channels = shape.Channels, next = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            next = Channels<T, TTiles, FourTiles<OneVector256<T>, T>, TExtremum>(config, input, output, shape, firstRow, endRow, next, channels - (channels % FourTiles<OneVector256<T>, T>.Length));
            next = Channels<T, TTiles, OneVector256<T>, TExtremum>(config, input, output, shape, firstRow, endRow, next, channels);
        }

        if (Vector128.IsHardwareAccelerated)
            next = Channels<T, TTiles, OneVector128<T>, TExtremum>(config, input, output, shape, firstRow, endRow, next, channels);
        Channels<T, TTiles, OneElement<T>, TExtremum>(config, input, output, shape, firstRow, endRow, next, channels);
    }

    /// <summary>Pools channels from <paramref name="first"/> on in tiles, the last of which overlaps the one before it, and returns the channel to go on with.</summary>
    private static int Channels<T, TTiles, TTile, TExtremum>(
        in PoolConfig config, ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, int firstRow, int endRow, int first, int end)
        where T : unmanaged, INumber<T>
        where TTiles : struct, ITiledExtremum
        where TTile : struct, IVectorTile<TTile, T>
        where TExtremum : struct, IExtremum
    {
        if (first >= end || shape.Channels < TTile.Length)
            return first;
        for (int channel = first; channel < end; channel += TTile.Length)
            TTiles.Tile<T, TTile, TExtremum>(config, input, output, shape, firstRow, endRow, Math.Min(channel, shape.Channels - TTile.Length));
        return end;
    }
}
