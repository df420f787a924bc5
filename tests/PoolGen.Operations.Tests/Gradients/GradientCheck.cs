using System.Globalization;
using System.Numerics;
using PoolGen.Tests;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests.Gradients;

/// <summary>Compares gradients with the oracle, bit for bit; only a NaN is any NaN.</summary>
internal static class GradientCheck
{
    /// <summary>Something that computes a gradient.</summary>
    public delegate void Backward<T>(ReadOnlySpan<T> outputGradient, Span<T> inputGradient, PoolShape shape);

    /// <summary>A configuration with small numbers, of any rank; adaptive ones now and then.</summary>
    public static PoolConfig RandomConfig(Random random)
    {
        int rank = random.Next(1, 4);
        bool adaptive = random.Next(4) == 0;
        PoolOptions options = new()
        {
            Layout = (PoolLayout)random.Next(2),
            CeilMode = !adaptive && random.Next(2) == 0,
            CountIncludePad = adaptive || random.Next(2) == 0,
            DivisorOverride = adaptive || random.Next(3) > 0 ? null : new[] { 1, 7, -3, int.MaxValue, int.MinValue }[random.Next(5)],
        };
        return PoolConfig.Create((PoolMode)random.Next(2) == PoolMode.Max ? PoolMode.Sum : PoolMode.Average, Axis(rank > 2), Axis(rank > 1), Axis(true), options);

        PoolAxis Axis(bool pooled)
        {
            if (!pooled)
                return default;
            if (adaptive)
                return random.Next(4) == 0 ? PoolAxis.Adaptive(1) : PoolAxis.Adaptive(random.Next(1, 9));
            int window = random.Next(1, 6), dilation = random.Next(1, 4), most = random.Next(2) * ((window - 1) * dilation);
            PoolAxis axis = new(window, random.Next(1, 5)) { Dilation = dilation };
            return random.Next(4) == 0
                ? axis with { AutoPadding = (PoolAutoPadding)random.Next(1, 3) }
                : axis with { PaddingBefore = random.Next(most + 1), PaddingAfter = random.Next(most + 1) };
        }
    }

    /// <summary>A shape with widths and channels around every vector width.</summary>
    public static PoolShape RandomShape(Random random) => new(
        random.Next(0, 3), random.Next(1, 21), random.Next(3) == 0 ? random.Next(2, 7) : 1, random.Next(1, 12), random.Next(1, 45));

    /// <summary>Makes a gradient of each kind of numbers and compares what comes back.</summary>
    public static void Same<T>(PoolConfig config, PoolShape shape, int seed, Backward<T> backward)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        foreach (Data data in Enum.GetValues<Data>())
        {
            T[] outputGradient = Inputs.Make<T>(data, seed, Oracle.OutputShape(config, shape).Length);
            T[] expected = GradientOracle.Of<T>(config, shape, outputGradient);
            T[] actual = Inputs.Make<T>(Data.Special, seed + 1, expected.Length);
            backward(outputGradient, actual, shape);
            Equal<T>($"{config} {shape} {typeof(T).Name} {data}", expected, actual);
        }
    }

    /// <summary>Fails where two gradients differ.</summary>
    public static void Equal<T>(string what, ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged, INumber<T>
    {
        int wrong = PoolGen.Tests.Support.Same.FirstDifference(expected, actual, anyZero: false);
        if (wrong >= 0)
        {
            string found = PoolGen.Tests.Support.Same.Text(actual[wrong]), needed = PoolGen.Tests.Support.Same.Text(expected[wrong]);
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{what} at {wrong}: expected {needed}, got {found}"));
        }
    }
}
