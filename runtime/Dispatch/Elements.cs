using System.Numerics;

namespace PoolGen;

/// <summary>What the dispatcher and the fallback need to know of an element type.</summary>
internal static class Elements<T>
    where T : INumber<T>
{
    /// <summary>Whether the type has no fractions.</summary>
    public static readonly bool AreWhole = T.IsZero(T.One / (T.One + T.One));

    /// <summary>The ends of the range where elements are bytes.</summary>
    public static (int Smallest, int Largest)? Bytes => typeof(T) == typeof(byte) ? (byte.MinValue, byte.MaxValue)
        : typeof(T) == typeof(sbyte) ? (sbyte.MinValue, sbyte.MaxValue)
        : null;
}
