using System.Numerics;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Golden;

/// <summary>What PyTorch's adaptive pooling computed: maxima to the bit, averages within the difference that its own layouts have.</summary>
[Trait("Category", "kernels")]
public sealed class AdaptiveGoldenTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<GoldenCase>> Cases = new(() => GoldenCase.Load("torch-adaptive.jsonl.gz"));

    [Fact]
    public void PyTorch_agrees_through_the_fallback() => Compare(Ways.FallbackOnly);

    [Fact]
    public void PyTorch_agrees_through_generated_kernels() => Compare(Ways.WithKernels);

    private void Compare(PoolDispatcher dispatcher)
    {
        List<string> faults = [];
        int overflows = 0, maxima = 0, averages = 0;
        foreach (GoldenCase golden in Cases.Value)
        {
            if (golden.Tags.Contains("overflow", StringComparison.Ordinal))
            {
                overflows++;
                continue;
            }

            if (ElementTypes.Visit(golden.Element, new OneCase(golden, dispatcher)) is string fault)
                faults.Add(fault);
            maxima += golden.Config.Mode == PoolMode.Max ? 1 : 0;
            averages += golden.Config.Mode == PoolMode.Average ? 1 : 0;
        }

        output.WriteLine($"{maxima} maxima and {averages} averages compared; {overflows} sums overflow in some order and are not");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
        Assert.Equal((53, 65, 0), (maxima, averages, overflows));
    }

    private static string? Fault<T>(GoldenCase golden, PoolDispatcher dispatcher)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        T[] input = golden.ChannelsLast ? GoldenCase.DecodeToChannelsLast<T>(golden.Input, golden.InputShape) : GoldenCase.Decode<T>(golden.Input);
        T[] expected = golden.ChannelsLast ? GoldenCase.DecodeToChannelsLast<T>(golden.Output, golden.OutputShape) : GoldenCase.Decode<T>(golden.Output);
        T[] actual = new T[expected.Length];
        dispatcher.Run(golden.Config, golden.Shape, input, actual);

        // Magnitudes in double, so that none of them overflows.
        double[] magnitude = Oracle.Pool<double>(golden.Config, golden.Shape, Array.ConvertAll(input, value => Math.Abs(double.CreateChecked(value))));
        int wrong = golden.Config.Mode == PoolMode.Max
            ? Same.FirstDifference<T>(expected, actual, anyZero: true)
            : Enumerable.Range(0, expected.Length).FirstOrDefault(index => !Near(expected[index], actual[index], magnitude[index]), -1);
        return wrong < 0 ? null : $"{golden.Id} {golden.Config} {golden.Shape} at {wrong}: expected {Same.Text(expected[wrong])}, got {Same.Text(actual[wrong])}";
    }

    private static bool Near<T>(T expected, T actual, double magnitude)
        where T : unmanaged, INumber<T>
    {
        double wanted = double.CreateChecked(expected), found = double.CreateChecked(actual);
        if (!double.IsFinite(wanted))
            return wanted.Equals(found);

        // PyTorch divides by each extent in turn: below the normal numbers every division rounds to the grid once more. Halves are rounded after the sum.
        double rounding = typeof(T) == typeof(Half) ? (double)(Half.BitIncrement((Half)Math.Abs(wanted)) - (Half)Math.Abs(wanted))
            : typeof(T) == typeof(float) ? float.Epsilon : double.Epsilon;
        return Math.Abs(wanted - found) <= rounding + ((typeof(T) == typeof(double) ? 1e-14 : 1e-6) * magnitude);
    }

    private sealed record OneCase(GoldenCase Golden, PoolDispatcher Dispatcher) : IElementVisitor<string?>
    {
        public string? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Fault<T>(Golden, Dispatcher);
    }
}
