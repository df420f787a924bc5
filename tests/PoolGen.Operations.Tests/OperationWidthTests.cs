using System.Runtime.Intrinsics;
using Xunit;

namespace PoolGen.Operations.Tests;

/// <summary>The kernels are tested in processes with narrower vectors, too; some settings are ignored without a word.</summary>
[Trait("Category", "kernels")]
public sealed class OperationWidthTests
{
    private const string ExpectedWidth = "POOLGEN_EXPECT_WIDTH";

    [Fact]
    public void The_process_has_the_vectors_that_it_was_started_for()
    {
        string? expected = Environment.GetEnvironmentVariable(ExpectedWidth);
        Assert.SkipWhen(expected is null, $"{ExpectedWidth} is not set");
        Assert.Equal(expected, Vector256.IsHardwareAccelerated ? "256" : Vector128.IsHardwareAccelerated ? "128" : "scalar");
    }
}
