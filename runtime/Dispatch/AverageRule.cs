using System.Numerics;

namespace PoolGen;

// The result is added to +0, as in PyTorch, so an average is never -0; starting the sum at +0 as well would change nothing more.

/// <summary>The sum of the taps in the element type, divided once.</summary>
internal readonly struct AverageOfOne<T> : IFallbackRule<T, T>
    where T : INumber<T>
{
    public static int Lanes => 1;

    public static T Load(ref T source) => source;

    public static T Take(T sum, T tap) => sum + tap;

    public static void Store(T sum, long divisor, ref T target) => target = T.Zero + (sum / T.CreateChecked(divisor));
}

/// <summary>The sums of neighbouring windows in the element type, divided once.</summary>
internal readonly struct AverageOfVector<T> : IFallbackRule<T, Vector<T>>
    where T : INumber<T>
{
    public static int Lanes => Vector<T>.Count;

    public static Vector<T> Load(ref T source) => Vector.LoadUnsafe(ref source);

    public static Vector<T> Take(Vector<T> sum, Vector<T> tap) => sum + tap;

    public static void Store(Vector<T> sum, long divisor, ref T target) =>
        (Vector<T>.Zero + (sum / new Vector<T>(T.CreateChecked(divisor)))).StoreUnsafe(ref target);
}

/// <summary>The sum of 16-bit taps, taken and divided in 32 bits and rounded once.</summary>
internal readonly struct AverageOfNarrow<T> : IFallbackRule<T, float>
    where T : INumber<T>
{
    public static int Lanes => 1;

    public static float Load(ref T source) => float.CreateChecked(source);

    public static float Take(float sum, float tap) => sum + tap;

    public static void Store(float sum, long divisor, ref T target) => target = T.Zero + T.CreateChecked(sum / divisor);
}
