extern alias generator;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using PoolKernelGenerator = generator::PoolGen.Generator.PoolKernelGenerator;

namespace PoolGen.Bench.Cost;

/// <summary>
/// A user's project with annotated kernels in one file and other code in a second. The generator and the compiler run over it in process.
/// </summary>
internal sealed class GeneratorProject
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(IsReferenced)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly CSharpCompilation source;

    /// <summary>A project whose kernels have the given arguments of their attributes.</summary>
    public GeneratorProject(IEnumerable<string> kernels)
    {
        source = CSharpCompilation.Create(
            "Kernels",
            [Annotated(kernels), Other("before")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
    }

    /// <summary>Runs a new generator over the project: how long it takes, and the texts of the kernels.</summary>
    public (double Seconds, IReadOnlyList<string> Texts) Generate()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new PoolKernelGenerator());
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(source);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (seconds, [.. driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())]);
    }

    /// <summary>How long the compiler takes for the project with its kernels, the generator left out.</summary>
    /// <exception cref="InvalidOperationException">The kernels do not compile.</exception>
    public double CompileSeconds()
    {
        CSharpGeneratorDriver.Create(new PoolKernelGenerator()).RunGeneratorsAndUpdateCompilation(source, out Compilation generated, out _);
        long start = Stopwatch.GetTimestamp();
        EmitResult result = generated.Emit(Stream.Null);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return result.Success
            ? seconds
            : throw new InvalidOperationException($"The generated kernels do not compile: {result.Diagnostics.First(IsError)}");
    }

    /// <summary>What an edit of the other file costs a generator that has run before.</summary>
    public double EditElsewhereSeconds() => EditSeconds(source.ReplaceSyntaxTree(source.SyntaxTrees[1], Other("after")));

    /// <summary>What new attributes cost a generator that has run before.</summary>
    public double EditSeconds(IEnumerable<string> kernels) => EditSeconds(source.ReplaceSyntaxTree(source.SyntaxTrees[0], Annotated(kernels)));

    private double EditSeconds(Compilation edited)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new PoolKernelGenerator()).RunGenerators(source);
        long start = Stopwatch.GetTimestamp();
        driver.RunGenerators(edited);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static SyntaxTree Annotated(IEnumerable<string> kernels)
    {
        StringBuilder text = new("using PoolGen;\nnamespace Kernels;\n");
        foreach (string arguments in kernels)
            text.Append(CultureInfo.InvariantCulture, $"[PoolKernel({arguments})]\n");
        text.Append("public static partial class Pools;\n");
        return CSharpSyntaxTree.ParseText(text.ToString());
    }

    private static SyntaxTree Other(string word) =>
        CSharpSyntaxTree.ParseText($"namespace Kernels;\npublic static class Other {{ public static string Word() => \"{word}\"; }}\n");

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>The framework and the runtime of this project, as in a user's build.</summary>
    private static bool IsReferenced(string path) =>
        Path.GetFileName(path) is string file && (file is "PoolGen.dll" || file.StartsWith("System.", StringComparison.Ordinal));
}
