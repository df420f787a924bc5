using System.Text.RegularExpressions;

namespace PoolGen.Package.Tests;

/// <summary>What a user meets first: the examples of the README, and an error of the compiler.</summary>
public class BuildTests(PackedPackage package)
{
    [Fact]
    public async Task The_examples_of_the_README_run_as_they_stand()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(PackedPackage.Repository, "README.md"), TestContext.Current.CancellationToken);
        string[] examples = [.. Regex.Matches(readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(static match => match.Groups[1].Value)];
        Assert.Equal(3, examples.Length);
        // The first example is a program, the second a method of some class, the third goes on with the first.
        int declarations = examples[0].IndexOf("[PoolKernel", StringComparison.Ordinal);
        string program = $"{examples[0].Insert(declarations, examples[2])}\ninternal static partial class Methods\n{{\n{examples[1]}}}\n";

        string folder = package.CreateConsumer("readme", program);
        string output = (await Command.Run(folder, "dotnet", "run", "-c", "Release", "-p:ImplicitUsings=enable", "-p:UseSharedCompilation=false")).Succeeded();
        Assert.Contains("runs: Max3x3S2P1_64x112x112, a kernel for channels 64, height 112, width 112", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_argument_is_the_one_error_of_the_build_and_stands_where_it_was_written()
    {
        string folder = package.CreateConsumer("broken", """
            using System;
            using PoolGen;
            using static PoolGen.PoolMode;

            Broken.Downsample(new float[4], new float[1], new PoolShape(1, 1, 2, 2));

            internal static partial class Broken
            {
                [PoolKernel(0, 2, Max)]
                public static partial void Downsample(ReadOnlySpan<float> input, Span<float> output, PoolShape shape);
            }
            """);
        Command build = await Command.Run(folder, "dotnet", "build", "-c", "Release", "-o", "out", "-p:UseSharedCompilation=false");

        Assert.NotEqual(0, build.ExitCode);
        string[] errors = [.. build.Output.Split('\n').Where(static line => line.Contains(": error ", StringComparison.Ordinal)).Select(Error).Distinct()];
        Assert.Equal(["Program.cs(9,17): error POOL001: The height of the window is 0; it must be from 1 to 4096"], errors);
    }

    /// <summary>An error of a build without its folder, its help link and its project.</summary>
    private static string Error(string line)
    {
        int start = line.IndexOf("Program.cs", StringComparison.Ordinal);
        int end = line.IndexOf(" (http", StringComparison.Ordinal);
        return line[Math.Max(start, 0)..(end < 0 ? line.Length : end)].Trim();
    }
}
