using System.Numerics;

namespace PoolGen;

/// <summary>Which of two taps a window keeps; one row per mode that keeps one.</summary>
internal interface ITapChoice
{
    /// <summary>Whether the new tap takes the place of the one that is kept.</summary>
    static abstract bool Takes<T>(T tap, T kept)
        where T : INumber<T>;

    /// <summary>What neighbouring windows keep; a NaN is handed on.</summary>
    static abstract Vector<T> Of<T>(Vector<T> kept, Vector<T> tap);
}

/// <summary>Keeps the largest tap.</summary>
internal readonly struct LargestTap : ITapChoice
{
    public static bool Takes<T>(T tap, T kept)
        where T : INumber<T> => tap > kept;

    public static Vector<T> Of<T>(Vector<T> kept, Vector<T> tap) => Vector.Max(kept, tap);
}

/// <summary>Keeps the smallest tap.</summary>
internal readonly struct SmallestTap : ITapChoice
{
    public static bool Takes<T>(T tap, T kept)
        where T : INumber<T> => tap < kept;

    public static Vector<T> Of<T>(Vector<T> kept, Vector<T> tap) => Vector.Min(kept, tap);
}

/// <summary>The largest or smallest tap by PyTorch's rule: starts from the first one, and a NaN replaces whatever stands there.</summary>
internal readonly struct ExtremumOfOne<T, TChoice> : IFallbackRule<T, T>
    where T : INumber<T>
    where TChoice : struct, ITapChoice
{
    public int Lanes => 1;

    public T Load(ref T source) => source;

    public T Take(T sum, T tap) => TChoice.Takes(tap, sum) || T.IsNaN(tap) ? tap : sum;

    public T End(T sum, long divisor) => sum;

    public void Store(T ended, ref T target) => target = ended;
}

/// <summary>The largest or smallest taps of neighbouring windows.</summary>
internal readonly struct ExtremumOfVector<T, TChoice> : IFallbackRule<T, Vector<T>>
    where T : INumber<T>
    where TChoice : struct, ITapChoice
{
    public int Lanes => Vector<T>.Count;

    public Vector<T> Load(ref T source) => Vector.LoadUnsafe(ref source);

    public Vector<T> Take(Vector<T> sum, Vector<T> tap) => TChoice.Of(sum, tap);

    public Vector<T> End(Vector<T> sum, long divisor) => sum;

    public void Store(Vector<T> ended, ref T target) => ended.StoreUnsafe(ref target);
}
