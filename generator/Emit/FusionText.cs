using System.Collections.Generic;
using System.Globalization;

namespace PoolGen.Generator.Emit;

/// <summary>Writes what a configuration does beside pooling: as options, and in words.</summary>
internal static class FusionText
{
    /// <summary>The options of the configuration.</summary>
    public static IEnumerable<string> Options(PoolConfig config)
    {
        if (config.Activation != PoolActivation.None)
            yield return $"Activation = PoolActivation.{config.Activation}";
        if (config.ActivationStage != PoolStage.After)
            yield return $"ActivationStage = PoolStage.{config.ActivationStage}";
        if (config.Activation == PoolActivation.Clamp && config.ClampLowest is double lowest)
            yield return $"ClampLowest = {NumberText.Of(lowest)}";
        if (config.ClampLargest is double largest)
            yield return $"ClampLargest = {NumberText.Of(largest)}";
        if (config.Quantization is PoolQuantization quantization)
        {
            yield return $"Quantization = new PoolQuantization {{ InputScale = {NumberText.Of(quantization.InputScale)}, InputZeroPoint = {Text(quantization.InputZeroPoint)}, "
                + $"OutputScale = {NumberText.Of(quantization.OutputScale)}, OutputZeroPoint = {Text(quantization.OutputZeroPoint)} }}";
        }
    }

    /// <summary>What the configuration does beside pooling, in words.</summary>
    public static IEnumerable<string> Words(PoolConfig config)
    {
        if (config.Activation != PoolActivation.None)
        {
            string bounds = config.Activation == PoolActivation.Relu ? "at least 0"
                : string.Join(" and ", Bounds(config));
            yield return $"{(config.ActivationStage == PoolStage.Before ? "elements" : "results")} {bounds}";
        }

        if (config.Quantization is PoolQuantization quantization)
        {
            yield return $"bytes from zero point {Text(quantization.InputZeroPoint)} in steps of {PoolNumber.Text(quantization.InputScale)} "
                + $"to zero point {Text(quantization.OutputZeroPoint)} in steps of {PoolNumber.Text(quantization.OutputScale)}";
        }
    }

    private static IEnumerable<string> Bounds(PoolConfig config)
    {
        if (config.ClampLowest is double lowest)
            yield return $"at least {PoolNumber.Text(lowest)}";
        if (config.ClampLargest is double largest)
            yield return $"at most {PoolNumber.Text(largest)}";
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
