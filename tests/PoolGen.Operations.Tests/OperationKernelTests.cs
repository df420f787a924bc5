using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests;

/// <summary>Kernels of operations and the generic loops agree with the oracle: values, the signs of zeros, and indices.</summary>
[Trait("Category", "kernels")]
public sealed class OperationKernelTests(ITestOutputHelper output)
{
    private static readonly PoolDispatcher FallbackOnly = new([]);
    private static readonly PoolDispatcher WithKernels = new(IndexPools.Kernels);

    public static TheoryData<Data> AllData => [.. Enum.GetValues<Data>()];

    [Theory]
    [MemberData(nameof(AllData))]
    public void Kernels_agree_with_the_oracle(Data data) => Check(data, kernel => null);

    [Fact]
    public void The_generic_loops_agree_with_the_oracle() => Check(Data.Special, kernel => FallbackOnly);

    [Fact]
    public void The_dispatcher_agrees_with_the_oracle() => Check(Data.Integers, kernel => WithKernels);

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(18)]
    [InlineData(21)]
    [InlineData(38)]
    public void A_single_NaN_is_found_wherever_it_stands(int width)
    {
        PoolKernel[] kernels =
        [
            .. IndexPools.Kernels.Where(kernel => kernel.Operation == PoolOperation.ForwardWithIndices && kernel.Config is { Layout: PoolLayout.ChannelsFirst, PoolsDepth: false }
                && kernel.FixedShape == default && (kernel.ElementType == typeof(float) || kernel.ElementType == typeof(double))),
        ];
        List<string> faults = [];
        foreach (PoolKernel kernel in kernels)
        {
            if (OperationCases.Visit(kernel, new SingleNaN(kernel, new(1, 1, 7, width))) is string fault)
                faults.Add(fault);
        }

        output.WriteLine($"{kernels.Length} kernels");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.InRange(kernels.Length, 15, int.MaxValue);
    }

    /// <summary>Targets of more than 8 MiB are stored past the caches: rows that are whole vectors, and rows that are not.</summary>
    [Theory]
    [InlineData(672)]
    [InlineData(675)]
    public void Large_targets_agree_with_the_oracle(int width)
    {
        PoolShape shape = new(1, 5, 640, width);
        PoolKernel[] kernels = [.. IndexPools.Kernels.Where(kernel => kernel is { Operation: not PoolOperation.ForwardWithIndices, Config: { Mode: PoolMode.Max, PoolsDepth: false } }
            && kernel.Indexing == PoolIndexing.Plane && kernel.FixedShape == default && kernel.Config.Width is { Window: 2, Stride: 2 } && kernel.ElementType == typeof(float))];
        foreach (PoolKernel kernel in kernels)
            Assert.Null(OperationCases.Visit(kernel, new OperationCheck(kernel, shape, Data.Special, Seed: 1)));
        Assert.InRange(kernels.Length, 4, int.MaxValue);
    }

    /// <summary>Targets as large, of every other type; unpooling and gradients are stored alike.</summary>
    [Fact]
    public void Large_targets_of_other_types_agree_with_the_oracle()
    {
        PoolKernel[] kernels = [.. IndexPools.Kernels.Where(kernel => kernel is { Operation: not PoolOperation.ForwardWithIndices, Config: { Layout: PoolLayout.ChannelsFirst, PoolsDepth: false, Height: { Window: 2, Stride: 2 }, Width: { Window: 2, Stride: 2 } } }
            && kernel.Indexing is not null && kernel.FixedShape == default && kernel.ElementType != typeof(float)).DistinctBy(kernel => kernel.ElementType)];
        foreach (PoolKernel kernel in kernels)
        {
            int size = System.Runtime.InteropServices.Marshal.SizeOf(kernel.ElementType);
            Assert.Null(OperationCases.Visit(kernel, new OperationCheck(kernel, new(1, 1 + (8 * 1024 * 1024 / (size * 640 * 672)), 640, 672), Data.Special, Seed: 1)));
        }

        output.WriteLine(string.Join(", ", kernels.Select(kernel => kernel.ElementType.Name)));
        Assert.NotEmpty(kernels);
    }

    /// <summary>The same, at every place in a vector where a target may start; once an index points out of its window.</summary>
    [Theory]
    [MemberData(nameof(Starts))]
    public void Large_targets_agree_wherever_they_start(int start)
    {
        PoolShape shape = new(1, 65, 224, 168);
        PoolScatterKernel<float, int>[] kernels =
        [
            .. IndexPools.Kernels.OfType<PoolScatterKernel<float, int>>().Where(kernel => kernel.Indexing == PoolIndexing.Plane && kernel.FixedShape == default
                && kernel.Config is { Layout: PoolLayout.ChannelsFirst, PoolsDepth: false, Width: { Window: 2, Stride: 2 } }),
        ];
        foreach (PoolScatterKernel<float, int> kernel in kernels)
        {
            int length = kernel.Config.OutputShape(shape).Length;
            float[] input = Inputs.Make<float>(Data.Spread, 3, shape.Length), values = new float[length], expected = new float[shape.Length];
            int[] indices = new int[length];
            FallbackOnly.RunWithIndices(kernel.Config, shape, input, values.AsSpan(), indices.AsSpan());
            indices[length / 2] = start == 0 ? indices[length / 2] : 5;
            if (kernel.Operation == PoolOperation.Unpool)
                FallbackOnly.Unpool<float, int>(kernel.Config, shape, values, indices, expected);
            else
                FallbackOnly.RunBackward<float, int>(kernel.Config, shape, values, indices, expected);
            PlacedTarget target = new(shape.Length, start);

            kernel.Run(values, indices, target.Span, shape);

            Assert.Null(target.Fault(expected));
        }

        Assert.InRange(kernels.Length, 2, int.MaxValue);
    }

    public static TheoryData<int> Starts => [.. Enumerable.Range(0, 9)];

    private void Check(Data data, Func<PoolKernel, PoolDispatcher?> by)
    {
        List<string> faults = [];
        int cases = 0;
        foreach (PoolKernel kernel in IndexPools.Kernels)
        {
            // What is written where indices say does not depend on what the elements are.
            if (kernel.Indexing is null || (kernel.Operation != PoolOperation.ForwardWithIndices && data is not (Data.Integers or Data.Special)))
                continue;
            foreach (PoolShape shape in OperationCases.Shapes(kernel))
            {
                cases++;
                if (OperationCases.Visit(kernel, new OperationCheck(kernel, shape, data, cases, by(kernel))) is string fault)
                    faults.Add(fault);
            }
        }

        output.WriteLine($"{cases} cases, {faults.Count} faults");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
        Assert.InRange(cases, 1000, int.MaxValue);
    }
}
