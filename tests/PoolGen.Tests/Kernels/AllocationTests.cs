using System.Globalization;
using PoolGen.Tests.Children;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>A kernel call on one thread allocates nothing, not even now and then.</summary>
[Trait("Category", "kernels")]
public sealed class AllocationTests(ITestOutputHelper output)
{
    [Fact]
    public void No_kernel_allocates()
    {
        foreach ((string Name, string Value)[] settings in AllocatedBytes.Settings)
        {
            ChildResult child = Child.Start(AllocatedBytes.Task, settings);
            Assert.True(child.ExitCode == 0, $"The child failed: {child}");
            output.WriteLine($"{string.Join(' ', settings)}: {child.Lines[0]} calls counted");

            // The measure sees a single allocation of a thousand bytes among the calls.
            Assert.InRange(long.Parse(child.Lines[1], CultureInfo.InvariantCulture), 1000, 1100);
            Assert.True(child.Lines.Count == 2, string.Join('\n', child.Lines.Skip(2).Take(10)));
        }
    }
}
