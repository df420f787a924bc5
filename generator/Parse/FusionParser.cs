using System.Collections.Generic;
using PoolGen.Generator.Diagnostics;

namespace PoolGen.Generator.Parse;

/// <summary>Reads what an attribute asks for beside pooling.</summary>
internal static class FusionParser
{
    private static readonly string[] Bounds = [ArgumentNames.ClampLowest, ArgumentNames.ClampLargest];

    /// <summary>What bytes stand for where any of it is stated, or null.</summary>
    public static PoolQuantization? Quantization(StatedAttribute stated) =>
        stated.FirstStated(ArgumentNames.InputScale, ArgumentNames.InputZeroPoint, ArgumentNames.OutputScale, ArgumentNames.OutputZeroPoint) is null ? null : new()
        {
            InputScale = stated.Fraction(ArgumentNames.InputScale) ?? 0,
            InputZeroPoint = stated.Number(ArgumentNames.InputZeroPoint) ?? 0,
            OutputScale = stated.Fraction(ArgumentNames.OutputScale) ?? 0,
            OutputZeroPoint = stated.Number(ArgumentNames.OutputZeroPoint) ?? 0,
        };

    /// <summary>Reports options of an activation that the attribute does not ask for, and of a quantised average that is rounded anyway.</summary>
    public static void AddWithoutEffect(StatedAttribute stated, PoolConfig config, List<Problem> problems)
    {
        PoolActivation activation = (PoolActivation)(stated.Number(ArgumentNames.Activation) ?? 0);
        if (activation != PoolActivation.Clamp && stated.FirstStated(Bounds) is string bound)
            Add(bound, $"the activation {activation}; it is an option of Clamp");
        if (activation == PoolActivation.None && stated.States(ArgumentNames.ActivationStage))
            Add(ArgumentNames.ActivationStage, "a configuration without an activation");
        if (config.Quantization is not null && stated.States(ArgumentNames.Rounding))
            Add(ArgumentNames.Rounding, "a quantised average, which is rounded to the nearest, halves to even");

        void Add(string option, string what) =>
            problems.Add(new(PoolDiagnostics.WithoutEffect, $"{option} has no effect on {what}") { Attribute = stated.Data, Argument = option });
    }
}
