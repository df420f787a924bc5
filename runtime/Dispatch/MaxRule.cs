using System.Numerics;

namespace PoolGen;

/// <summary>The largest tap by PyTorch's rule: starts from the first one, and a NaN replaces whatever stands there.</summary>
internal readonly struct MaxOfOne<T> : IFallbackRule<T, T>
    where T : INumber<T>
{
    public static int Lanes => 1;

    public static T Load(ref T source) => source;

    public static T Take(T sum, T tap) => tap > sum || T.IsNaN(tap) ? tap : sum;

    public static void Store(T sum, long divisor, ref T target) => target = sum;
}

/// <summary>The largest taps of neighbouring windows; <see cref="Vector.Max"/> hands a NaN on.</summary>
internal readonly struct MaxOfVector<T> : IFallbackRule<T, Vector<T>>
    where T : INumber<T>
{
    public static int Lanes => Vector<T>.Count;

    public static Vector<T> Load(ref T source) => Vector.LoadUnsafe(ref source);

    public static Vector<T> Take(Vector<T> sum, Vector<T> tap) => Vector.Max(sum, tap);

    public static void Store(Vector<T> sum, long divisor, ref T target) => sum.StoreUnsafe(ref target);
}
