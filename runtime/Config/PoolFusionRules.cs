using System.Collections.Generic;
using System.Globalization;

namespace PoolGen;

/// <summary>The rules of activations and of quantised averages, for the compiler and for the running program alike.</summary>
internal static class PoolFusionRules
{
    public static IEnumerable<PoolProblem> All(PoolMode mode, PoolOptions options)
    {
        PoolActivation activation = options.Activation;
        if (activation is < PoolActivation.None or > PoolActivation.Clamp)
            yield return Activation(PoolArgument.Activation, $"The activation is {Text((int)activation)}; it must be a member of PoolActivation");
        if (options.ActivationStage is < PoolStage.After or > PoolStage.Before)
            yield return Activation(PoolArgument.ActivationStage, $"The stage of the activation is {Text((int)options.ActivationStage)}; it must be a member of PoolStage");
        if (activation == PoolActivation.Clamp)
        {
            foreach (PoolProblem problem in Clamp(options.ClampLowest, options.ClampLargest))
                yield return problem;
        }

        if (options.Quantization is PoolQuantization quantization)
        {
            foreach (PoolProblem problem in Quantized(mode, activation, quantization))
                yield return problem;
        }
    }

    /// <summary>What the configuration breaks over elements with or without fractions, from a smallest to a largest byte where they are bytes.</summary>
    public static PoolProblem? Elements(PoolConfig config, bool wholeNumbers, (int Smallest, int Largest)? bytes)
    {
        if (config.Quantization is PoolQuantization quantization)
        {
            if (bytes is not (int smallest, int largest))
                return Quantization(PoolArgument.InputScale, "Quantised averages are those of byte and sbyte; the elements are others");
            return ZeroPoint(PoolArgument.InputZeroPoint, "input", quantization.InputZeroPoint, smallest, largest)
                ?? ZeroPoint(PoolArgument.OutputZeroPoint, "output", quantization.OutputZeroPoint, smallest, largest);
        }

        return !wholeNumbers ? null
            : Whole(PoolArgument.ClampLowest, "lowest", config.ClampLowest) ?? Whole(PoolArgument.ClampLargest, "largest", config.ClampLargest);
    }

    private static IEnumerable<PoolProblem> Clamp(double? lowest, double? largest)
    {
        if (lowest is null && largest is null)
            yield return Activation(PoolArgument.Activation, "The activation is Clamp without a bound; it must have ClampLowest, ClampLargest or both");
        if (lowest is double low && (double.IsNaN(low) || double.IsPositiveInfinity(low)))
            yield return Activation(PoolArgument.ClampLowest, $"The lowest number of the clamp is {PoolNumber.Text(low)}; it must be one below infinity");
        if (largest is double high && (double.IsNaN(high) || double.IsNegativeInfinity(high)))
            yield return Activation(PoolArgument.ClampLargest, $"The largest number of the clamp is {PoolNumber.Text(high)}; it must be one above negative infinity");
        if (lowest > largest)
            yield return Activation(PoolArgument.ClampLowest, $"The lowest number of the clamp is {PoolNumber.Text(lowest.Value)}; it must be at most the largest, {PoolNumber.Text(largest.Value)}");
    }

    private static IEnumerable<PoolProblem> Quantized(PoolMode mode, PoolActivation activation, PoolQuantization quantization)
    {
        if (mode != PoolMode.Average)
            yield return Quantization(PoolArgument.InputScale, $"Scales are stated for {mode}; they are those of quantised averages");
        if (activation != PoolActivation.None)
            yield return Quantization(PoolArgument.Activation, $"The quantised average has the activation {activation}; it must have none");
        if (!IsScale(quantization.InputScale))
            yield return Scale(PoolArgument.InputScale, "input", quantization.InputScale);
        if (!IsScale(quantization.OutputScale))
            yield return Scale(PoolArgument.OutputScale, "output", quantization.OutputScale);
    }

    private static bool IsScale(float scale) => scale > 0 && !float.IsPositiveInfinity(scale);

    private static PoolProblem Scale(PoolArgument argument, string side, float scale) =>
        Quantization(argument, $"The scale of the {side} is {PoolNumber.Text(scale)}; it must be above 0 and finite");

    private static PoolProblem? ZeroPoint(PoolArgument argument, string side, int zero, int smallest, int largest) => zero >= smallest && zero <= largest
        ? null
        : Quantization(argument, $"The zero point of the {side} is {Text(zero)}; it must be from {Text(smallest)} to {Text(largest)}");

    private static PoolProblem? Whole(PoolArgument argument, string end, double? bound) => bound is double stated && stated != System.Math.Floor(stated)
        ? Activation(argument, $"The {end} number of the clamp of whole numbers is {PoolNumber.Text(stated)}; it must be a whole one")
        : null;

    private static PoolProblem Activation(PoolArgument argument, string message) => new(PoolRule.Activation, argument, message);

    private static PoolProblem Quantization(PoolArgument argument, string message) => new(PoolRule.Quantization, argument, message);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
