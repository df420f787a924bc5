using System.Runtime.Intrinsics;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>Halves in vectors against the conversions of .NET: every half on its way out of memory, and floats around every half on their way back.</summary>
[Trait("Category", "kernels")]
public sealed class HalfConversionTests
{
    private const int Halves = 1 << 16;
    private const int Lanes = 8;

    [Fact]
    public void Every_half_is_read_exactly()
    {
        short[] bits = [.. Enumerable.Range(0, Halves).Select(value => (short)value)];
        for (int start = 0; start < Halves; start += Lanes)
        {
            float[] read = new float[Lanes];
            Read(bits.AsSpan(start, Lanes), read);
            for (int lane = 0; lane < Lanes; lane++)
            {
                float expected = (float)BitConverter.Int16BitsToHalf(bits[start + lane]);
                Assert.True(
                    float.IsNaN(expected) ? float.IsNaN(read[lane]) : BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(read[lane]),
                    $"0x{bits[start + lane]:X4}: expected {expected:R}, got {read[lane]:R}");
                Assert.Equal(expected, HalfLanes.Load(ref bits[0], (nuint)(start + lane)));
            }
        }
    }

    [Fact]
    public void Every_half_and_the_floats_around_it_and_half_way_to_the_next_are_written_to_the_nearest()
    {
        List<float> floats = [float.NaN, -float.NaN, BitConverter.UInt32BitsToSingle(0x7F800001), BitConverter.UInt32BitsToSingle(0xFFFFFFFF), float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon];
        for (int value = 0; value < Halves; value++)
        {
            float half = (float)BitConverter.UInt16BitsToHalf((ushort)value), next = (float)BitConverter.UInt16BitsToHalf((ushort)(value + 1));
            float middle = half + ((next - half) / 2);
            floats.AddRange([half, float.BitIncrement(half), float.BitDecrement(half), middle, float.BitIncrement(middle), float.BitDecrement(middle)]);
        }

        CheckWritten(floats);
    }

    [Fact]
    public void Any_float_is_written_to_the_nearest_half()
    {
        Random random = new(5);
        CheckWritten([.. Enumerable.Range(0, 1_000_000).Select(_ => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)))]);

        // Around the exponents of halves, where the others are one in ten.
        CheckWritten([.. Enumerable.Range(0, 1_000_000).Select(_ => (float)((random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-28, 20))))]);
    }

    private static void CheckWritten(List<float> floats)
    {
        while (floats.Count % Lanes != 0)
            floats.Add(1);
        short[] written = new short[Lanes];
        for (int start = 0; start < floats.Count; start += Lanes)
        {
            float[] values = [.. floats.GetRange(start, Lanes)];
            Write(values, written);
            for (int lane = 0; lane < Lanes; lane++)
            {
                // Sums and averages are never -0.
                Half expected = (Half)values[lane] + Half.Zero, actual = BitConverter.Int16BitsToHalf(written[lane]);
                Assert.True(
                    Half.IsNaN(expected) ? Half.IsNaN(actual) : BitConverter.HalfToInt16Bits(expected) == written[lane],
                    $"{values[lane]:R} (0x{BitConverter.SingleToInt32Bits(values[lane]):X8}): expected {expected}, got {actual}");
            }
        }
    }

    /// <summary>Through the widest vectors that this process has, as kernels do.</summary>
    private static void Read(Span<short> bits, Span<float> read)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            HalfLanes.Load256(ref bits[0], 0).CopyTo(read);
            return;
        }

        HalfLanes.Load128(ref bits[0], 0).CopyTo(read);
        HalfLanes.Load128(ref bits[0], 4).CopyTo(read[4..]);
    }

    private static void Write(Span<float> values, Span<short> bits)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            HalfLanes.Store256(Vector256.Create<float>(values), ref bits[0], 0);
            return;
        }

        HalfLanes.Store128(Vector128.Create<float>(values), ref bits[0], 0);
        HalfLanes.Store128(Vector128.Create<float>(values[4..]), ref bits[0], 4);
    }
}
