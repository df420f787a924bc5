using System.IO.Compression;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using PoolGen.Tests;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests.Gradients;

/// <summary>Gradients of averages, sliding and adaptive, that PyTorch computed; Data/README.md says what was recorded and what is left out.</summary>
[Trait("Category", "kernels")]
public sealed class GradientGoldenTests(ITestOutputHelper output)
{
    private const int Cases = 65;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    [Fact]
    public void PyTorch_agrees_through_the_generic_loops() => Compare(new PoolDispatcher([]));

    [Fact]
    public void PyTorch_agrees_through_generated_kernels() => Compare(new PoolDispatcher(GradientPools.Kernels));

    private void Compare(PoolDispatcher pool)
    {
        IReadOnlyList<GoldenGradient> cases = Load();
        foreach (GoldenGradient golden in cases)
        {
            Type element = golden.Dtype switch { "float32" => typeof(float), "float64" => typeof(double), _ => typeof(Half) };
            ElementTypes.Visit(element, new Comparison(golden, pool));
        }

        output.WriteLine($"{cases.Count} cases compared, every bit");
        Assert.Equal(Cases, cases.Count);
    }

    private static List<GoldenGradient> Load()
    {
        using Stream packed = Assembly.GetExecutingAssembly().GetManifestResourceStream("torch-gradients.jsonl.gz")!;
        using StreamReader lines = new(new GZipStream(packed, CompressionMode.Decompress));
        List<GoldenGradient> cases = [];
        while (lines.ReadLine() is string line)
            cases.Add(JsonSerializer.Deserialize<GoldenGradient>(line, Options)!);
        return cases;
    }

    private sealed record Comparison(GoldenGradient Golden, PoolDispatcher Pool) : IElementVisitor<bool>
    {
        public bool Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            PoolShape shape = GoldenGradient.ShapeOf(Golden.InputShape), pooled = GoldenGradient.ShapeOf(Golden.OutputShape);
            T[] actual = new T[shape.Length];
            Pool.RunBackward<T>(Golden.Config, shape, Golden.Elements<T>(Golden.GradOutput, pooled), actual);
            GradientCheck.Equal<T>($"{Golden.Id} {Golden.Config} {shape}", Golden.Elements<T>(Golden.GradInput, shape), actual);
            return true;
        }
    }

    private sealed record GoldenGradient(
        string Id, string Op, string Layout, string Dtype, int[] InputShape, int[] OutputShape, int[]? Kernel, int[]? Stride, int[]? Padding, bool? CeilMode,
        bool? CountIncludePad, int? DivisorOverride, int[]? OutputSize, string GradOutput, string GradInput)
    {
        private PoolLayout Order => Layout == "NHWC" ? PoolLayout.ChannelsLast : PoolLayout.ChannelsFirst;

        public PoolConfig Config => PoolConfig.Create(PoolMode.Average, Axis(3), Axis(2), Axis(1), new PoolOptions
        {
            Layout = Order,
            CeilMode = CeilMode ?? false,
            CountIncludePad = CountIncludePad ?? true,
            DivisorOverride = DivisorOverride,
        });

        public static PoolShape ShapeOf(int[] sizes) => new(sizes[0], sizes[1], sizes.Length > 4 ? sizes[^3] : 1, sizes.Length > 3 ? sizes[^2] : 1, sizes[^1]);

        /// <summary>Recorded elements, which are in channels-first order, in the order of the configuration.</summary>
        public T[] Elements<T>(string text, PoolShape shape)
            where T : unmanaged
        {
            T[] first = MemoryMarshal.Cast<byte, T>(Convert.FromBase64String(text)).ToArray(), ordered = new T[first.Length];
            int volume = shape.Depth * shape.Height * shape.Width;
            for (int index = 0; index < first.Length; index++)
            {
                (int plane, int place) = Math.DivRem(index, volume);
                (int n, int c) = Math.DivRem(plane, shape.Channels);
                int z = place / (shape.Height * shape.Width), y = place / shape.Width % shape.Height;
                ordered[Oracle.Place(Order, shape, n, c, z, y, place % shape.Width)] = first[index];
            }

            return ordered;
        }

        private PoolAxis Axis(int last)
        {
            if (last > InputShape.Length - 2)
                return default;
            return Op == "avg" ? new PoolAxis(Kernel![^last], Stride![^last]) { PaddingBefore = Padding![^last], PaddingAfter = Padding[^last] } : PoolAxis.Adaptive(OutputSize![^last]);
        }
    }
}
