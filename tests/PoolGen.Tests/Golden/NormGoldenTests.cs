using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Golden;

/// <summary>What PyTorch computed as Lp pooling, where that is the norm: it takes no absolute values and scales clipped windows up.</summary>
[Trait("Category", "kernels")]
public sealed class NormGoldenTests(ITestOutputHelper output)
{
    private const string Compared = "compared";
    private const string Clipped = "not compared: a clipped window, which PyTorch scales up";
    private const string Negative = "not compared: an odd power of negative elements, of which PyTorch takes no absolute values";

    [Fact]
    public void PyTorch_agrees_through_the_fallback() => Compare(Ways.FallbackOnly);

    [Fact]
    public void PyTorch_agrees_through_the_dispatcher() => Compare(Ways.WithKernels);

    private void Compare(PoolDispatcher dispatcher)
    {
        Dictionary<string, int> counts = [];
        List<string> faults = [];
        foreach (GoldenCase golden in GoldenCase.Load("torch-norms.jsonl.gz"))
        {
            float[] input = Decode(golden, golden.Input, golden.InputShape);
            bool negative = golden.P % 2 != 0 && Array.Exists(input, element => element < 0);
            string kind = Clips(golden) ? Clipped : negative ? Negative : Compared;
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (kind == Compared && Fault(golden, input, dispatcher) is string fault)
                faults.Add(fault);
        }

        foreach ((string kind, int count) in counts)
            output.WriteLine($"{count} {kind}");
        Assert.Empty(faults);
        Assert.Equal((13, 8, 6), (counts[Compared], counts[Negative], counts[Clipped]));
    }

    /// <summary>Powers of both results against the sum of powers, which is what PyTorch itself keeps to.</summary>
    private static string? Fault(GoldenCase golden, float[] input, PoolDispatcher dispatcher)
    {
        float[] expected = Decode(golden, golden.Output, golden.OutputShape), actual = new float[expected.Length];
        dispatcher.Run(golden.Config, golden.Shape, input, actual);
        double power = golden.P!.Value;
        for (int i = 0; i < expected.Length; i++)
        {
            double sum = Math.Pow(expected[i], power);
            bool near = double.IsFinite(sum) && float.IsFinite(actual[i])
                ? Math.Abs(Math.Pow(actual[i], power) - sum) <= 3e-6 * sum
                : expected[i].Equals(actual[i]);
            if (!near)
                return $"{golden.Id} {golden.Config} {golden.Shape} at {i}: expected {Same.Text(expected[i])}, got {Same.Text(actual[i])}";
        }

        return null;
    }

    private static bool Clips(GoldenCase golden) => Enumerable.Range(0, golden.Kernel.Length).Any(axis =>
        ((golden.OutputShape[axis + 2] - 1) * golden.Stride[axis]) + golden.Kernel[axis] > golden.InputShape[axis + 2]);

    private static float[] Decode(GoldenCase golden, string text, int[] shape) =>
        golden.ChannelsLast ? GoldenCase.DecodeToChannelsLast<float>(text, shape) : GoldenCase.Decode<float>(text);
}
