using System.Numerics;

namespace PoolGen;

// The result is added to +0, as in PyTorch, so a sum or an average is never -0; starting the sum at +0 as well would change nothing more.

/// <summary>The sum of the taps in the element type.</summary>
internal readonly struct SumOfOne<T, TEnd> : IFallbackRule<T, T>
    where T : INumber<T>
    where TEnd : struct, ISumEnd
{
    public int Lanes => 1;

    public T Load(ref T source) => source;

    public T Take(T sum, T tap) => sum + tap;

    public T End(T sum, long divisor) => TEnd.Of(sum, divisor);

    public void Store(T ended, ref T target) => target = T.Zero + ended;
}

/// <summary>The sums of neighbouring windows in the element type.</summary>
internal readonly struct SumOfVector<T, TEnd> : IFallbackRule<T, Vector<T>>
    where T : INumber<T>
    where TEnd : struct, ISumEnd
{
    public int Lanes => Vector<T>.Count;

    public Vector<T> Load(ref T source) => Vector.LoadUnsafe(ref source);

    public Vector<T> Take(Vector<T> sum, Vector<T> tap) => sum + tap;

    public Vector<T> End(Vector<T> sum, long divisor) => TEnd.Of(sum, divisor);

    public void Store(Vector<T> ended, ref T target) => (Vector<T>.Zero + ended).StoreUnsafe(ref target);
}

/// <summary>The sum of 16-bit taps with fractions, taken and ended in 32 bits and rounded once.</summary>
internal readonly struct SumOfNarrow<T, TEnd> : IFallbackRule<T, float>
    where T : INumber<T>
    where TEnd : struct, ISumEnd
{
    public int Lanes => 1;

    public float Load(ref T source) => float.CreateChecked(source);

    public float Take(float sum, float tap) => sum + tap;

    public float End(float sum, long divisor) => TEnd.Of(sum, divisor);

    public void Store(float ended, ref T target) => target = T.Zero + T.CreateChecked(ended);
}

/// <summary>The exact sum of whole numbers in a wider type; an end that does not fit the elements wraps around.</summary>
internal readonly struct SumOfWhole<T, TSum, TEnd> : IFallbackRule<T, TSum>
    where T : INumber<T>
    where TSum : IBinaryInteger<TSum>
    where TEnd : struct, IWholeSumEnd
{
    public int Lanes => 1;

    public TSum Load(ref T source) => TSum.CreateTruncating(source);

    public TSum Take(TSum sum, TSum tap) => sum + tap;

    public TSum End(TSum sum, long divisor) => TEnd.Wraps ? TSum.CreateTruncating(T.CreateTruncating(sum)) : TEnd.Of(sum, divisor);

    public void Store(TSum ended, ref T target) => target = T.CreateTruncating(ended);
}
