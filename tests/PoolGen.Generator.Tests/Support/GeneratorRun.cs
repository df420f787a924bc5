using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolGen.Generator.Tests.Support;

/// <summary>
/// One run of the generator. Every run is made twice, the second time over a clone of the compilation: the text must be the same
/// and no step may have done anything new. Nothing of Roslyn may be in what the steps hand on. The culture has a minus sign of its own.
/// </summary>
internal sealed class GeneratorRun
{
    /// <summary>The names of the pipeline's steps.</summary>
    public static readonly ImmutableArray<string> Steps =
    [
        TrackingNames.Declarations, TrackingNames.Kernels, TrackingNames.Plans, TrackingNames.RefusedMethods, TrackingNames.KernelLists,
    ];

    private GeneratorRun(Compilation output, GeneratorDriverRunResult result)
    {
        Output = output;
        Result = result;
    }

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    public GeneratorDriverRunResult Result { get; }

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.Results[0].GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>The names of the generated files without their hashes, in order.</summary>
    public IEnumerable<string> Members => Files.Keys
        .Select(name => name.Split('.'))
        .Select(parts => string.Join('.', parts[..^3]))
        .Order(StringComparer.Ordinal);

    public string AllText => string.Join('\n', Files.Values);

    public static GeneratorRun Of(params string[] sources) => Of(Compilations.Create(sources));

    public static GeneratorRun Of(CSharpCompilation compilation)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = HostileCulture();
        try
        {
            GeneratorDriver driver = Driver(compilation).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
            Assert.Empty(reported);
            GeneratorRun first = new(output, driver.GetRunResult());
            GeneratorRun second = new(output, driver.RunGenerators(compilation.Clone()).GetRunResult());
            Assert.Equal(first.Files, second.Files);
            AssertNothingNew(second);
            RoslynFreeValues.AssertSteps(first.Result);
            Assert.DoesNotContain('\r', first.AllText);
            Assert.DoesNotContain('\u2212', first.AllText);
            return first;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    public static GeneratorDriver Driver(CSharpCompilation compilation) => CSharpGeneratorDriver.Create(
        [new PoolKernelGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Asserts that the source and the generated files compile without a word.</summary>
    public GeneratorRun CompilesClean()
    {
        AssertFindings(Compilations.Findings(Output), []);
        return this;
    }

    /// <summary>Asserts that the compiler says exactly this about the source and the generated files.</summary>
    public GeneratorRun CompilesWith(params string[] ids)
    {
        AssertFindings(Compilations.Findings(Output), ids);
        return this;
    }

    private void AssertFindings(IReadOnlyList<Diagnostic> findings, string[] ids)
    {
        if (findings.Select(finding => finding.Id).Order(StringComparer.Ordinal).SequenceEqual(ids.Order(StringComparer.Ordinal)))
            return;
        Assert.Fail($"Expected [{string.Join(", ", ids)}], found:\n{string.Join('\n', findings)}\n\n{AllText}");
    }

    private static void AssertNothingNew(GeneratorRun second)
    {
        foreach ((string name, ImmutableArray<IncrementalGeneratorRunStep> steps) in second.Result.Results[0].TrackedSteps)
        {
            if (!Steps.Contains(name))
                continue;
            IncrementalStepRunReason needed = name == TrackingNames.Declarations ? IncrementalStepRunReason.Unchanged : IncrementalStepRunReason.Cached;
            Assert.All(steps.SelectMany(step => step.Outputs), output => Assert.Equal((name, needed), (name, output.Reason)));
        }

        Assert.All(
            second.Result.Results[0].TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static CultureInfo HostileCulture()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
    }
}
