using System.Numerics;

namespace PoolGen.Tests;

/// <summary>What a configuration does beside pooling, as the contract reads.</summary>
internal static class FusionOracle
{
    /// <summary>Clamps taps, where that comes first.</summary>
    public static void Before<T>(PoolConfig config, Span<T> taps)
        where T : INumber<T>
    {
        for (int i = 0; config.ActivationStage == PoolStage.Before && i < taps.Length; i++)
            taps[i] = Clamped(config, taps[i]);
    }

    /// <summary>Clamps a result, where that comes last.</summary>
    public static T After<T>(PoolConfig config, T result)
        where T : INumber<T> => config.ActivationStage == PoolStage.After ? Clamped(config, result) : result;

    /// <summary>The byte of an exact sum above the zero point: dequantised, divided, quantised.</summary>
    public static int Quantized<T>(PoolQuantization quantization, long sum, int divisor)
        where T : INumber<T>
    {
        float mean = sum * quantization.InputScale / divisor;
        float place = mean / quantization.OutputScale;
        double steps = Math.Round((double)(float)(place + quantization.OutputZeroPoint), MidpointRounding.ToEven);
        return typeof(T) == typeof(byte) ? (int)Math.Clamp(steps, 0, 255) : (int)Math.Clamp(steps, -128, 127);
    }

    private static T Clamped<T>(PoolConfig config, T number)
        where T : INumber<T>
    {
        if (config.ClampLowest is double lowest && T.CreateSaturating(lowest) is T low && number <= low)
            return low;
        return config.ClampLargest is double largest && T.CreateSaturating(largest) is T high && number >= high ? high : number;
    }
}
