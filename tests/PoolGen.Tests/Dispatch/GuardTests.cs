using System.Runtime.InteropServices;
using Xunit;

namespace PoolGen.Tests.Dispatch;

/// <summary>Bad arguments: the exception names the argument, what was found and what was needed, and nothing has been written.</summary>
public sealed class GuardTests
{
    private const float Untouched = 77;
    private static readonly PoolConfig Config = PoolConfig.Max(2);
    private static readonly PoolShape Small = new(1, 1, 4, 4);

    /// <summary>A call of 2×2 max pooling with stride 2.</summary>
    internal delegate void Call(PoolShape shape, ReadOnlySpan<float> input, Span<float> output);

    private static readonly (string Name, Call Call)[] Ways =
    [
        ("a direct call", (shape, input, output) => GuardPools.Max2x2S2(input, output, shape)),
        ("the kernel as an object", (shape, input, output) => Kernel.Run(input, output, shape)),
        ("the dispatcher with the kernel", (shape, input, output) => new PoolDispatcher(GuardPools.Kernels).Run(Config, shape, input, output)),
        ("the dispatcher without kernels", (shape, input, output) => new PoolDispatcher([]).Run(Config, shape, input, output)),
        ("the dispatcher with threads", (shape, input, output) => new PoolDispatcher([]) { MaxDegreeOfParallelism = 4 }.Run(Config, shape, input, output)),
    ];

    private static PoolKernel<float> Kernel => (PoolKernel<float>)GuardPools.Kernels.Single(kernel => kernel.Name == "Max2x2S2");

    /// <summary>The ways by name.</summary>
    public static TheoryData<string> Names => [.. Ways.Select(way => way.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Short_spans_are_refused(string way)
    {
        Refused(way, "input", "The input has 15 elements; the shape 1×1×4×4 needs 16", (pool, output) => pool(Small, new float[15], output), 4);
        Refused(way, "input", "The input has 0 elements; the shape 1×1×4×4 needs 16", (pool, output) => pool(Small, [], output), 4);
        Refused(way, "output", "The output has 3 elements; the shape 1×1×2×2 needs 4", (pool, output) => pool(Small, new float[16], output), 3);
        Refused(way, "output", "The output has 0 elements; the shape 1×1×2×2 needs 4", (pool, output) => pool(Small, new float[16], output), 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Shapes_without_output_are_refused(string way)
    {
        const string Needed = "The height of 1 gives no output: with padding 0 + 0 it must hold an effective window of 2";
        Refused(way, "shape", Needed, (pool, output) => pool(new(1, 1, 1, 4), new float[4], output), 4);
        Refused(way, "shape", "The width of 1 gives no output", (pool, output) => pool(new(1, 1, 4, 1), new float[4], output), 4);
        Refused(way, "shape", "The height is 0; it must be at least 1", (pool, output) => pool(default, new float[4], output), 4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Overlapping_spans_are_refused_and_neighbours_are_not(string way)
    {
        Call pool = Ways.Single(entry => entry.Name == way).Call;
        foreach (int offset in new[] { -3, -1, 0, 1, 7, 15 })
        {
            float[] buffer = [.. Enumerable.Repeat(Untouched, 30)];
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => pool(Small, buffer.AsSpan(5, 16), buffer.AsSpan(5 + offset, 4)));
            Assert.Equal("output", refusal.ParamName);
            Assert.Contains($"it starts {offset} elements after the input's start; they must not share memory", refusal.Message, StringComparison.Ordinal);
            Assert.All(buffer, number => Assert.Equal(Untouched, number));
        }

        float[] shared = [.. Enumerable.Range(0, 30).Select(number => (float)number)];
        pool(Small, shared.AsSpan(5, 16), shared.AsSpan(21, 4));
        Assert.Equal([10, 12, 18, 20], shared[5..][16..20]);
        pool(Small, shared.AsSpan(5, 16), shared.AsSpan(1, 4));
        Assert.Equal([10, 12, 18, 20], shared[1..5]);

        // Only the used parts count: the input span goes on over the output.
        pool(Small, shared.AsSpan(5), shared.AsSpan(21));
        Assert.Equal([25, 26, 27, 28, 29], shared[25..]);
    }

    [Fact]
    public void An_overlap_between_elements_is_refused_too()
    {
        byte[] bytes = new byte[100];
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => PoolDispatcher.Default.Run(
            Config, Small, MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, 64)), MemoryMarshal.Cast<byte, float>(bytes.AsSpan(62, 16))));

        Assert.Equal("output", refusal.ParamName);
        Assert.Contains("The output overlaps the input", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Longer_spans_are_taken_and_nothing_beyond_the_used_part_is_written(string way)
    {
        Call pool = Ways.Single(entry => entry.Name == way).Call;
        float[] input = [.. Enumerable.Range(0, 40).Select(number => (float)number)];
        float[] output = [.. Enumerable.Repeat(Untouched, 9)];

        pool(Small, input, output);

        Assert.Equal([5, 7, 13, 15, Untouched, Untouched, Untouched, Untouched, Untouched], output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_empty_batch_gives_an_empty_output(string way)
    {
        Call pool = Ways.Single(entry => entry.Name == way).Call;
        float[] output = [Untouched];

        pool(new(0, 3, 4, 4), [], output);

        Assert.Equal([Untouched], output);
    }

    /// <summary>The span decides how memory is read, and the shape what is pooled.</summary>
    [Fact]
    public void An_empty_batch_beside_a_span_as_large_as_for_several_streams_gives_an_empty_output()
    {
        float[] input = new float[13 * 1024 * 1024], output = [Untouched];
        PoolKernel<float>[] kernels = [.. GuardPools.Kernels.Concat(Kernels.AdaptivePools.Kernels).OfType<PoolKernel<float>>().Where(kernel => kernel.FixedShape == default)];
        foreach (PoolKernel<float> kernel in kernels)
            kernel.Run(input, output, new(0, 3, 40, 40));

        Assert.Equal([Untouched], output);
        Assert.InRange(kernels.Length, 5, int.MaxValue);
    }

    [Fact]
    public void A_fixed_axis_refuses_another_size()
    {
        float[] output = [.. Enumerable.Repeat(Untouched, 100)];
        foreach ((string axis, PoolShape shape, string sizes) in new[]
        {
            ("channels", new PoolShape(1, 2, 4, 6), "is 2; this kernel was generated for 3"),
            ("height", new PoolShape(1, 3, 8, 6), "is 8; this kernel was generated for 4"),
            ("width", new PoolShape(1, 3, 4, 8), "is 8; this kernel was generated for 6"),
        })
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => GuardPools.Max2x2S2_3x4x6(new float[200], output, shape));
            Assert.Equal("shape", refusal.ParamName);
            Assert.Contains($"The {axis} of the shape {sizes}", refusal.Message, StringComparison.Ordinal);
            PoolKernel<float> found = new PoolDispatcher(GuardPools.Kernels).Find<float>(Config, new(1, 3, 4, 6));
            refusal = Assert.Throws<ArgumentException>(() => found.Run(new float[200], output, shape));
            Assert.Contains($"The {axis} of the shape {sizes}", refusal.Message, StringComparison.Ordinal);
        }

        Assert.All(output, number => Assert.Equal(Untouched, number));
    }

    [Fact]
    public void A_call_without_a_shape_takes_whole_samples()
    {
        float[] output = [.. Enumerable.Repeat(Untouched, 40)];
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => GuardPools.Samples(new float[73], output));
        Assert.Equal("input", refusal.ParamName);
        Assert.Contains("The input has 73 elements; it must be a multiple of the 72 of one sample 1×3×4×6", refusal.Message, StringComparison.Ordinal);
        Assert.All(output, number => Assert.Equal(Untouched, number));

        GuardPools.Samples([.. Enumerable.Range(0, 144)], output);
        Assert.Equal([7, 9, 11, 19, 21, 23], output[..6]);
        Assert.Equal([143, Untouched], output[35..37]);
    }

    [Fact]
    public void Shapes_with_bad_sizes_are_refused()
    {
        RefusedShape("batch", "The batch is -1; it must be at least 0", () => new(-1, 1, 1, 1));
        RefusedShape("channels", "The channels are 0; they must be at least 1", () => new(1, 0, 1, 1));
        RefusedShape("height", "The height is -5; it must be at least 1", () => new(1, 1, -5, 1));
        RefusedShape("width", "The width is -2147483648; it must be at least 1", () => new(1, 1, 1, int.MinValue));
        RefusedShape("width", "The shape 1×1×46341×46341 has more than 2147483647 elements", () => new(1, 1, 46341, 46341));
        RefusedShape("width", "has more than 2147483647 elements", () => new(65536, 65536, 65536, 65536));
        RefusedShape("width", "has more than 2147483647 elements", () => new(2, 1, 1, 1 << 30));
        RefusedShape("width", "has more than 2147483647 elements", () => new(0, 2, 1, 1 << 30));
        Assert.Equal(int.MaxValue, new PoolShape(1, 1, 1, int.MaxValue).Length);
        Assert.Equal(46340 * 46340, new PoolShape(1, 1, 46340, 46340).Length);
    }

    [Fact]
    public void An_output_beyond_what_a_span_can_hold_is_refused()
    {
        PoolConfig wide = PoolConfig.Max(4, 1, 3);
        Refusals(new PoolShape(1, 1, 32767, 65535), "The output shape 1×1×32770×65538 has more than 2147483647 elements");
        Refusals(new PoolShape(1, 1, 1, int.MaxValue), "The width of 2147483647 gives 2147483650 outputs, more than the 2147483647 that a span can hold");
        PoolAxis sparse = new(2, 1) { Dilation = 4, PaddingBefore = 2, PaddingAfter = 2 };
        ArgumentException empty = Assert.Throws<ArgumentException>(() => PoolConfig.Create(PoolMode.Max, sparse, sparse).OutputShape(new(1, 1, 9, 1)));
        Assert.Contains("The width of 1 leaves window 0 with nothing but padding", empty.Message, StringComparison.Ordinal);

        void Refusals(PoolShape shape, string words)
        {
            foreach (Action action in new Action[]
            {
                () => wide.OutputShape(shape),
                () => GuardPools.Max4x4S1P3([], [], shape),
                () => PoolDispatcher.Default.Run<float>(wide, shape, [], []),
            })
            {
                ArgumentException refusal = Assert.Throws<ArgumentException>(action);
                Assert.Equal("shape", refusal.ParamName);
                Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    private static void RefusedShape(string argument, string words, Func<PoolShape> make)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => { make(); });
        Assert.Equal(argument, refusal.ParamName);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    private static void Refused(string way, string argument, string words, Action<Call, float[]> call, int outputLength)
    {
        float[] output = [.. Enumerable.Repeat(Untouched, outputLength)];
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => call(Ways.Single(entry => entry.Name == way).Call, output));
        Assert.Equal(argument, refusal.ParamName);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.All(output, number => Assert.Equal(Untouched, number));
    }
}
