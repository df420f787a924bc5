using System.Runtime.InteropServices;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Comparison;

/// <summary>Decides whether two results agree.</summary>
internal static class Agreement
{
    /// <summary>The largest difference from ONNX Runtime's averages, as a share of the mean magnitude in the window; it sums in another order.</summary>
    private const double AverageTolerance = 1e-6;

    /// <summary>Equal bits, or both NaN, or, for max, both zero: what every engine of this project owes.</summary>
    public static void Same(Workload workload, string engine, string reference, ReadOnlySpan<float> expected, ReadOnlySpan<float> found)
    {
        if (MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(found)))
            return;

        bool max = workload.Config.Mode == PoolMode.Max;
        for (int index = 0; index < expected.Length; index++)
        {
            float left = expected[index], right = found[index];
            bool same = BitConverter.SingleToUInt32Bits(left) == BitConverter.SingleToUInt32Bits(right)
                || (float.IsNaN(left) && float.IsNaN(right))
                || (max && left == 0 && right == 0);
            if (!same)
                throw new DisagreementException(workload, engine, reference, index, left, right);
        }
    }

    /// <summary>Equal numbers for max; for averages within <see cref="AverageTolerance"/> of the mean magnitude of the window.</summary>
    public static void Close(
        Workload workload, string engine, string reference, ReadOnlySpan<float> expected, ReadOnlySpan<float> magnitudes, ReadOnlySpan<float> found)
    {
        bool max = workload.Config.Mode == PoolMode.Max;
        for (int index = 0; index < expected.Length; index++)
        {
            double allowed = max ? 0 : AverageTolerance * magnitudes[index];
            if (!(Math.Abs((double)expected[index] - found[index]) <= allowed))
                throw new DisagreementException(workload, engine, reference, index, expected[index], found[index]);
        }
    }
}
