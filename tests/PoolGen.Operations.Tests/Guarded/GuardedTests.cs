using System.Diagnostics;
using System.Reflection;
using PoolGen.Tests.GuardPages;
using Xunit;

namespace PoolGen.Operations.Tests.Guarded;

/// <summary>Nothing is read or written outside of the spans: every kernel runs between pages that nobody may touch, in a process of its own.</summary>
[Trait("Category", "kernels")]
public sealed class GuardedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task No_kernel_touches_a_guard_page()
    {
        Assert.SkipUnless(GuardedMemory.IsSupported, "Guard pages need mmap and mprotect as Linux has them");
        string self = Environment.ProcessPath!;
        ProcessStartInfo start = new(self) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        start.ArgumentList.Add(GuardedOperations.Switch);
        using Process child = Process.Start(start)!;
        string[] lines = (await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd().Split('\n');
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(child.ExitCode == 0 && lines[^1] == GuardedOperations.Finished, $"The child died with {child.ExitCode} after '{lines[^1]}'");
        output.WriteLine($"{lines.Length - 1} calls without a fault");
    }
}
