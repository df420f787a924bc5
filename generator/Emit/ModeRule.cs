using System;

namespace PoolGen.Generator.Emit;

/// <summary>How a mode is written; one row per mode.</summary>
/// <param name="Combine">The expression that combines two values of any width.</param>
/// <param name="Identity">The value that changes nothing, for an element type.</param>
/// <param name="CombineThree">The expression that combines three values where that costs less than twice two, or null.</param>
internal sealed record ModeRule(
    Func<string, string, string> Combine, Func<ElementRule, string> Identity, Func<string, string, string, string>? CombineThree = null)
{
    /// <summary>The row of a mode.</summary>
    public static ModeRule Of(PoolMode mode) => mode switch
    {
        PoolMode.Max => new((left, right) => $"Lanes.Max({left}, {right})", element => $"{element.Keyword}.NegativeInfinity", (first, second, third) => $"Lanes.Max({first}, {second}, {third})"),
        PoolMode.Average => new((left, right) => $"{left} + {right}", element => element.Literal(0)),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
