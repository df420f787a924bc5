using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Operations.Tests;

/// <summary>That a process has the vectors that it was started for.</summary>
public sealed class WidthTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Category", "kernels")]
    public void The_process_computes_with_the_width_that_it_was_started_for()
    {
        output.WriteLine($"widest vectors: {Widths.Widest}");
        Assert.SkipWhen(Widths.Expected is null, $"{Widths.Variable} is not set; the widest vectors are {Widths.Widest}");

        Assert.Equal(Widths.Expected, Widths.Widest);
    }
}
