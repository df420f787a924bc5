using CsCheck;
using PoolGen.Tests.Dispatch;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>Random cases, which CsCheck shrinks to the smallest that fails.</summary>
[Trait("Category", "kernels")]
public sealed class PropertyTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, 1_000_000];

    [Fact]
    public void Any_configuration_is_computed_as_the_oracle_does() =>
        Gen.Select(RandomPools.Config, RandomPools.Shape, Gen.Int[0, ElementTypes.All.Count - 1], Gen.Int[0, 5], Seeds).Sample(
            (config, shape, element, data, seed) =>
            {
                if (Oracle.Accepts(config, shape) && RandomPools.Fits(config, ElementTypes.All[element]))
                    Assert.Null(Ways.Fault(new PoolCase(config, shape, ElementTypes.All[element], TestShapes.DataFor(config, data), seed)));
            },
            iter: 2_000);

    [Fact]
    public void Any_kernel_computes_any_shape_as_the_oracle_does() =>
        Gen.Select(Gen.Int[0, TestKernels.All.Count - 1], RandomPools.Shape, Gen.Int[0, 5], Seeds).Sample(
            (index, shape, data, seed) =>
            {
                PoolKernel kernel = TestKernels.All[index];
                shape = TestShapes.Fixed(kernel.FixedShape, shape);
                if (Oracle.Accepts(kernel.Config, shape))
                    Assert.Null(Ways.Fault(kernel, new PoolCase(kernel.Config, shape, kernel.ElementType, TestShapes.DataFor(kernel.Config, data), seed)));
            },
            iter: 5_000);
}
