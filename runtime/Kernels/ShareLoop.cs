using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PoolGen;

/// <summary>How a gradient becomes the share of an element.</summary>
internal interface IShare
{
    static abstract T Of<T>(T gradient, T by)
        where T : INumber<T>;

    static abstract Vector<T> Of<T>(Vector<T> gradients, Vector<T> by)
        where T : INumber<T>;
}

/// <summary>Gradients divided by a number.</summary>
internal readonly struct Division : IShare
{
    public static T Of<T>(T gradient, T by)
        where T : INumber<T> => gradient / by;

    public static Vector<T> Of<T>(Vector<T> gradients, Vector<T> by)
        where T : INumber<T> => gradients / by;
}

/// <summary>Gradients multiplied by a number.</summary>
internal readonly struct Scaling : IShare
{
    public static T Of<T>(T gradient, T by)
        where T : INumber<T> => gradient * by;

    public static Vector<T> Of<T>(Vector<T> gradients, Vector<T> by)
        where T : INumber<T> => gradients * by;
}

/// <summary>The loop over neighbouring gradients; no share is -0.</summary>
internal static class ShareLoop<T, TShare>
    where T : unmanaged, INumber<T>
    where TShare : struct, IShare
{
    public static void Run(ReadOnlySpan<T> gradients, T by, Span<T> shares)
    {
        if (!Vector.IsHardwareAccelerated || !Vector<T>.IsSupported || gradients.Length < Vector<T>.Count)
        {
            for (int index = 0; index < gradients.Length; index++)
                shares[index] = TShare.Of(gradients[index], by) + T.Zero;
            return;
        }

        ref T from = ref MemoryMarshal.GetReference(gradients), to = ref MemoryMarshal.GetReference(shares);
        Vector<T> all = new(by);

        // The second vector overlaps the first, so that the last one ends with the row.
        int overlap = ((gradients.Length - 1) % Vector<T>.Count) + 1;
        for (int index = 0, after = overlap; index < gradients.Length; index = after, after += Vector<T>.Count)
            (TShare.Of(Vector.LoadUnsafe(ref from, (nuint)index), all) + Vector<T>.Zero).StoreUnsafe(ref to, (nuint)index);
    }
}
