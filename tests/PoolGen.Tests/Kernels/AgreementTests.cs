using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>Every kernel of the set against the oracle: shapes around every boundary, all kinds of data, whole and in parts.</summary>
[Trait("Category", "kernels")]
public sealed class AgreementTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. TestKernels.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernel_computes_what_the_oracle_computes(string name)
    {
        PoolKernel kernel = TestKernels.ByName(name);
        (List<PoolShape> shapes, int refused) = TestShapes.For(kernel);

        string? fault = null;
        for (int i = 0; i < shapes.Count && fault is null; i++)
            fault = Ways.Fault(kernel, new PoolCase(kernel.Config, shapes[i], kernel.ElementType, TestShapes.DataFor(kernel.Config, i), i));

        Assert.Null(fault);
        Assert.NotEmpty(shapes);
        output.WriteLine($"{shapes.Count} shapes computed, {refused} refused by the configuration");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernel_refuses_exactly_the_shapes_that_the_rules_refuse(string name)
    {
        PoolKernel kernel = TestKernels.ByName(name);
        List<string> wrong = [];
        foreach (PoolShape shape in TestShapes.Tried(kernel).Distinct())
        {
            Exception? refusal = Record.Exception(() => kernel.Config.OutputShape(shape));
            bool accepts = Oracle.Accepts(kernel.Config, shape);
            if (accepts != refusal is null || (!accepts && refusal is not ArgumentException))
                wrong.Add($"{shape}: {refusal?.Message ?? "accepted"}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Names_of_the_set_are_distinct_and_its_configurations_cover_the_field()
    {
        Assert.Equal(TestKernels.All.Count, TestKernels.Names.Distinct().Count());

        PoolConfig[] configs = [.. TestKernels.All.Select(kernel => kernel.Config).Distinct()];
        Assert.True(configs.Length >= 60, $"{configs.Length} configurations");
        foreach (int window in new[] { 1, 2, 3, 4, 5, 6, 7, 13 })
            Assert.Contains(configs, config => config.Height.Window == window && config.Width.Window == window);
        foreach (int stride in new[] { 1, 2, 3, 4 })
            Assert.Contains(configs, config => config.Height.Stride == stride && config.Width.Stride == stride);
        foreach (PoolLayout layout in Enum.GetValues<PoolLayout>())
        {
            foreach (PoolMode mode in Enum.GetValues<PoolMode>())
            {
                PoolConfig[] volumes = [.. configs.Where(config => config.Layout == layout && config.Mode == mode && config.Depth.Window > 1)];
                Assert.Contains(volumes, config => config.CeilMode);
                Assert.Contains(volumes, config => config.Depth.Dilation > 1);
                Assert.Contains(volumes, config => config.Depth.PaddingBefore != config.Depth.PaddingAfter);
                Assert.Contains(volumes, config => config.Depth.Stride > 1 && config.Depth.Stride != config.Depth.Window);
                Assert.Contains(configs, config => config.Layout == layout && config.Mode == mode && config.Height == default && config.Width.Window > 1);
                PoolConfig[] some = [.. configs.Where(config => config.Layout == layout && config.Mode == mode)];
                Assert.Contains(some, config => config.CeilMode);
                Assert.Contains(some, config => config.Height.Dilation > 1);
                Assert.Contains(some, config => config.Height.PaddingBefore != config.Height.PaddingAfter);
                Assert.Contains(some, config => config.Height.Window != config.Width.Window);
                if (mode == PoolMode.Average)
                {
                    Assert.Contains(some, config => config.IsPadded && config.CountIncludePad && config.DivisorOverride is null);
                    Assert.Contains(some, config => !config.CountIncludePad);
                    Assert.Contains(some, config => config.DivisorOverride < 0);
                }
            }
        }
    }
}
