using System.Numerics;

namespace PoolGen;

/// <summary>The norm of the taps: powers are summed in <typeparamref name="TSum"/>, and the root is taken once.</summary>
internal readonly struct NormOfOne<T, TSum>(float norm) : IFallbackRule<T, TSum>
    where T : INumber<T>
    where TSum : INumber<TSum>
{
    public int Lanes => 1;

    public TSum Load(ref T source) => Norms.PowerOf(TSum.CreateChecked(source), norm);

    public TSum Take(TSum sum, TSum tap) => sum + tap;

    public TSum End(TSum sum, long divisor) => Norms.RootOf(sum, norm);

    public void Store(TSum ended, ref T target) => target = T.CreateChecked(ended);
}

/// <summary>The largest absolute value of the taps; a NaN replaces whatever stands there.</summary>
internal readonly struct LargestMagnitude<T> : IFallbackRule<T, T>
    where T : INumber<T>
{
    public int Lanes => 1;

    public T Load(ref T source) => T.Abs(source);

    public T Take(T sum, T tap) => LargestTap.Takes(tap, sum) || T.IsNaN(tap) ? tap : sum;

    public T End(T sum, long divisor) => sum;

    public void Store(T ended, ref T target) => target = ended;
}
