using System.Numerics;
using PoolGen.Tests.Kernels;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Golden;

/// <summary>What PyTorch and TensorFlow.js computed, computed again through the fallback, the dispatcher and generated kernels.</summary>
[Trait("Category", "kernels")]
public sealed class GoldenTests(ITestOutputHelper output)
{
    private const int TorchCases = 384;

    private static readonly Lazy<IReadOnlyList<GoldenCase>> Torch = new(() => [.. GoldenCase.Load("torch.jsonl.gz"), .. GoldenCase.Load("torch-types.jsonl.gz")]);
    private static readonly Lazy<IReadOnlyList<GoldenCase>> TensorFlow = new(() => GoldenCase.Load("tensorflow.jsonl.gz"));

    /// <summary>Something that pools; false where it has no kernel for the case.</summary>
    private interface IEngine
    {
        bool Pool<T>(PoolConfig config, PoolShape shape, T[] input, Span<T> output)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>;
    }

    [Fact]
    public void PyTorch_agrees_through_the_fallback() => CompareTorch(new Dispatched(Ways.FallbackOnly));

    [Fact]
    public void PyTorch_agrees_through_the_dispatcher() => CompareTorch(new Dispatched(Ways.WithKernels));

    [Fact]
    public void PyTorch_agrees_through_generated_kernels() => CompareTorch(new Direct());

    [Fact]
    public void TensorFlow_agrees_through_the_fallback() => CompareTensorFlow(new Dispatched(Ways.FallbackOnly), maxima: 66, averages: 69, withoutKernel: 0);

    [Fact]
    public void TensorFlow_agrees_through_the_dispatcher() => CompareTensorFlow(new Dispatched(Ways.WithKernels), maxima: 66, averages: 69, withoutKernel: 0);

    [Fact]
    public void TensorFlow_agrees_through_generated_kernels() => CompareTensorFlow(new Direct(), maxima: 36, averages: 29, withoutKernel: 71);

    [Fact]
    public void TensorFlow_agrees_with_automatic_padding() =>
        CompareTensorFlow(new Dispatched(Ways.WithKernels), maxima: 31, averages: 24, withoutKernel: 0, Automatic(TensorFlow.Value));

    /// <summary>The cases that asked for "same", with padding left to the shape as they did.</summary>
    private static IReadOnlyList<GoldenCase> Automatic(IReadOnlyList<GoldenCase> cases) =>
    [
        .. from golden in cases
           where golden.Pad == "same"
           select golden with { LeavesPadding = true },
    ];

    private void CompareTorch(IEngine engine)
    {
        List<string> faults = [];
        int compared = 0;
        foreach (GoldenCase golden in Torch.Value)
        {
            (bool done, string? fault) = ElementTypes.Visit(golden.Element, new TorchCase(golden, engine));
            compared += done ? 1 : 0;
            if (fault is not null)
                faults.Add(fault);
        }

        output.WriteLine($"{compared} of {Torch.Value.Count} cases compared");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
        Assert.Equal(TorchCases, compared);
        Assert.Equal(TorchCases, Torch.Value.Count);
    }

    private static (bool Done, string? Fault) TorchFault<T>(GoldenCase golden, IEngine engine)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        // PyTorch was fed channels last, but all recordings are in channels-first order.
        T[] input = golden.ChannelsLast ? GoldenCase.DecodeToChannelsLast<T>(golden.Input, golden.InputShape) : GoldenCase.Decode<T>(golden.Input);
        T[] expected = golden.ChannelsLast ? GoldenCase.DecodeToChannelsLast<T>(golden.Output, golden.OutputShape) : GoldenCase.Decode<T>(golden.Output);
        T[] actual = new T[expected.Length];
        if (!engine.Pool(golden.Config, golden.Shape, input, actual))
            return (false, null);

        // PyTorch's contiguous averages add the quotient to +0; its channels-last ones do not and can return -0, which the contract rules out.
        bool anyZero = golden.Config.Mode == PoolMode.Max || golden.ChannelsLast;
        int wrong = Same.FirstDifference<T>(expected, actual, anyZero);
        if (wrong >= 0)
            return (true, $"{golden.Id} {golden.Config} {golden.Shape} at {wrong}: expected {Same.Text(expected[wrong])}, got {Same.Text(actual[wrong])}");
        int minusZero = golden.Config.Mode == PoolMode.Average ? Array.FindIndex(actual, value => T.IsZero(value) && T.IsNegative(value)) : -1;
        return (true, minusZero < 0 ? null : $"{golden.Id} {golden.Config} {golden.Shape} at {minusZero}: -0");
    }

    private void CompareTensorFlow(IEngine engine, int maxima, int averages, int withoutKernel, IReadOnlyList<GoldenCase>? cases = null)
    {
        cases ??= TensorFlow.Value;
        List<string> faults = [];
        Dictionary<string, int> counts = [];
        foreach (GoldenCase golden in cases)
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
        Assert.Equal(cases.Count, counts.Values.Sum());
    }

    private const string NoKernel = "not compared: no kernel of the set has the configuration";

    private static (string Kind, string? Fault) TensorFlowFault(GoldenCase golden, IEngine engine)
    {
        if (golden.HasNaN)
            return ("not compared: a NaN, which TensorFlow.js skips in maxima", null);

        float[] input = GoldenCase.Decode<float>(golden.Input);
        float[] expected = GoldenCase.Decode<float>(golden.Output);
        float[] actual = new float[expected.Length];
        if (!engine.Pool(golden.Config, golden.Shape, input, actual))
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

    private sealed record TorchCase(GoldenCase Golden, IEngine Engine) : IElementVisitor<(bool Done, string? Fault)>
    {
        public (bool Done, string? Fault) Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => TorchFault<T>(Golden, Engine);
    }

    private sealed class Dispatched(PoolDispatcher dispatcher) : IEngine
    {
        public bool Pool<T>(PoolConfig config, PoolShape shape, T[] input, Span<T> output)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            dispatcher.Run(config, shape, input, output);
            return true;
        }
    }

    private sealed class Direct : IEngine
    {
        public bool Pool<T>(PoolConfig config, PoolShape shape, T[] input, Span<T> output)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolKernel<T>? kernel = TestKernels.For<T>(config, shape).FirstOrDefault(kernel => kernel.FixedShape == default);
            kernel?.Run(input, output, shape);
            return kernel is not null;
        }
    }
}
