using System.Numerics;
using System.Numerics.Tensors;
using CsCheck;
using PoolGen.Tests.Dispatch;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Tensors;

/// <summary>Tensors and views against the oracle and against the overload of spans, in both layouts, of every rank and with any strides.</summary>
public sealed class TensorTests
{
    private static readonly PoolDispatcher None = new([]);
    private static readonly PoolDispatcher Threads = new(PoolDispatcher.Default.Kernels) { MaxDegreeOfParallelism = 3 };

    public static TheoryData<string> ElementNames => [.. ElementTypes.All.Select(ElementTypes.NameOf)];

    [Theory]
    [MemberData(nameof(ElementNames))]
    public void Any_view_gives_what_the_oracle_gives(string element) => ElementTypes.Visit(ElementTypes.ByName(element), new AnyView());

    [Fact]
    public void Everyday_kernels_give_what_the_oracle_gives_over_any_view() =>
        Gen.Select(Gen.Int[0, PoolDispatcher.Default.Kernels.Count - 1], RandomPools.Shape, Gen.Int).Sample((number, shape, seed) =>
        {
            PoolConfig config = PoolDispatcher.Default.Kernels[number].Config;
            if (!Oracle.Accepts(config, shape))
                return;
            Assert.Null(Fault<float>(PoolDispatcher.Default, config, shape, seed));
            Assert.Null(Fault<float>(Threads, config, shape, seed));
        });

    [Theory]
    [InlineData(PoolLayout.ChannelsFirst)]
    [InlineData(PoolLayout.ChannelsLast)]
    public void Threads_give_the_same(PoolLayout layout)
    {
        PoolConfig config = PoolConfig.Max(3, 2, 1, layout: layout);
        PoolShape shape = new(2, 24, 50, 60), pooled = config.OutputShape(shape);
        nint[] lengths = View.LengthsOf(layout, shape, 4), pooledLengths = View.LengthsOf(layout, pooled, 4), ones = [1, 1, 1, 1];
        float[] elements = Inputs.Make<float>(Data.Special, 5, shape.Length);
        float[] expected = Oracle.Pool<float>(config, shape, elements);
        nint[][] gaps = [[0, 0, 0, 0], [7, 0, 0, 0], [0, 5, 0, 0], [0, 0, 3, 0], [0, 0, 0, 2]];
        foreach (nint[] gap in gaps)
        {
            View from = View.Of(lengths, gap, ones), to = View.Of(pooledLengths, gap, ones);
            Assert.Null(Difference(Threads, config, from, to, elements, expected));
            Assert.Null(Difference(new PoolDispatcher([]) { MaxDegreeOfParallelism = 4 }, config, from, to, elements, expected));
        }
    }

    [Fact]
    public void A_plane_larger_than_a_buffer_is_pooled_where_it_lies()
    {
        PoolConfig config = PoolConfig.Max(2);
        PoolShape shape = new(1, 2, 300, 310);
        nint[] ones = [1, 1, 1, 1];
        float[] elements = Inputs.Make<float>(Data.Special, 6, shape.Length);
        View from = View.Of([1, 2, 300, 310], [0, 0, 0, 10], ones), to = View.Of([1, 2, 150, 155], [0, 0, 0, 3], ones);

        Assert.Null(Difference(PoolDispatcher.Default, config, from, to, elements, Oracle.Pool<float>(config, shape, elements)));
    }

    [Fact]
    public void Numbers_that_are_objects_are_pooled_too()
    {
        BigInteger[] input = [.. Enumerable.Range(0, 24).Select(number => (BigInteger)(number * 7 % 11))], output = new BigInteger[6];

        None.Run(PoolConfig.Max(2), new ReadOnlyTensorSpan<BigInteger>(input, [1, 2, 2, 3], [0, 12, 6, 2]), new TensorSpan<BigInteger>(output, [1, 2, 1, 1], [0, 3, 0, 0]));

        Assert.Equal([9, 0, 0, 10, 0, 0], output);
    }

    [Fact]
    public void A_tensor_of_the_library_is_pooled()
    {
        Tensor<float> input = Tensor.Create<float>([.. Enumerable.Range(0, 32).Select(number => (float)number)], [1, 2, 4, 4]);
        Tensor<float> output = Tensor.Create<float>(new float[8], [1, 2, 2, 2]);

        PoolDispatcher.Default.Run<float>(PoolConfig.Max(2), input, output);

        Assert.Equal([5, 7, 13, 15, 21, 23, 29, 31], output.ToArray());

        // Rows 1 and 2 and columns 0 and 1 of channel 1.
        PoolDispatcher.Default.Run<float>(PoolConfig.Max(2), input.AsReadOnlyTensorSpan([0..1, 1..2, 1..3, 0..2]), output.AsTensorSpan([0..1, 0..1, 0..1, 1..2]));
        Assert.Equal([5, 25, 13, 15, 21, 23, 29, 31], output.ToArray());
    }

    [Fact]
    public void An_empty_batch_gives_an_empty_output() =>
        PoolDispatcher.Default.Run(PoolConfig.Max(2), new ReadOnlyTensorSpan<float>(new float[48], [0, 3, 4, 4]), new TensorSpan<float>(new float[12], [0, 3, 2, 2]));

    [Fact]
    public void A_stride_of_the_input_may_be_zero()
    {
        // One row of four, three times, for two channels.
        float[] output = new float[4];
        PoolDispatcher.Default.Run(PoolConfig.Average(2), new ReadOnlyTensorSpan<float>([1, 2, 3, 4], [1, 2, 3, 4], [0, 0, 0, 1]), new TensorSpan<float>(output, [1, 2, 1, 2]));
        Assert.Equal([1.5f, 3.5f, 1.5f, 3.5f], output);
    }

    private sealed class AnyView : IElementVisitor<bool>
    {
        public bool Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Gen.Select(RandomPools.Config, RandomPools.Shape, Gen.Int).Sample((config, shape, seed) =>
            {
                if (Oracle.Accepts(config, shape) && RandomPools.Fits(config, typeof(T)))
                    Assert.Null(Fault<T>(None, config, shape, seed));
            });
            return true;
        }
    }

    private static string? Fault<T>(PoolDispatcher pool, PoolConfig config, PoolShape shape, int seed)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        Random random = new(seed);
        PoolShape pooled = Oracle.OutputShape(config, shape);
        bool deep = shape.Depth > 1 || pooled.Depth > 1, high = shape.Height > 1 || pooled.Height > 1;
        int rank = random.Next(deep ? 5 : high ? 4 : 3, 6);
        View from = View.Random(View.LengthsOf(config.Layout, shape, rank), random), to = View.Random(View.LengthsOf(config.Layout, pooled, rank), random);
        T[] elements = Inputs.Make<T>(Data.Special, seed, shape.Length);
        T[] spans = new T[pooled.Length];
        pool.Run<T>(config, shape, elements, spans);
        return Difference(pool, config, from, to, elements, spans)
            ?? (config.AllowReassociation ? null : Difference(pool, config, from, to, elements, Oracle.Pool<T>(config, shape, elements)));
    }

    /// <summary>What differs in the output, or was written beside it.</summary>
    private static string? Difference<T>(PoolDispatcher pool, PoolConfig config, View from, View to, T[] elements, T[] expected)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        // Whatever lies between the elements would win a maximum and spoil a sum.
        T[] input = from.Buffer<T>(elements, ElementTypes.AreWhole<T>() ? T.MaxValue : T.Zero / T.Zero);
        T untouched = T.CreateChecked(77);
        T[] output = to.Buffer<T>(new T[expected.Length], untouched);

        pool.Run(config, from.Read(input), to.Write(output));

        int wrong = Same.FirstDifference<T>(to.Buffer<T>(expected, untouched), output, anyZero: Same.IgnoresZeroSign(config.Mode));
        return wrong < 0 ? null : $"{config} from {from} to {to}: the buffer differs at {wrong}, got {output[wrong]}";
    }
}
