using System.Reflection;
using System.Text.RegularExpressions;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>The examples on the pages of the diagnostics do what the pages say.</summary>
public class DocumentationTests
{
    private static readonly string Pages = Path.Combine(
        typeof(DocumentationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "RepositoryRoot").Value!,
        "docs", "diagnostics");

    /// <summary>Every id but that of the language version, whose example is a line of a project file.</summary>
    public static TheoryData<string> Ids =>
        [.. PoolDiagnostics.All.Where(rule => rule != PoolDiagnostics.LanguageVersion).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_before_has_the_diagnostic_and_the_one_after_has_none(string id)
    {
        string[] examples = [.. Regex.Matches(File.ReadAllText(Path.Combine(Pages, id + ".md")), "```csharp\n(.*?)```", RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value)];
        Assert.Equal(2, examples.Length);
        Assert.Contains(id, await IdsOfAsync(examples[0]));
        Assert.Empty(await IdsOfAsync(examples[1]));
    }

    private static async Task<IReadOnlyList<string>> IdsOfAsync(string example)
    {
        string source = example.Contains("class ", StringComparison.Ordinal) ? example
            : example.EndsWith(")]\n", StringComparison.Ordinal) ? example + "public static partial class Pools;"
            : $"public static partial class Pools\n{{\n{example}}}\n";
        string usings = example.Contains("using PoolGen;", StringComparison.Ordinal) ? "" : "using PoolGen;\n";
        GeneratorRun run = GeneratorRun.Of("global using System;\n" + usings + source);
        return [.. (await Markup.DiagnosticsOfAsync(run.Output)).Select(item => item.Id)];
    }
}
