using System.Numerics;
using PoolGen.Tests.Golden;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Vocabulary;

/// <summary>PyTorch's recorded calls, made through <see cref="Torch"/> with PyTorch's own arguments and computed by the generic loops.</summary>
public sealed class TorchGoldenTests(ITestOutputHelper log)
{
    private static readonly PoolDispatcher Loops = new([]);

    [Fact]
    public void Maxima_and_averages_are_PyTorchs() => Compare(384, "torch.jsonl.gz", "torch-types.jsonl.gz");

    [Fact]
    public void Adaptive_maxima_and_averages_are_PyTorchs() => Compare(118, "torch-adaptive.jsonl.gz");

    [Fact]
    public void Norms_are_PyTorchs_where_those_are_norms() => Compare(12, "torch-norms.jsonl.gz");

    private void Compare(int expected, params string[] files)
    {
        List<string> faults = [];
        int compared = 0;
        foreach (TorchCall call in files.SelectMany(TorchCall.Load<TorchCall>).Where(IsComparable))
        {
            compared++;
            if (ElementTypes.Visit(call.Element, new Comparison(call)) is string fault)
                faults.Add(fault);
        }

        log.WriteLine($"{compared} cases compared");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
        Assert.Equal(expected, compared);
    }

    /// <summary>PyTorch's norm takes no absolute values and scales clipped windows up; the rest is comparable.</summary>
    private static bool IsComparable(TorchCall call)
    {
        if (call.Op != "lp")
            return true;
        bool clips = call.Kernel!.Where((window, axis) => ((call.OutputShape[axis + 2] - 1) * call.Stride![axis]) + window > call.InputShape[axis + 2]).Any();
        return !clips && (call.P % 2 == 0 || !GoldenCase.Decode<float>(call.Input).Any(float.IsNegative));
    }

    private static string? Fault<T>(TorchCall call)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        T[] input = Elements<T>(call, call.Input, call.InputShape), expected = Elements<T>(call, call.Output, call.OutputShape), actual = new T[expected.Length];
        PoolConfig config = call.Config;
        Loops.Run<T>(config, call.Shape, input, actual);
        int wrong = call.Op switch
        {
            "lp" => FirstBeyondPowers(call.P!.Value, expected, actual),
            "adaptive_avg" => FirstBeyondOrder(config, call.Shape, input, expected, actual),
            _ => Same.FirstDifference<T>(expected, actual, anyZero: Same.IgnoresZeroSign(config.Mode) || call.ChannelsLast),
        };
        return wrong < 0 ? null : $"{call.Id} {config} {call.Shape} at {wrong}: expected {Same.Text(expected[wrong])}, got {Same.Text(actual[wrong])}";
    }

    private static T[] Elements<T>(TorchCall call, string text, int[] shape)
        where T : unmanaged => call.ChannelsLast ? GoldenCase.DecodeToChannelsLast<T>(text, shape) : GoldenCase.Decode<T>(text);

    /// <summary>Powers of both against the sum of powers, which PyTorch itself keeps to.</summary>
    private static int FirstBeyondPowers<T>(double power, T[] expected, T[] actual)
        where T : INumber<T>
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double sum = Math.Pow(double.CreateChecked(expected[i]), power), ours = Math.Pow(double.CreateChecked(actual[i]), power);
            if (!expected[i].Equals(actual[i]) && !(double.IsFinite(sum) && Math.Abs(ours - sum) <= 3e-6 * sum))
                return i;
        }

        return -1;
    }

    /// <summary>PyTorch's own layouts differ in the order of the sum, so the mean of the absolute values sets how far results may be apart; halves are rounded once more.</summary>
    private static int FirstBeyondOrder<T>(PoolConfig config, PoolShape shape, T[] input, T[] expected, T[] actual)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        double[] magnitude = Oracle.Pool<double>(config, shape, Array.ConvertAll(input, element => Math.Abs(double.CreateChecked(element))));
        double relative = typeof(T) == typeof(double) ? 1e-14 : 1e-6, smallest = Inputs.Epsilon<T>();
        for (int i = 0; i < expected.Length; i++)
        {
            double theirs = double.CreateChecked(expected[i]), ours = double.CreateChecked(actual[i]);
            double ofHalf = typeof(T) == typeof(Half) ? Math.Abs(theirs) / 1024 : 0;
            if (!theirs.Equals(ours) && !(Math.Abs(ours - theirs) <= (relative * magnitude[i]) + ofHalf + smallest) && double.IsFinite(magnitude[i]))
                return i;
        }

        return -1;
    }

    private sealed record Comparison(TorchCall Call) : IElementVisitor<string?>
    {
        public string? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Fault<T>(Call);
    }
}
