using System.Numerics;
using PoolGen.Tests.Golden;
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
        ["max"] = 179, ["adaptive_max"] = 43, ["max_unpool"] = 38, [Quirk] = 1,
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TensorFlow_agrees(bool kernels)
    {
        int nan = RecordedCase.Load("tensorflow-argmax.jsonl.gz").Count(recorded => recorded.HasNaN);
        Compare("tensorflow-argmax.jsonl.gz", kernels, new() { ["max_argmax"] = 38 - nan, [NaN] = nan, [Nothing] = 1 });
    }

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
        private bool IsTorch => Recorded.Op != "max_argmax";

        private PoolIndexing Indexing => IsTorch ? PoolIndexing.Plane : Recorded.IncludeBatchInIndex ? PoolIndexing.ChannelsLastWithBatch : PoolIndexing.ChannelsLast;

        public string? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Recorded.Op == "max_unpool" ? Unpool<T>() : Pool<T>();

        private string? Pool<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolConfig config = Recorded.Config(Recorded.CeilMode ?? false);
            PoolShape shape = RecordedCase.ShapeOf(Recorded.InputShape);
            T[] expected = Read<T>(Recorded.Output, Recorded.OutputShape), actual = new T[expected.Length];
            long[] places = Read<long>(Recorded.Indices, Recorded.OutputShape), found = new long[expected.Length];
            Dispatcher.RunWithIndices(config, shape, Read<T>(Recorded.Input, Recorded.InputShape), actual.AsSpan(), found.AsSpan(), Indexing);
            if (Difference(expected, actual, "output") is string wrong)
                return wrong;
            if (!ByIndices)
                return null;
            int at = expected.AsSpan().Length == 0 ? -1 : Array.FindIndex(places.Zip(found).ToArray(), pair => pair.First != pair.Second);
            if (at >= 0)
                return $"index at {at}: expected {places[at]}, got {found[at]}";
            if (Recorded.GradOutput is null)
                return null;
            T[] gradient = new T[shape.Length];
            Dispatcher.RunBackward(config, shape, Read<T>(Recorded.GradOutput, Recorded.OutputShape), (ReadOnlySpan<long>)found, gradient.AsSpan(), Indexing);
            return Difference(Read<T>(Recorded.GradInput!, Recorded.InputShape), gradient, "gradient");
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
                config, shape, Read<T>(Recorded.Input, Recorded.InputShape), (ReadOnlySpan<long>)Read<long>(Recorded.Indices, Recorded.InputShape), target.AsSpan());
            return Difference(Read<T>(Recorded.Output, Recorded.OutputShape), target, "output");
        }

        private static string? Difference<T>(T[] expected, T[] actual, string what)
            where T : unmanaged, INumber<T>
        {
            int wrong = Same.FirstDifference<T>(expected, actual, anyZero: false);
            return wrong < 0 ? null : $"{what} at {wrong}: expected {Same.Text(expected[wrong])}, got {Same.Text(actual[wrong])}";
        }

        /// <summary>PyTorch was fed channels last, but its recordings are in channels-first order.</summary>
        private T[] Read<T>(string text, int[] shape)
            where T : unmanaged => Recorded.IsChannelsLast && IsTorch ? GoldenCase.DecodeToChannelsLast<T>(text, shape) : GoldenCase.Decode<T>(text);
    }
}
