using System.Runtime.Intrinsics.X86;

namespace PoolGen.Package.Tests;

/// <summary>A new console project with the package pools under the JIT, trimmed and compiled ahead of time, with the same numbers.</summary>
public class ConsumerTests(PackedPackage package, ITestOutputHelper log)
{
    private static readonly Dictionary<string, NaivePool> Expected = new()
    {
        ["Max2x2S2"] = new(false, 2, 2, 2, 3, 19, 37),
        ["Max3x3S2P1"] = new(false, 3, 2, 2, 3, 19, 37) { Padding = 1 },
        ["Max3x3S2P1_4x12x40"] = new(false, 3, 2, 1, 4, 12, 40) { Padding = 1 },
        ["Average2x2S2ChannelsLast"] = new(true, 2, 2, 2, 19, 9, 7) { ChannelsLast = true },
        ["Average3x3S1P1ExcludePad"] = new(true, 3, 1, 2, 3, 19, 37) { Padding = 1, ExcludePad = true, InDouble = true },
        ["Downsample"] = new(false, 2, 2, 2, 3, 19, 37),
        ["own"] = new(false, 3, 2, 1, 4, 12, 40) { Padding = 1 },
        ["everyday"] = new(true, 2, 2, 2, 3, 19, 37),
        ["both"] = new(true, 3, 1, 2, 3, 19, 37) { Padding = 1, ExcludePad = true, InDouble = true },
        ["tensor"] = new(false, 3, 2, 2, 3, 19, 37) { Padding = 1 },
        ["fallback"] = new(false, 5, 3, 2, 3, 19, 37) { Padding = 2, Ceil = true },
    };

    [Fact]
    public async Task Builds_without_a_warning_and_pools_under_the_JIT()
    {
        string folder = package.CreateConsumer("jit", Consumer());
        (await Command.Run(folder, "dotnet", "build", "-c", "Release", "-o", "out", "-p:UseSharedCompilation=false")).Succeeded();

        Assert.True(Directory.Exists(Path.Combine(package.PackagesFolder, "poolgen", package.Version)), "The package was restored from elsewhere");
        await CheckOutput(folder, "dotnet", Path.Combine("out", "Consumer.dll"));
    }

    [Fact]
    public async Task Pools_when_trimmed()
    {
        string folder = package.CreateConsumer("trimmed", Consumer());
        await Publish(folder, "-p:PublishTrimmed=true", "-p:TrimMode=full", "-p:TrimmerSingleWarn=false", "--self-contained");
        await CheckOutput(folder, Executable(folder));
    }

    [Theory]
    [InlineData("baseline")]
    [InlineData("x86-64-v3")]
    public async Task Pools_when_compiled_ahead_of_time(string instructions)
    {
        bool baseline = instructions == "baseline";
        Assert.SkipWhen(Toolchain.Missing() is not null, Toolchain.Missing() ?? "");
        Assert.SkipUnless(baseline || Avx2.IsSupported, "This processor has no AVX2, which x86-64-v3 needs");

        string folder = package.CreateConsumer("aot-" + instructions, Consumer());
        await Publish(folder, ["-p:PublishAot=true", "-p:TrimmerSingleWarn=false", .. baseline ? [] : new[] { $"-p:IlcInstructionSet={instructions}" }]);
        string output = await CheckOutput(folder, Executable(folder));
        Assert.SkipUnless(Avx2.IsSupported, "The numbers are right; which widths are accelerated is known for x64 with AVX2 only");
        Assert.Contains($"widths: 128 True, 256 {!baseline}, 512 False", output, StringComparison.Ordinal);
    }

    private async Task<string> CheckOutput(string folder, string program, params string[] arguments)
    {
        string output = (await Command.Run(folder, program, arguments)).Succeeded();
        string[] lines = output.Split('\n', StringSplitOptions.TrimEntries);
        log.WriteLine(Assert.Single(lines, static line => line.StartsWith("widths:", StringComparison.Ordinal)));
        foreach ((string name, NaivePool pool) in Expected)
            Assert.Contains($"{name}: {pool.Text()}", lines);
        Assert.Contains("bound: Max3x3S2P1_4x12x40", lines);
        Assert.Contains("bound: Average2x2S2", lines);
        return output;
    }

    private static async Task Publish(string folder, params string[] arguments)
    {
        string output = (await Command.Run(
            folder, "dotnet", ["publish", "-c", "Release", "-o", "out", "--use-current-runtime", "-p:UseSharedCompilation=false", .. arguments])).Succeeded();
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
    }

    private static string Consumer() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Consumer.cs"));

    private static string Executable(string folder) => Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "Consumer.exe" : "Consumer");
}
