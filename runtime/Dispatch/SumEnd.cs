using System.Numerics;

namespace PoolGen;

/// <summary>What the sum of a window with fractions becomes; one row per mode that sums.</summary>
internal interface ISumEnd
{
    /// <summary>The result of a window.</summary>
    static abstract T Of<T>(T sum, long divisor)
        where T : INumber<T>;

    /// <summary>The results of neighbouring windows with the same divisor.</summary>
    static abstract Vector<T> Of<T>(Vector<T> sum, long divisor)
        where T : INumber<T>;
}

/// <summary>What the exact sum of a window of whole numbers becomes.</summary>
internal interface IWholeSumEnd
{
    /// <summary>Whether the result is the sum itself, wrapped around to the element type.</summary>
    static abstract bool Wraps { get; }

    /// <summary>The result of a window.</summary>
    static abstract TSum Of<TSum>(TSum sum, long divisor)
        where TSum : IBinaryInteger<TSum>;
}

/// <summary>Sums as they are.</summary>
internal readonly struct UndividedSum : ISumEnd, IWholeSumEnd
{
    public static T Of<T>(T sum, long divisor)
        where T : INumber<T> => sum;

    public static Vector<T> Of<T>(Vector<T> sum, long divisor)
        where T : INumber<T> => sum;

    static bool IWholeSumEnd.Wraps => true;

    static TSum IWholeSumEnd.Of<TSum>(TSum sum, long divisor) => sum;
}

/// <summary>Sums divided once.</summary>
internal readonly struct DividedSum : ISumEnd
{
    public static T Of<T>(T sum, long divisor)
        where T : INumber<T> => sum / T.CreateChecked(divisor);

    public static Vector<T> Of<T>(Vector<T> sum, long divisor)
        where T : INumber<T> => sum / new Vector<T>(T.CreateChecked(divisor));
}

/// <summary>Sums of whole numbers divided and rounded by a rule.</summary>
internal readonly struct RoundedSum<TRounding> : IWholeSumEnd
    where TRounding : struct, IRounding
{
    public static bool Wraps => false;

    public static TSum Of<TSum>(TSum sum, long divisor)
        where TSum : IBinaryInteger<TSum> => WholeMean.Of<TRounding, TSum>(sum, TSum.CreateChecked(divisor));
}
