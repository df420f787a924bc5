using System.Globalization;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>Every kernel refuses wrong arguments in words, before it writes anything.</summary>
[Trait("Category", "kernels")]
public sealed class BadInputTests
{
    private const float Untouched = -77;

    public static TheoryData<string> Names => [.. TestKernels.All.OfType<PoolKernel<float>>().Select(TestKernels.NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Short_spans_overlap_and_foreign_shapes_are_refused_and_nothing_is_written(string name)
    {
        PoolKernel<float> kernel = (PoolKernel<float>)TestKernels.ByName(name);
        PoolShape shape = TestShapes.For(kernel).Accepted.First(shape => shape is { Batch: > 0, Height: > 1 } || kernel.FixedShape.Height == 1);
        int length = kernel.Config.OutputShape(shape).Length;
        float[] memory = Enumerable.Repeat(Untouched, shape.Length + length).ToArray();

        ArgumentException shortInput = Refusal("input", shape.Length - 1, length, separate: true);
        Assert.Contains(Text(shape.Length - 1), shortInput.Message, StringComparison.Ordinal);
        Assert.Contains(Text(shape.Length), shortInput.Message, StringComparison.Ordinal);
        ArgumentException shortOutput = Refusal("output", shape.Length, length - 1, separate: true);
        Assert.Contains(Text(length), shortOutput.Message, StringComparison.Ordinal);
        Refusal("output", shape.Length, length, separate: false);

        (string axis, PoolShape foreign)? wrong = Foreign(kernel.FixedShape, shape);
        if (wrong is (string axis, PoolShape foreign))
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>("shape", () => kernel.Run(new float[foreign.Length], memory, foreign));
            Assert.Contains(axis, refusal.Message, StringComparison.Ordinal);
        }

        Assert.All(memory, element => Assert.Equal(Untouched, element));

        ArgumentException Refusal(string argument, int inputLength, int outputLength, bool separate) => Assert.Throws<ArgumentException>(argument, () =>
        {
            int start = separate ? shape.Length : shape.Length - 1;
            kernel.Run(memory.AsSpan(0, inputLength), memory.AsSpan(start, outputLength), shape);
        });
    }

    [Fact]
    public void Spans_that_are_longer_than_needed_may_touch_and_keep_the_rest()
    {
        PoolShape shape = new(1, 1, 4, 4);
        float[] memory = Enumerable.Repeat(Untouched, 32).ToArray();
        for (int i = 0; i < shape.Length; i++)
            memory[i] = i;

        // Both spans go on to the end of the memory; only the used parts must be apart.
        WindowPools.Max4x4S4(memory, memory.AsSpan(shape.Length), shape);

        Assert.Equal(15, memory[shape.Length]);
        Assert.All(memory[(shape.Length + 1)..], element => Assert.Equal(Untouched, element));
    }

    /// <summary>A shape that differs in one fixed axis, or null where none is fixed.</summary>
    private static (string Axis, PoolShape Shape)? Foreign(PoolFixedShape axes, PoolShape shape)
    {
        if (axes.Batch is not null)
            return ("batch", new PoolShape(shape.Batch + 1, shape.Channels, shape.Depth, shape.Height, shape.Width));
        if (axes.Channels is not null)
            return ("channels", new PoolShape(shape.Batch, shape.Channels + 1, shape.Depth, shape.Height, shape.Width));
        if (axes.Depth is not null)
            return ("depth", new PoolShape(shape.Batch, shape.Channels, shape.Depth + 1, shape.Height, shape.Width));
        if (axes.Height is not null)
            return ("height", new PoolShape(shape.Batch, shape.Channels, shape.Depth, shape.Height + 1, shape.Width));
        return axes.Width is null ? null : ("width", new PoolShape(shape.Batch, shape.Channels, shape.Depth, shape.Height, shape.Width + 1));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
