using System.Numerics;

namespace PoolGen;

/// <summary>Clamps numbers to bounds in their own type; a NaN stays NaN.</summary>
internal readonly struct NumberClamp<T>
    where T : INumber<T>
{
    private readonly bool hasLowest, hasLargest;
    private readonly T lowest, largest;

    private NumberClamp(T? lowest, T? largest, bool hasLowest, bool hasLargest)
    {
        (this.hasLowest, this.hasLargest) = (hasLowest, hasLargest);
        (this.lowest, this.largest) = (lowest!, largest!);
    }

    /// <summary>The clamp with bounds rounded to elements of a type, and to the ends of its range where it has no such numbers.</summary>
    /// <param name="fusion">The bounds.</param>
    /// <param name="fits">Whether a number beyond the range of elements becomes its end where there is no bound.</param>
    public static NumberClamp<T> Of<TElement>(PoolFusion fusion, bool fits = false)
        where TElement : INumber<TElement>
    {
        bool hasLowest = fits || fusion.HasLowest, hasLargest = fits || fusion.HasLargest;
        return new(
            hasLowest ? T.CreateChecked(TElement.CreateSaturating(fusion.Lowest)) : default,
            hasLargest ? T.CreateChecked(TElement.CreateSaturating(fusion.Largest)) : default,
            hasLowest,
            hasLargest);
    }

    public T Clamped(T number) =>
        hasLowest && number <= lowest ? lowest : hasLargest && number >= largest ? largest : number;
}

/// <summary>Another rule whose taps are clamped.</summary>
internal readonly struct ClampedTaps<T, TSum, TRule>(TRule rule, NumberClamp<T> clamp) : IFallbackRule<T, TSum>
    where T : INumber<T>
    where TRule : struct, IFallbackRule<T, TSum>
{
    public int Lanes => 1;

    public TSum Load(ref T source)
    {
        T tap = clamp.Clamped(source);
        return rule.Load(ref tap);
    }

    public TSum Take(TSum sum, TSum tap) => rule.Take(sum, tap);

    public TSum End(TSum sum, long divisor) => rule.End(sum, divisor);

    public void Store(TSum ended, ref T target) => rule.Store(ended, ref target);
}

/// <summary>Another rule whose results are clamped.</summary>
internal readonly struct ClampedEnds<T, TSum, TRule>(TRule rule, NumberClamp<TSum> clamp) : IFallbackRule<T, TSum>
    where T : INumber<T>
    where TSum : INumber<TSum>
    where TRule : struct, IFallbackRule<T, TSum>
{
    public int Lanes => 1;

    public TSum Load(ref T source) => rule.Load(ref source);

    public TSum Take(TSum sum, TSum tap) => rule.Take(sum, tap);

    public TSum End(TSum sum, long divisor) => clamp.Clamped(rule.End(sum, divisor));

    public void Store(TSum ended, ref T target) => rule.Store(ended, ref target);
}
