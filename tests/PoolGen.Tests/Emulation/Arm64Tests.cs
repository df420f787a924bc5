using System.Runtime.InteropServices;
using PoolGen.Tests.Children;
using PoolGen.Tests.GuardPages;
using PoolGen.Tests.Kernels;
using Xunit;

namespace PoolGen.Tests.Emulation;

/// <summary>The kernels as an Arm64 program, under user-mode emulation where that is set up: the same numbers, from 128-bit vectors.</summary>
[Trait("Category", "arm64")]
public sealed class Arm64Tests(Arm64Program program, ITestOutputHelper output) : IClassFixture<Arm64Program>
{
    /// <summary>A test per kernel where there is a program, and else one that says why there is none.</summary>
    public static TheoryData<string> Names => Arm64Program.IsGiven ? [.. TestKernels.Names] : ["every kernel"];

    [Fact]
    public void The_program_runs_on_Arm64_with_vectors_of_128_bits()
    {
        Assert.SkipUnless(Arm64Program.IsGiven, Arm64Program.Reason);
        Assert.NotEmpty(program.Checks.Lines);
        output.WriteLine(program.Checks.Lines[0]);

        Assert.Equal(KernelChecks.Describe(Architecture.Arm64, advSimd: true, widest: "128"), program.Checks.Lines[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kernel_computes_what_the_oracle_computes(string name)
    {
        Assert.SkipUnless(Arm64Program.IsGiven, Arm64Program.Reason);
        string start = name + ": ";
        string? line = program.Checks.Lines.SingleOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));

        Assert.True(line is not null, $"The program ended before it: {program.Checks}");
        Assert.StartsWith(start + KernelChecks.Right, line, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_are_those_of_this_processor()
    {
        Assert.SkipUnless(Arm64Program.IsGiven, Arm64Program.Reason);
        ChildResult own = Child.Start(ResultHashes.Task);
        Assert.True(program.Hashes.ExitCode == 0, $"The program failed: {program.Hashes}");
        output.WriteLine($"{own.Lines[0]} here, {program.Hashes.Lines[0]} there, {own.Lines.Count - 1} kernels");

        Assert.Equal(TestKernels.All.Count + 1, own.Lines.Count);
        Assert.Equal("128", program.Hashes.Lines[0]);
        Assert.Equal(own.Lines.Skip(1), program.Hashes.Lines.Skip(1));
    }

    [Fact]
    public void No_kernel_touches_a_guard_page()
    {
        Assert.SkipUnless(Arm64Program.IsGiven, Arm64Program.Reason);
        ChildResult guarded = program.Guarded;

        Assert.True(guarded.ExitCode == 0 && guarded.Lines[^1] == GuardedCalls.Finished, $"The program died: {guarded}");
        output.WriteLine($"{guarded.Lines.Count - 1} calls without a fault");
    }
}
