using System;

namespace PoolGen.Generator.Emit;

/// <summary>How a mode is written over some type in registers; one row per mode.</summary>
/// <param name="Combine">The expression that combines two values of any width.</param>
/// <param name="Identity">The value that changes nothing, for an element type.</param>
/// <param name="CombineThree">The expression that combines three values where that costs less than twice two, or null.</param>
/// <param name="Extremum">The helpers of the mode where it keeps one of the taps, or null.</param>
/// <param name="Norm">How taps become powers and sums of them a norm, or null.</param>
internal sealed record ModeRule(
    Func<string, string, string> Combine, Func<ElementRule, string> Identity, Func<string, string, string, string>? CombineThree = null, ExtremumRule? Extremum = null,
    NormText? Norm = null)
{
    /// <summary>The row of the mode of a configuration.</summary>
    public static ModeRule Of(PoolConfig config, bool wholeNumbers) => config.Norm is not float norm ? Of(config.Mode, wholeNumbers)
        : float.IsPositiveInfinity(norm) ? LargestMagnitude
        : Of(config.Mode, wholeNumbers) with { Norm = new(norm) };

    /// <summary>The row of a norm without end.</summary>
    private static ModeRule LargestMagnitude { get; } = Keeps("Max", element => element.Literal(0), new("MaximumWithNaN", "MaximumOfNumbers", "MagnitudesOnly", "IsLarger", "GreaterThan", "Larger")) with { Norm = new(1) };

    /// <summary>The row of a mode.</summary>
    public static ModeRule Of(PoolMode mode, bool wholeNumbers) => mode switch
    {
        PoolMode.Max => Keeps("Max", element => element.Smallest, new("MaximumWithNaN", "MaximumOfNumbers", "NaNIsLargest", "IsLarger", "GreaterThan", "Larger")),
        PoolMode.Min => Keeps("Min", element => element.Largest, new("MinimumWithNaN", "MinimumOfNumbers", "NaNIsSmallest", "IsSmaller", "LessThan", "Smaller")),

        // The operator would throw where the project of the kernel checks for overflow.
        PoolMode.Average or PoolMode.Sum when wholeNumbers => new((left, right) => $"Lanes.Add({left}, {right})", element => element.Literal(0)),
        PoolMode.Average or PoolMode.Sum or PoolMode.Lp => new((left, right) => $"{left} + {right}", element => element.Literal(0)),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    private static ModeRule Keeps(string lanes, Func<ElementRule, string> identity, ExtremumRule extremum) => new(
        (left, right) => $"Lanes.{lanes}({left}, {right})",
        identity,
        (first, second, third) => $"Lanes.{lanes}({first}, {second}, {third})",
        extremum);
}

/// <summary>The helpers of the runtime for a mode that keeps one of the taps.</summary>
/// <param name="Keeping">The rule that keeps NaN.</param>
/// <param name="Numbers">The rule for elements among which there is no NaN.</param>
/// <param name="HalfOrder">The order of halves.</param>
/// <param name="Takes">Whether a tap takes the place of the one that is kept, where its index is asked for.</param>
/// <param name="Beats">The comparison of vectors that says so where there is no NaN.</param>
/// <param name="Better">The element that is kept from then on, where there is no NaN.</param>
internal sealed record ExtremumRule(string Keeping, string Numbers, string HalfOrder, string Takes, string Beats, string Better);
