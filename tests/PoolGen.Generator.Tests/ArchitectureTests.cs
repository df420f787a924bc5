using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Emit;
using PoolGen.Generator.Model;
using PoolGen.Generator.Plan;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>What keeps the rooms apart and the tables whole.</summary>
public class ArchitectureTests
{
    private static readonly string Root = typeof(ArchitectureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(item => item.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Ids => [.. PoolDiagnostics.All.Select(rule => rule.Id)];

    [Fact]
    public void Every_mode_has_its_rows()
    {
        foreach (PoolMode mode in Enum.GetValues<PoolMode>())
        {
            Assert.NotNull(ModeRule.Of(mode, wholeNumbers: false));
            Assert.NotNull(ModeRule.Of(mode, wholeNumbers: true));
            Assert.NotNull(ModeTraits.Of(mode));
            _ = PoolModeOptions.Of(mode);
        }
    }

    [Fact]
    public void Every_element_type_has_its_row_and_compiles()
    {
        foreach (ElementType element in Enum.GetValues<ElementType>())
        {
            string keyword = ElementRule.Of(element).Keyword;
            GeneratorRun run = GeneratorRun.Of($"{Compilations.Usings}[PoolKernel<{keyword}>(2, 2, Max)] partial class Pools;").CompilesClean();
            Assert.Equal(2, run.Files.Count);
        }
    }

    [Fact]
    public void Every_element_type_mode_and_layout_has_code_of_its_own()
    {
        foreach (ElementType element in Enum.GetValues<ElementType>())
        {
            // Several windows and strides, so that every skeleton is written.
            string[] kernels =
            [
                .. from layout in Enum.GetValues<PoolLayout>()
                   from mode in Enum.GetValues<PoolMode>()
                   where mode != PoolMode.Lp || !element.IsWhole()
                   from sizes in new[] { "2, 2", "3, 2", "3, 1", "5, 1" }
                   let norm = mode == PoolMode.Lp ? ", Norm = 2" : ""
                   let rounding = mode == PoolMode.Average && element.IsWhole() ? ", Rounding = PoolRounding.HalfEven" : ""
                   select $"[PoolKernel<{ElementRule.Of(element).Keyword}>({sizes}, PoolMode.{mode}, Layout = PoolLayout.{layout}{norm}{rounding})]",
            ];
            GeneratorRun run = GeneratorRun.Of($"{Compilations.Usings}{string.Join('\n', kernels)}\npartial class Pools;").CompilesClean();
            Assert.Equal(kernels.Length + 1, run.Files.Count);
            int generic = run.Files.Values.Count(file => file.Contains("The generic loops of the runtime compute this configuration", StringComparison.Ordinal));
            Assert.Equal(element == ElementType.Long ? kernels.Length / 4 : 0, generic);
        }
    }

    [Fact]
    public void Every_rounding_has_its_row_and_compiles()
    {
        foreach (PoolRounding rounding in Enum.GetValues<PoolRounding>())
        {
            GeneratorRun run = GeneratorRun.Of(
                $"{Compilations.Usings}[PoolKernel<byte>(2, 2, Average, Rounding = PoolRounding.{rounding})] partial class Pools;").CompilesClean();
            Assert.Contains($"WholeMean.Of<{RoundingRule.Of(rounding)}>", run.AllText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_rule_of_a_configuration_has_an_id_of_its_own()
    {
        PoolRule[] rules = Enum.GetValues<PoolRule>();
        Assert.Equal(rules.Length, rules.Select(rule => PoolDiagnostics.Of(rule).Id).Distinct().Count());
    }

    [Fact]
    public void Ids_are_numbered_without_gaps() => Assert.Equal(
        Enumerable.Range(1, PoolDiagnostics.All.Length).Select(number => $"POOL{number:000}"),
        PoolDiagnostics.All.Select(rule => rule.Id));

    [Fact]
    public void Every_descriptor_is_in_the_list()
    {
        IEnumerable<DiagnosticDescriptor> fields = typeof(PoolDiagnostics).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
        Assert.Equal(fields, PoolDiagnostics.All);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_page_a_release_row_and_a_test(string id)
    {
        DiagnosticDescriptor rule = PoolDiagnostics.All.Single(item => item.Id == id);
        Assert.Equal($"https://github.com/poolgen/poolgen/blob/main/docs/diagnostics/{id}.md", rule.HelpLinkUri);
        string page = File.ReadAllText(Path.Combine(Root, "docs", "diagnostics", id + ".md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"({id}.md) | {(rule.DefaultSeverity == DiagnosticSeverity.Info ? "information" : rule.DefaultSeverity.ToString().ToLowerInvariant())} | {rule.Title}",
            File.ReadAllText(Path.Combine(Root, "docs", "diagnostics", "README.md")), StringComparison.Ordinal);

        string releases = File.ReadAllText(Path.Combine(Root, "generator", "AnalyzerReleases.Shipped.md"))
            + File.ReadAllText(Path.Combine(Root, "generator", "AnalyzerReleases.Unshipped.md"));
        Assert.Single(Regex.Matches(releases, $@"^{id} \| PoolGen \| {rule.DefaultSeverity} \| {Regex.Escape(rule.Title.ToString(null))},", RegexOptions.Multiline));

        string tests = string.Concat(Directory.GetFiles(Path.Combine(Root, "tests", "PoolGen.Generator.Tests"), "*Tests.cs").Select(File.ReadAllText));
        Assert.Contains("{|" + id + ":", tests, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Plan")]
    [InlineData("Emit")]
    [InlineData("Model")]
    public void Rooms_that_know_no_Roslyn(string room) => Assert.All(Sources(room), file => Assert.DoesNotContain("Microsoft.CodeAnalysis", File.ReadAllText(file), StringComparison.Ordinal));

    [Theory]
    [InlineData("Plan", "PoolGen.Generator.(Emit|Parse|Diagnostics)")]
    [InlineData("Emit", "PoolGen.Generator.(Parse|Diagnostics)")]
    [InlineData("Model", "PoolGen.Generator.(Emit|Parse|Diagnostics)")]
    public void Arrows_point_one_way(string room, string forbidden) =>
        Assert.All(Sources(room), file => Assert.DoesNotMatch("using " + forbidden, File.ReadAllText(file)));

    [Fact]
    public void Emitted_text_knows_no_culture_and_one_line_end() =>
        Assert.All(Sources("Emit").Concat(Sources("Plan")), file => Assert.DoesNotMatch(@"CurrentCulture|Environment\.NewLine|GetHashCode\(\)", File.ReadAllText(file)));

    private static string[] Sources(string room)
    {
        string[] files = Directory.GetFiles(Path.Combine(Root, "generator", room), "*.cs");
        Assert.NotEmpty(files);
        return files;
    }
}
