namespace PoolGen;

/// <summary>What compiler and run time agree on about the powers of a norm.</summary>
internal static class PoolNorm
{
    private const int MostMultiplied = 8;

    /// <summary>Whether a power is taken by multiplication: squares from left to right, then the value itself where the power is odd.</summary>
    public static bool Multiplies(float power) => power <= MostMultiplied && power == (int)power;
}
