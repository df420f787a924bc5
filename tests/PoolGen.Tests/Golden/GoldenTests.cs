using System.Numerics;
using PoolGen.Tests.Kernels;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Golden;

/// <summary>What PyTorch and TensorFlow.js computed, computed again through the fallback, the dispatcher and generated kernels.</summary>
[Trait("Category", "kernels")]
public sealed class GoldenTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<GoldenCase>> Torch = new(() => GoldenCase.Load("torch.jsonl.gz"));
    private static readonly Lazy<IReadOnlyList<GoldenCase>> TensorFlow = new(() => GoldenCase.Load("tensorflow.jsonl.gz"));

    /// <summary>Something that pools; false where it has no kernel for the case.</summary>
    private delegate bool Engine<T>(PoolConfig config, PoolShape shape, T[] input, Span<T> output);

    [Fact]
    public void PyTorch_agrees_through_the_fallback() => CompareTorch(Fallback, Fallback, cases: 325);

    [Fact]
    public void PyTorch_agrees_through_the_dispatcher() => CompareTorch(Dispatcher, Dispatcher, cases: 325);

    [Fact]
    public void PyTorch_agrees_through_generated_kernels() => CompareTorch(Direct, Direct, cases: 325);

    [Fact]
    public void TensorFlow_agrees_through_the_fallback() => CompareTensorFlow(Fallback, maxima: 66, averages: 69, withoutKernel: 0);

    [Fact]
    public void TensorFlow_agrees_through_the_dispatcher() => CompareTensorFlow(Dispatcher, maxima: 66, averages: 69, withoutKernel: 0);

    [Fact]
    public void TensorFlow_agrees_through_generated_kernels() => CompareTensorFlow(Direct, maxima: 36, averages: 29, withoutKernel: 71);

    private static bool Fallback<T>(PoolConfig config, PoolShape shape, T[] input, Span<T> pooled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Ways.FallbackOnly.Run(config, shape, input, pooled);
        return true;
    }

    private static bool Dispatcher<T>(PoolConfig config, PoolShape shape, T[] input, Span<T> pooled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Ways.WithKernels.Run(config, shape, input, pooled);
        return true;
    }

    private static bool Direct<T>(PoolConfig config, PoolShape shape, T[] input, Span<T> pooled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PoolKernel<T>? kernel = TestKernels.For<T>(config, shape).FirstOrDefault(kernel => kernel.FixedShape == default);
        kernel?.Run(input, pooled, shape);
        return kernel is not null;
    }

    private void CompareTorch(Engine<float> single, Engine<double> @double, int cases)
    {
        List<string> faults = [];
        int compared = 0;
        foreach (GoldenCase golden in Torch.Value)
        {
            (bool done, string? fault) = golden.IsDouble ? TorchFault(golden, @double) : TorchFault(golden, single);
            compared += done ? 1 : 0;
            if (fault is not null)
                faults.Add(fault);
        }

        output.WriteLine($"{compared} of {Torch.Value.Count} cases compared");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
        Assert.Equal(cases, compared);
        Assert.Equal(cases, Torch.Value.Count);
    }

    private static (bool Done, string? Fault) TorchFault<T>(GoldenCase golden, Engine<T> engine)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // PyTorch was fed channels last, but all recordings are in channels-first order.
        T[] input = golden.ChannelsLast ? GoldenCase.DecodeToChannelsLast<T>(golden.Input, golden.InputShape) : GoldenCase.Decode<T>(golden.Input);
        T[] expected = golden.ChannelsLast ? GoldenCase.DecodeToChannelsLast<T>(golden.Output, golden.OutputShape) : GoldenCase.Decode<T>(golden.Output);
        T[] actual = new T[expected.Length];
        if (!engine(golden.Config, golden.Shape, input, actual))
            return (false, null);

        // PyTorch's contiguous averages add the quotient to +0; its channels-last ones do not and can return -0, which the contract rules out.
        bool anyZero = golden.Config.Mode == PoolMode.Max || golden.ChannelsLast;
        int wrong = Same.FirstDifference<T>(expected, actual, anyZero);
        if (wrong >= 0)
            return (true, $"{golden.Id} {golden.Config} {golden.Shape} at {wrong}: expected {Same.Text(expected[wrong])}, got {Same.Text(actual[wrong])}");
        int minusZero = golden.Config.Mode == PoolMode.Average ? Array.FindIndex(actual, value => T.IsZero(value) && T.IsNegative(value)) : -1;
        return (true, minusZero < 0 ? null : $"{golden.Id} {golden.Config} {golden.Shape} at {minusZero}: -0");
    }

    private void CompareTensorFlow(Engine<float> engine, int maxima, int averages, int withoutKernel)
    {
        List<string> faults = [];
        Dictionary<string, int> counts = [];
        foreach (GoldenCase golden in TensorFlow.Value)
        {
            (string kind, string? fault) = TensorFlowFault(golden, engine);
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (fault is not null)
                faults.Add(fault);
        }

        foreach ((string kind, int count) in counts)
            output.WriteLine($"{count} {kind}");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
        Assert.Equal(maxima, counts["maxima compared"]);
        Assert.Equal(averages, counts["averages compared"]);
        Assert.Equal(withoutKernel, counts.GetValueOrDefault(NoKernel));
        Assert.Equal(TensorFlow.Value.Count, counts.Values.Sum());
    }

    private const string NoKernel = "not compared: no kernel of the set has the configuration";

    private static (string Kind, string? Fault) TensorFlowFault(GoldenCase golden, Engine<float> engine)
    {
        if (golden.HasNaN)
            return ("not compared: a NaN, which TensorFlow.js skips in maxima", null);

        float[] input = GoldenCase.Decode<float>(golden.Input);
        float[] expected = GoldenCase.Decode<float>(golden.Output);
        float[] actual = new float[expected.Length];
        if (!engine(golden.Config, golden.Shape, input, actual))
            return (NoKernel, null);

        string where = $"{golden.Id} {golden.Config} {golden.Shape}";
        if (golden.Config.Mode == PoolMode.Max)
        {
            int wrong = Same.FirstDifference<float>(expected, actual, anyZero: true);
            return ("maxima compared", wrong < 0 ? null : $"{where} at {wrong}: expected {Same.Text(expected[wrong])}, got {Same.Text(actual[wrong])}");
        }

        // It sums in double precision: where a sum of floats overflows there is nothing to compare.
        float[] magnitude = Oracle.Pool<float>(golden.Config, golden.Shape, Array.ConvertAll(input, MathF.Abs));
        if (Array.TrueForAll(input, float.IsFinite) && !Array.TrueForAll(magnitude, float.IsFinite))
            return ("not compared: a sum overflows in float", null);

        for (int i = 0; i < expected.Length; i++)
        {
            bool near = float.IsFinite(expected[i]) ? Math.Abs((double)expected[i] - actual[i]) <= 1e-6 * magnitude[i] : expected[i].Equals(actual[i]);
            if (!near)
                return ("averages compared", $"{where} at {i}: expected {Same.Text(expected[i])}, got {Same.Text(actual[i])}");
        }

        return ("averages compared", null);
    }
}
