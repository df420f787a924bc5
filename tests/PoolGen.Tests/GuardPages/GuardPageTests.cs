using PoolGen.Tests.Children;
using Xunit;

namespace PoolGen.Tests.GuardPages;

/// <summary>Nothing is read or written outside of the spans: every kernel runs between pages that nobody may touch.</summary>
[Trait("Category", "kernels")]
public sealed class GuardPageTests(ITestOutputHelper output)
{
    private const string Reason = "Guard pages need mmap and mprotect as Linux has them";

    [Fact]
    public void No_kernel_touches_a_guard_page()
    {
        Assert.SkipUnless(GuardedMemory.IsSupported, Reason);
        ChildResult child = Child.Start(GuardedCalls.Task);

        Assert.True(child.ExitCode == 0 && child.Lines[^1] == GuardedCalls.Finished, $"The child died: {child}");
        output.WriteLine($"{child.Lines.Count - 1} calls without a fault");
    }

    [Theory]
    [InlineData(GuardedCalls.ReadBehindTask)]
    [InlineData(GuardedCalls.WriteBeforeTask)]
    public void A_guard_page_ends_the_process_and_the_last_line_names_the_call(string task)
    {
        Assert.SkipUnless(GuardedMemory.IsSupported, Reason);
        ChildResult child = Child.Start(task);

        Assert.NotEqual(0, child.ExitCode);
        Assert.Equal(task, child.Lines[^1]);
    }
}
