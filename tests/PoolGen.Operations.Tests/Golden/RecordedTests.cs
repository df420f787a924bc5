using System.Numerics;
using PoolGen.Operations.Tests.Gradients;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests.Golden;

/// <summary>What PyTorch and TensorFlow.js computed with indices, computed again through the generic loops and through generated kernels.</summary>
[Trait("Category", "kernels")]
public sealed class RecordedTests(ITestOutputHelper output)
{
    private const string Quirk = "values only: PyTorch's own indices are wrong";
    private const string NoConfig = "not compared: no configuration pools the output's shape to the input's";
    private const string Nothing = "not compared: a window of -inf only, in which TensorFlow.js finds nothing";
    private const string NaN = "not compared: a NaN, which TensorFlow.js skips";

    private static readonly PoolDispatcher FallbackOnly = new([]);
    private static readonly PoolDispatcher WithKernels = new(RecordedPools.Kernels);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PyTorch_agrees(bool kernels) => Compare("torch-indices.jsonl.gz", kernels, new()
    {
        ["max"] = 185, ["adaptive_max"] = 44, ["max_unpool"] = 38, [Quirk] = 1,
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TensorFlow_agrees(bool kernels)
    {
        int nan = RecordedCase.Load("tensorflow-argmax.jsonl.gz").Count(recorded => recorded.HasNaN);
        Compare("tensorflow-argmax.jsonl.gz", kernels, new() { ["max_argmax"] = 38 - nan, [NaN] = nan, [Nothing] = 1 });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TensorFlow_agrees_on_gradients(bool kernels) => Compare("tensorflow-gradients.jsonl.gz", kernels, new() { ["max"] = 6, ["avg"] = 4 });

    private void Compare(string file, bool kernels, Dictionary<string, int> expected)
    {
        List<string> faults = [];
        Dictionary<string, int> counts = [];
        foreach (RecordedCase recorded in RecordedCase.Load(file))
        {
            string kind = recorded.HasNaN ? NaN : !recorded.FindsEverything ? Nothing : !recorded.IsPossible ? NoConfig : recorded.Tags?.Contains("quirk-index", StringComparison.Ordinal) == true ? Quirk : recorded.Op;
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (kind is not (NaN or Nothing or NoConfig) && ElementTypes.Visit(recorded.Element, new Comparison(recorded, kernels ? WithKernels : FallbackOnly, kind != Quirk)) is string fault)
                faults.Add($"{recorded.Id}: {fault}");
        }

        foreach ((string kind, int count) in counts)
            output.WriteLine($"{count} {kind}");
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Take(10))}");
        Assert.Equal(expected.OrderBy(pair => pair.Key), counts.OrderBy(pair => pair.Key));
    }

    private sealed record Comparison(RecordedCase Recorded, PoolDispatcher Dispatcher, bool ByIndices) : IElementVisitor<string?>
    {
        private PoolIndexing Indexing => Recorded.Op != "max_argmax" ? PoolIndexing.Plane : Recorded.IncludeBatchInIndex == true ? PoolIndexing.ChannelsLastWithBatch : PoolIndexing.ChannelsLast;

        public string? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Recorded.Op == "max_unpool" ? Unpool<T>() : Recorded.IsAverage ? Average<T>() : Pool<T>();

        private string? Pool<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolConfig config = Recorded.Config(Recorded.CeilMode ?? false);
            PoolShape shape = RecordedCase.ShapeOf(Recorded.InputShape);
            T[] expected = Recorded.Elements<T>(Recorded.Output, Recorded.OutputShape), actual = new T[expected.Length];
            long[] found = new long[expected.Length], places = Recorded.Indices is null ? found : Recorded.Elements<long>(Recorded.Indices, Recorded.OutputShape);
            Dispatcher.RunWithIndices(config, shape, Recorded.Elements<T>(Recorded.Input, Recorded.InputShape), actual.AsSpan(), found.AsSpan(), Indexing);
            if (Difference(expected, actual, "output") is string wrong)
                return wrong;
            if (!ByIndices)
                return null;
            int at = expected.AsSpan().Length == 0 ? -1 : Array.FindIndex(places.Zip(found).ToArray(), pair => pair.First != pair.Second);
            if (at >= 0)
                return $"index at {at}: expected {places[at]}, got {found[at]}";
            if (Recorded.GradOutput is null)
                return null;
            T[] outputs = Recorded.Elements<T>(Recorded.GradOutput, Recorded.OutputShape), gradient = new T[shape.Length];
            Dispatcher.RunBackward(config, shape, outputs, (ReadOnlySpan<long>)found, gradient.AsSpan(), Indexing);
            return Gradient(gradient, IndexOracle.Scatter<T>(config, shape, Array.ConvertAll(outputs, T.Abs), found, Indexing, adds: true));
        }

        private string? Average<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolConfig config = Recorded.Config(Recorded.CeilMode ?? false);
            PoolShape shape = RecordedCase.ShapeOf(Recorded.InputShape);
            T[] outputs = Recorded.Elements<T>(Recorded.GradOutput!, Recorded.OutputShape), gradient = new T[shape.Length];
            Dispatcher.RunBackward<T>(config, shape, outputs, gradient);
            return Gradient(gradient, GradientOracle.Of<T>(config, shape, Array.ConvertAll(outputs, T.Abs)));
        }

        /// <summary>Every bit of PyTorch's gradients; those of TensorFlow.js, which adds in double precision, by the sum of magnitudes.</summary>
        private string? Gradient<T>(T[] actual, T[] magnitudes)
            where T : unmanaged, INumber<T>
        {
            T[] expected = Recorded.Elements<T>(Recorded.GradInput!, Recorded.InputShape);
            if (Recorded.IsTorch)
                return Difference(expected, actual, "gradient");
            int wrong = Array.FindIndex(
                [.. Enumerable.Range(0, actual.Length)], at => double.CreateChecked(T.Abs(expected[at] - actual[at])) > 1e-6 * double.CreateChecked(magnitudes[at]));
            return wrong < 0 ? null : $"gradient at {wrong}: expected {Same.Text(expected[wrong])}, got {Same.Text(actual[wrong])}";
        }

        private string? Unpool<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            // A size below the default one is that of a map which was pooled in ceil mode.
            PoolShape pooled = RecordedCase.ShapeOf(Recorded.InputShape), shape = RecordedCase.ShapeOf(Recorded.OutputShape);
            PoolConfig config = Recorded.Config(ceilMode: false);
            if (Recorded.OutputSize is null && config.UnpooledShape(pooled) != shape)
                return $"unpooled shape: expected {shape}, got {config.UnpooledShape(pooled)}";
            if (!RecordedCase.Pools(config, shape, pooled))
                config = Recorded.Config(ceilMode: true);
            T[] target = new T[shape.Length];
            Dispatcher.Unpool(
                config, shape, Recorded.Elements<T>(Recorded.Input, Recorded.InputShape), (ReadOnlySpan<long>)Recorded.Elements<long>(Recorded.Indices!, Recorded.InputShape), target.AsSpan());
            return Difference(Recorded.Elements<T>(Recorded.Output, Recorded.OutputShape), target, "output");
        }

        private static string? Difference<T>(T[] expected, T[] actual, string what)
            where T : unmanaged, INumber<T>
        {
            int wrong = Same.FirstDifference<T>(expected, actual, anyZero: false);
            return wrong < 0 ? null : $"{what} at {wrong}: expected {Same.Text(expected[wrong])}, got {Same.Text(actual[wrong])}";
        }
    }
}
