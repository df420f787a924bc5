using System.Numerics;

namespace PoolGen.Tests;

/// <summary>The norm of a window as the contract reads: powers of absolute values, summed in order from +0 on, and one root.</summary>
internal static class NormOracle
{
    /// <summary>The norm of taps that are summed so many at a time, and those sums then.</summary>
    public static T Of<T>(ReadOnlySpan<T> taps, int together, float norm)
        where T : INumber<T>
    {
        T[] magnitudes = new T[taps.Length];
        for (int i = 0; i < taps.Length; i++)
            magnitudes[i] = T.Abs(taps[i]);
        if (float.IsPositiveInfinity(norm))
            return Oracle.Largest<T>(magnitudes);

        // Halves are floats until the end.
        if (typeof(T) == typeof(double))
            return T.CreateChecked(Root(Sum(Array.ConvertAll(magnitudes, double.CreateChecked), together, value => Math.Pow(value, norm), norm), norm));
        float sum = Sum(Array.ConvertAll(magnitudes, float.CreateChecked), together, value => MathF.Pow(value, norm), norm);
        return T.CreateChecked(norm == 2 ? MathF.Sqrt(sum) : (float)Root(sum, norm));
    }

    private static T Sum<T>(T[] magnitudes, int together, Func<T, T> power, float norm)
        where T : INumber<T>
    {
        T total = T.Zero;
        foreach (T[] part in magnitudes.Chunk(together))
        {
            T sum = T.Zero;
            foreach (T value in part)
                sum += norm <= 8 && norm == MathF.Floor(norm) ? Multiplied(value, (int)norm) : power(value);
            total += sum;
        }

        return total;
    }

    /// <summary>Squares from left to right, then the value itself where the power is odd.</summary>
    private static T Multiplied<T>(T value, int power)
        where T : INumber<T>
    {
        T square = value * value, product = power > 1 ? square : value;
        for (int taken = 2; taken + 1 < power; taken += 2)
            product *= square;
        return power > 1 && power % 2 == 1 ? product * value : product;
    }

    private static double Root(double sum, float norm) => norm switch
    {
        1 => sum,
        2 => Math.Sqrt(sum),
        3 => NearestCubeRoot.Of(sum),
        _ => Math.Pow(sum, 1.0 / norm),
    };
}
