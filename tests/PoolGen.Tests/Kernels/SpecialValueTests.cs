using System.Numerics;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>NaN, infinities, signed zeros and subnormals at every place of an image: in each lane, in the body, the tail and the border.</summary>
[Trait("Category", "kernels")]
public sealed class SpecialValueTests
{
    /// <summary>Taps that the oracle takes for one value; a dozen kernels of large windows would otherwise take half of the time of all.</summary>
    private const long MostTaps = 300_000_000;

    public static TheoryData<string> Names => [.. TestKernels.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_special_value_is_treated_alike_wherever_it_stands(string name) => Check(name, new OneOfMany());

    [Theory]
    [MemberData(nameof(Names))]
    public void Images_of_nothing_but_special_values_are_pooled_by_the_rules(string name) => Check(name, new NothingElse());

    private static void Check(string name, IKernelVisitor<string?> fault) => Assert.Null(ElementTypes.Visit(TestKernels.ByName(name), fault));

    /// <summary>An image that holds one special value among small whole numbers, for every place and every special value; where windows are large, for every few places.</summary>
    private static string? OneEverywhere<T>(PoolKernel<T> kernel)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        PoolShape shape = Image(kernel);
        T[] plain = Inputs.Make<T>(Data.Integers, seed: 1, shape.Length);
        int specials = Inputs.Specials<T>().Length;
        long taps = (long)Oracle.OutputShape(kernel.Config, shape).Length * Taps(kernel.Config.Depth) * Taps(kernel.Config.Height) * Taps(kernel.Config.Width);

        // An odd number of places, so that every lane has its turn.
        int step = (int)(2 * (taps * shape.Length / MostTaps)) + 1;
        for (int place = 0; place < shape.Length; place += step)
        {
            // A fixed plane can be large; then each place takes its turn with one value only.
            for (int special = 0; special < specials; special++)
            {
                if (shape.Length > 512 && special != place % specials)
                    continue;
                T[] input = [.. plain];
                input[place] = Inputs.Specials<T>()[special];
                string? fault = WholeFault(kernel, shape, input);
                if (fault is not null)
                    return $"{fault}\n  with {Same.Text(input[place])} at element {place}";
            }
        }

        return null;
    }

    private static string? Only<T>(PoolKernel<T> kernel)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        PoolShape shape = Image(kernel);
        Random random = new(2);
        string? fault = null;
        foreach (T special in Inputs.Specials<T>())
        {
            T other = Inputs.Specials<T>()[random.Next(Inputs.Specials<T>().Length)];
            T[] all = new T[shape.Length];
            Array.Fill(all, special);
            T[] mixed = [.. all.Select(value => random.Next(2) == 0 ? value : other)];
            fault ??= WholeFault(kernel, shape, all) ?? WholeFault(kernel, shape, mixed);
            if (fault is not null)
                return $"{fault}\n  with {Same.Text(special)}, then mixed with {Same.Text(other)}";
        }

        return null;
    }

    private static string? WholeFault<T>(PoolKernel<T> kernel, PoolShape shape, T[] input)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        PoolCase @case = new(kernel.Config, shape, kernel.ElementType, Data.Special, Seed: 0);
        return new Expectation<T>(@case, input).Fault(kernel.Name, (elements, pooled, _, _) => kernel.Run(elements, pooled, shape));
    }

    /// <summary>An image with more than one vector of outputs, a tail and borders, and as few rows as that needs.</summary>
    private static PoolShape Image(PoolKernel kernel)
    {
        PoolConfig config = kernel.Config;
        PoolShape image = config.Layout == PoolLayout.ChannelsFirst
            ? new PoolShape(1, 1, Reach(config.Depth), Reach(config.Height) + config.Height.Stride, Reach(config.Width) + (18 * config.Width.Stride) + 1)
            : new PoolShape(1, 19, Reach(config.Depth), Reach(config.Height), Reach(config.Width) + config.Width.Stride);
        return TestShapes.Fixed(kernel.FixedShape, image);
    }

    private static int Taps(PoolAxis axis) => Math.Max(1, axis.Window);

    private static int Reach(PoolAxis axis) => ((axis.Window - 1) * axis.Dilation) + 1;

    private sealed class OneOfMany : IKernelVisitor<string?>
    {
        public string? Visit<T>(PoolKernel<T> kernel)
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => OneEverywhere(kernel);
    }

    private sealed class NothingElse : IKernelVisitor<string?>
    {
        public string? Visit<T>(PoolKernel<T> kernel)
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Only(kernel);
    }
}
