using System.Runtime.InteropServices;
using PoolGen.Tests.Children;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>The same input gives the same output with vectors of every width and on any number of threads.</summary>
public sealed class WidthTests(ITestOutputHelper output)
{
    /// <summary>The settings that take a vector width away, and what may be left. A setting that a runtime does not know is silently ignored.</summary>
    private static readonly (string Setting, string[] Left)[] Narrower =
    [
        ("DOTNET_EnableAVX512", ["256", "128", "scalar"]),
        ("DOTNET_EnableAVX2", ["128", "scalar"]),
        ("DOTNET_EnableHWIntrinsic", ["scalar"]),
    ];

    [Fact]
    [Trait("Category", "kernels")]
    public void The_process_computes_with_the_width_that_it_was_started_for()
    {
        output.WriteLine($"widest vectors: {Widths.Widest}");
        Assert.SkipWhen(Widths.Expected is null, $"{Widths.Variable} is not set; the widest vectors are {Widths.Widest}");

        Assert.Equal(Widths.Expected, Widths.Widest);
    }

    [Fact]
    public void Results_are_the_same_for_every_width_and_number_of_threads()
    {
        ChildResult widest = Child.Start(ResultHashes.Task);
        Assert.True(widest.ExitCode == 0, $"The child failed: {widest}");
        Assert.Equal(TestKernels.All.Count + 1, widest.Lines.Count);
        Assert.DoesNotContain(widest.Lines, line => line.Contains(ResultHashes.ThreadsDiffer, StringComparison.Ordinal));
        int whole = widest.Lines.Count(line => line.Contains(ResultHashes.TooSmall, StringComparison.Ordinal));
        Assert.Equal(TestKernels.All.Count(kernel => kernel.FixedShape is { Batch: not null, Channels: not null }), whole);
        output.WriteLine($"{widest.Lines[0]}: {TestKernels.All.Count} kernels, {whole} of them fixed to shapes too small for threads");

        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "Only x64 has settings that take vector widths away");
        foreach ((string setting, string[] left) in Narrower)
        {
            ChildResult narrower = Child.Start(ResultHashes.Task, (setting, "0"));
            Assert.True(narrower.ExitCode == 0, $"The child with {setting}=0 failed: {narrower}");
            Assert.Contains(narrower.Lines[0], left);
            Assert.Equal(widest.Lines.Skip(1), narrower.Lines.Skip(1));
            output.WriteLine($"{setting}=0, {narrower.Lines[0]}: the same");
        }
    }
}
