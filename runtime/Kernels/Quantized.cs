using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PoolGen;

/// <summary>
/// The end of a quantised average: <c>round(sum * input scale / divisor / output scale + zero point)</c> in <see cref="float"/>, halves to
/// even, and the nearest end of the bytes' range where there is no such byte. Generated code calls this.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Quantized
{
    /// <summary>The byte of an exact sum.</summary>
    public static int Of<T>(long sum, long divisor, float inputScale, float outputScale, int zeroPoint)
    {
        float steps = MathF.Round((sum * inputScale / divisor / outputScale) + zeroPoint);
        return (int)Math.Clamp(steps, Smallest<T>(), Largest<T>());
    }

    /// <summary>The bytes of exact sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Of<T>(Vector128<int> sum, Vector128<int> divisor, float inputScale, float outputScale, int zeroPoint)
    {
        Vector128<float> mean = Vector128.ConvertToSingle(sum) * Vector128.Create(inputScale) / Vector128.ConvertToSingle(divisor);
        Vector128<float> steps = Vector128.Round((mean / Vector128.Create(outputScale)) + Vector128.Create((float)zeroPoint));
        return Vector128.ConvertToInt32(Vector128.Min(Vector128.Max(steps, Vector128.Create(Smallest<T>())), Vector128.Create(Largest<T>())));
    }

    /// <summary>The bytes of exact sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Of<T>(Vector256<int> sum, Vector256<int> divisor, float inputScale, float outputScale, int zeroPoint)
    {
        Vector256<float> mean = Vector256.ConvertToSingle(sum) * Vector256.Create(inputScale) / Vector256.ConvertToSingle(divisor);
        Vector256<float> steps = Vector256.Round((mean / Vector256.Create(outputScale)) + Vector256.Create((float)zeroPoint));
        return Vector256.ConvertToInt32(Vector256.Min(Vector256.Max(steps, Vector256.Create(Smallest<T>())), Vector256.Create(Largest<T>())));
    }

    private static float Smallest<T>() => typeof(T) == typeof(sbyte) ? sbyte.MinValue : byte.MinValue;

    private static float Largest<T>() => typeof(T) == typeof(sbyte) ? sbyte.MaxValue : byte.MaxValue;
}
