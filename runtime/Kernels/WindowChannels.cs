using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>One window of channels last: a vector of channels becomes one for every tap, in which the elements that indices name stand among zeros.</summary>
internal static class WindowChannels<T, TIndex, TScatter>
    where T : unmanaged, INumber<T>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
    where TScatter : struct, IScatter
{
    /// <summary>Writes the taps of a window; false where an index is outside of it.</summary>
    public static bool Write(ref T value, ref TIndex index, ref T window, in WindowRow<T, TIndex> row, int start)
    {
        int channels = row.Shape.Channels;
        if (ScatterLanes.Have<T>() && Vector256.IsHardwareAccelerated && channels >= Vector256<T>.Count)
            return Unsafe.SizeOf<T>() == sizeof(int) ? Vectors256<int>(ref value, ref index, ref window, row, start) : Vectors256<long>(ref value, ref index, ref window, row, start);
        if (ScatterLanes.Have<T>() && Vector128.IsHardwareAccelerated && channels >= Vector128<T>.Count)
            return Unsafe.SizeOf<T>() == sizeof(int) ? Vectors128<int>(ref value, ref index, ref window, row, start) : Vectors128<long>(ref value, ref index, ref window, row, start);
        return Elements(ref value, ref index, ref window, row, start);
    }

    private static bool Vectors256<TLane>(ref T value, ref TIndex index, ref T window, in WindowRow<T, TIndex> row, int start)
        where TLane : unmanaged, INumber<TLane>
    {
        int channels = row.Shape.Channels;
        nint length = (nint)row.Shape.Width * channels;
        Vector256<TLane> along = IndexLanes.Along256<TLane>(start, row.Steps.Channel), missed = Vector256<TLane>.Zero;
        for (int next = 0; next < channels; next += Vector256<T>.Count)
        {
            // The last vector ends with the channels and overlaps the one before it.
            int x = int.Min(next, channels - Vector256<T>.Count);
            Vector256<T> values = ScatterLanes.Put<T, TScatter>(Vector256.LoadUnsafe(ref value, (nuint)x));
            Vector256<TLane> at = ScatterLanes.Load256<TIndex, TLane>(ref index, (nuint)x) - along - Vector256.Create(TLane.CreateTruncating(x * row.Steps.Channel));
            Vector256<TLane> found = Vector256<TLane>.Zero;
            for (int line = 0; line < row.Height.Window; line++)
            {
                ref T tapRow = ref Unsafe.Add(ref window, (line * length) + x);
                for (int tap = 0; tap < row.Width.Window; tap++)
                {
                    Vector256<TLane> here = Vector256.Equals(at, Vector256.Create(TLane.CreateTruncating((line * row.Steps.Height) + (tap * row.Steps.Width))));
                    Vector256.StoreUnsafe(values & here.As<TLane, T>(), ref tapRow, (nuint)(tap * channels));
                    found |= here;
                }
            }

            missed |= ~found;
        }

        return missed == Vector256<TLane>.Zero;
    }

    private static bool Vectors128<TLane>(ref T value, ref TIndex index, ref T window, in WindowRow<T, TIndex> row, int start)
        where TLane : unmanaged, INumber<TLane>
    {
        int channels = row.Shape.Channels;
        nint length = (nint)row.Shape.Width * channels;
        Vector128<TLane> along = IndexLanes.Along128<TLane>(start, row.Steps.Channel), missed = Vector128<TLane>.Zero;
        for (int next = 0; next < channels; next += Vector128<T>.Count)
        {
            int x = int.Min(next, channels - Vector128<T>.Count);
            Vector128<T> values = ScatterLanes.Put<T, TScatter>(Vector128.LoadUnsafe(ref value, (nuint)x));
            Vector128<TLane> at = ScatterLanes.Load128<TIndex, TLane>(ref index, (nuint)x) - along - Vector128.Create(TLane.CreateTruncating(x * row.Steps.Channel));
            Vector128<TLane> found = Vector128<TLane>.Zero;
            for (int line = 0; line < row.Height.Window; line++)
            {
                ref T tapRow = ref Unsafe.Add(ref window, (line * length) + x);
                for (int tap = 0; tap < row.Width.Window; tap++)
                {
                    Vector128<TLane> here = Vector128.Equals(at, Vector128.Create(TLane.CreateTruncating((line * row.Steps.Height) + (tap * row.Steps.Width))));
                    Vector128.StoreUnsafe(values & here.As<TLane, T>(), ref tapRow, (nuint)(tap * channels));
                    found |= here;
                }
            }

            missed |= ~found;
        }

        return missed == Vector128<TLane>.Zero;
    }

    private static bool Elements(ref T value, ref TIndex index, ref T window, in WindowRow<T, TIndex> row, int start)
    {
        int channels = row.Shape.Channels;
        nint length = (nint)row.Shape.Width * channels;
        bool inside = true;
        for (int x = 0; x < channels; x++)
        {
            T put = T.Zero;
            TScatter.Put(Unsafe.Add(ref value, x), ref put);
            int at = int.CreateTruncating(Unsafe.Add(ref index, x)) - start - (x * row.Steps.Channel);
            bool found = false;
            for (int line = 0; line < row.Height.Window; line++)
            {
                ref T tapRow = ref Unsafe.Add(ref window, (line * length) + x);
                for (int tap = 0; tap < row.Width.Window; tap++)
                {
                    bool here = at == (line * row.Steps.Height) + (tap * row.Steps.Width);
                    Unsafe.Add(ref tapRow, tap * channels) = here ? put : T.Zero;
                    found |= here;
                }
            }

            inside &= found;
        }

        return inside;
    }
}
