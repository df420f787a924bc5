using System.Numerics;

namespace PoolGen;

/// <summary>The quantised average of bytes: their exact sum above the zero point, and one formula at its end.</summary>
internal readonly struct QuantizedMean<T>(PoolQuantization quantization) : IFallbackRule<T, long>
    where T : INumber<T>
{
    public int Lanes => 1;

    public long Load(ref T source) => long.CreateTruncating(source) - quantization.InputZeroPoint;

    public long Take(long sum, long tap) => sum + tap;

    public long End(long sum, long divisor) =>
        Quantized.Of<T>(sum, divisor, quantization.InputScale, quantization.OutputScale, quantization.OutputZeroPoint);

    public void Store(long ended, ref T target) => target = T.CreateTruncating(ended);
}
