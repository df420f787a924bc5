using System.Numerics.Tensors;
using CsCheck;
using Xunit;

namespace PoolGen.Tests.Tensors;

/// <summary>What is refused of tensors: the exception names the argument, what was found and what was needed, and nothing has been written.</summary>
public sealed class TensorGuardTests
{
    private const float Untouched = 77;
    private static readonly PoolConfig Config = PoolConfig.Max(2);

    [Fact]
    public void Other_ranks_are_refused()
    {
        const string Needed = "it must have rank 3, 4 or 5: batch, channels and one to three spatial axes";
        Refused("input", "The input has rank 2; " + Needed, Config, [4, 4], [2, 2]);
        Refused("input", "The input has rank 6; " + Needed, Config, [1, 1, 1, 1, 4, 4], [1, 1, 1, 1, 2, 2]);
        Refused("output", "The output has rank 3; it must have the rank of the input, 4", Config, [1, 1, 4, 4], [1, 2, 2]);
        Assert.Equal("input", Assert.Throws<ArgumentException>(() => PoolDispatcher.Default.Run<float>(Config, default(ReadOnlyTensorSpan<float>), default)).ParamName);
    }

    [Fact]
    public void Other_lengths_are_refused_axis_by_axis()
    {
        PoolConfig volume = PoolConfig.Max(2, rank: PoolRank.Volume, layout: PoolLayout.ChannelsLast);
        Refused("output", "The output's batch is 3; Max2x2S2 of the input 2×3×4×6 gives 2", Config, [2, 3, 4, 6], [3, 3, 2, 3]);
        Refused("output", "The output's channels is 2; Max2x2S2 of the input 2×3×4×6 gives 3", Config, [2, 3, 4, 6], [2, 2, 2, 3]);
        Refused("output", "The output's height is 4; Max2x2S2 of the input 2×3×4×6 gives 2", Config, [2, 3, 4, 6], [2, 3, 4, 6]);
        Refused("output", "The output's width is 2; Max2x2S2 of the input 2×3×4×6 gives 3", Config, [2, 3, 4, 6], [2, 3, 2, 2]);
        Refused("output", "The output's depth is 1; Max2x2x2S2ChannelsLast of the input 1×3×4×4×4 gives 2", volume, [1, 4, 4, 4, 3], [1, 1, 2, 2, 3]);
        Refused("output", "The output's channels is 1; Max2x2x2S2ChannelsLast of the input 1×3×4×4×4 gives 3", volume, [1, 4, 4, 4, 3], [1, 2, 2, 2, 1]);
    }

    [Fact]
    public void Inputs_without_output_are_refused()
    {
        Refused("input", "The height of 1 gives no output: with padding 0 + 0 it must hold an effective window of 2", Config, [1, 1, 1, 4], [1, 1, 1, 2]);
        Refused("input", "The height of 1 gives no output", Config, [1, 1, 4], [1, 1, 2]);
        Refused("input", "The width is 0; it must be at least 1", Config, [1, 1, 4, 0], [1, 1, 2, 0]);
        Refused("input", "The channels are 0; they must be at least 1", Config, [1, 0, 4, 4], [1, 0, 2, 2]);
        Refused("output", "The output's depth is 1; Max2x2x2S1P1 of the input 1×1×2×2 gives 2", PoolConfig.Max(2, 1, 1, rank: PoolRank.Volume), [1, 1, 2, 2], [1, 1, 3, 3]);
    }

    [Fact]
    public void Shapes_that_no_span_holds_are_refused()
    {
        Assert.Contains("has more than 2147483647 elements", Message([1, 1, 65536, 65536]), StringComparison.Ordinal);
        Assert.Contains("The input has a length of 4294967296; it must be at most 2147483647", Message([0, 1, (nint)1 << 32, 1]), StringComparison.Ordinal);

        static string Message(nint[] lengths) => Assert.Throws<ArgumentException>("input", () =>
            PoolDispatcher.Default.Run(Config, new ReadOnlyTensorSpan<float>(new float[1], lengths, new nint[4]), new TensorSpan<float>(new float[1], [1, 1, 1, 1]))).Message;
    }

    [Fact]
    public void Averages_of_whole_numbers_state_their_rounding() => Assert.Throws<ArgumentException>("config", () =>
        PoolDispatcher.Default.Run(PoolConfig.Average(2), new ReadOnlyTensorSpan<int>(new int[4], [1, 1, 2, 2]), new TensorSpan<int>(new int[1], [1, 1, 1, 1])));

    [Fact]
    public void Elements_of_an_output_have_places_of_their_own()
    {
        float[] output = [Untouched];
        ArgumentException refusal = Assert.Throws<ArgumentException>("output", () =>
            PoolDispatcher.Default.Run(Config, new ReadOnlyTensorSpan<float>(new float[16], [1, 1, 4, 4]), new TensorSpan<float>(output, [1, 1, 2, 2], [0, 0, 0, 0])));
        Assert.StartsWith("The output's axis 2 has 2 elements and stride 0; they must not share memory", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Untouched, output[0]);
    }

    [Fact]
    public void Overlapping_tensors_are_refused()
    {
        foreach (int offset in new[] { -3, -1, 0, 1, 7, 15 })
        {
            float[] buffer = [.. Enumerable.Repeat(Untouched, 30)];
            ArgumentException refusal = Assert.Throws<ArgumentException>("output", () =>
                PoolDispatcher.Default.Run(Config, new ReadOnlyTensorSpan<float>(buffer, 5, [1, 1, 4, 4], []), new TensorSpan<float>(buffer, 5 + offset, [1, 1, 2, 2], [])));
            Assert.StartsWith($"The output overlaps the input: it starts {offset} elements after the input's start; they must not share memory", refusal.Message, StringComparison.Ordinal);
            Assert.All(buffer, number => Assert.Equal(Untouched, number));
        }
    }

    [Fact]
    public void A_view_may_be_pooled_into_another_view_of_the_same_buffer()
    {
        // Channels 0 and 1 of pixels of four into channels 2 and 3, as where branches are joined.
        PoolConfig config = PoolConfig.Max(3, 1, 1, layout: PoolLayout.ChannelsLast);
        float[] pixels = [.. Enumerable.Range(0, 64).Select(number => number % 4 < 2 ? number : -1f)];
        PoolDispatcher.Default.Run(config, new ReadOnlyTensorSpan<float>(pixels, 0, [1, 4, 4, 2], [0, 16, 4, 1]), new TensorSpan<float>(pixels, 2, [1, 4, 4, 2], [0, 16, 4, 1]));
        Assert.Equal([0, 1, 20, 21, 4, 5, 24, 25], pixels[..8]);

        // The left half of a picture into the right half.
        float[] picture = [.. Enumerable.Range(0, 32).Select(number => (float)number)];
        PoolDispatcher.Default.Run(PoolConfig.Max(2, 1), new ReadOnlyTensorSpan<float>(picture, 0, [1, 1, 4, 4], [0, 0, 8, 1]), new TensorSpan<float>(picture, 4, [1, 1, 3, 3], [0, 0, 8, 1]));
        Assert.Equal([0, 1, 2, 3, 9, 10, 11, 7], picture[..8]);

        // And a column more is the left half's.
        Assert.Throws<ArgumentException>("output", () =>
            PoolDispatcher.Default.Run(PoolConfig.Max(2, 1), new ReadOnlyTensorSpan<float>(picture, 0, [1, 1, 4, 4], [0, 0, 8, 1]), new TensorSpan<float>(picture, 3, [1, 1, 3, 3], [0, 0, 8, 1])));
    }

    [Fact]
    public void Tensors_that_share_an_element_are_always_found() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int).Sample((outer, middle, inner, seed) =>
        {
            Random random = new(seed);
            View one = View.Random([outer, middle, inner], random);
            View other = View.Random([random.Next(1, 5), random.Next(1, 5), random.Next(1, 5)], random);
            int shift = random.Next(-20, 40);
            bool shares = one.Places().Intersect(other.Places().Select(place => place + shift)).Any();
            bool found = TensorOverlap.Exists(one.Lengths, one.Strides, other.Lengths, other.Strides, 4 * (other.Start + shift - one.Start), 4);
            Assert.True(found || !shares, $"{one} and {other} shifted by {shift}");
        });

    private static void Refused(string argument, string message, PoolConfig config, nint[] lengths, nint[] pooledLengths)
    {
        float[] output = [.. Enumerable.Repeat(Untouched, 200)];
        ArgumentException refusal = Assert.Throws<ArgumentException>(argument, () =>
            PoolDispatcher.Default.Run(config, new ReadOnlyTensorSpan<float>(new float[400], lengths), new TensorSpan<float>(output, pooledLengths)));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.All(output, number => Assert.Equal(Untouched, number));
    }
}
