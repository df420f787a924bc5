extern alias generator;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using PoolGen.Bench.Report;
using PoolKernelGenerator = generator::PoolGen.Generator.PoolKernelGenerator;

namespace PoolGen.Bench.MainJob;

/// <summary>What the generator costs a build: it runs here, in process, over a source with 200 kernels; some of them are compiled.</summary>
internal static class GeneratorCost
{
    private const int KernelCount = 200;

    /// <summary>Every ninth kernel is compiled: enough to know the price of one. An odd step meets every mode and layout.</summary>
    private const int CompiledStep = 9;

    private static readonly string[] Sizes =
    [
        "",
        ", Channels = 64, Height = 56, Width = 56",
        ", Channels = 256, Height = 28, Width = 28",
        ", Channels = 512, Height = 14, Width = 14",
    ];

    private static readonly int[] Windows = [3, 2, 5, 4, 7];
    private static readonly int[] Strides = [2, 1, 3];
    private static readonly int[] Paddings = [1, 0];

    /// <summary>Runs the generator and the compiler; returns what was found.</summary>
    /// <exception cref="InvalidOperationException">The kernels do not compile.</exception>
    public static string Measure()
    {
        string[] kernels = [.. Kernels().Take(KernelCount)];
        (double cold, Compilation all) = Generate(kernels);
        (double warm, _) = Generate(kernels);
        long bytes = all.SyntaxTrees.Skip(1).Sum(tree => (long)Encoding.UTF8.GetByteCount(tree.ToString()));

        // A small compilation first: it warms the compiler, and its cost is what a build pays without most of the kernels.
        string[] compiled = [.. kernels.Where((_, index) => index % CompiledStep == 0)];
        string[] few = compiled[..(compiled.Length / 4)];
        _ = EmitSeconds(few);
        double perKernel = (EmitSeconds(compiled) - EmitSeconds(few)) / (compiled.Length - few.Length);
        return Numbers.Text($"Generator, {kernels.Length} kernels: {Numbers.Time(cold)} cold, {Numbers.Time(warm)} warm; ")
            + Numbers.Text($"{bytes / 1024.0 / kernels.Length:0.0} KB of text per kernel; compiling a kernel adds {Numbers.Time(perKernel)} to a build");
    }

    private static (double Seconds, Compilation Generated) Generate(string[] kernels)
    {
        CSharpCompilation source = Compilation(kernels);
        CSharpGeneratorDriver driver = CSharpGeneratorDriver.Create(new PoolKernelGenerator());
        long start = Stopwatch.GetTimestamp();
        driver.RunGeneratorsAndUpdateCompilation(source, out Compilation generated, out _);
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, generated);
    }

    private static double EmitSeconds(string[] kernels)
    {
        (_, Compilation generated) = Generate(kernels);
        long start = Stopwatch.GetTimestamp();
        EmitResult result = generated.Emit(Stream.Null);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return result.Success
            ? seconds
            : throw new InvalidOperationException($"The generated kernels do not compile: {result.Diagnostics.First(IsError)}");
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static CSharpCompilation Compilation(string[] kernels)
    {
        StringBuilder source = new("using PoolGen;\nnamespace Kernels;\n");
        foreach (string arguments in kernels)
            source.Append(CultureInfo.InvariantCulture, $"[PoolKernel({arguments})]\n");
        source.Append("public static partial class Pools;\n");
        string assemblies = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return CSharpCompilation.Create(
            "Kernels",
            [CSharpSyntaxTree.ParseText(source.ToString())],
            assemblies.Split(Path.PathSeparator).Where(IsReferenced).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
    }

    /// <summary>The framework and the runtime of this project, as in a user's build.</summary>
    private static bool IsReferenced(string path) =>
        Path.GetFileName(path) is string file && (file is "PoolGen.dll" || file.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Common windows, strides, paddings, modes, layouts and sizes, all different.</summary>
    private static IEnumerable<string> Kernels() =>
        from size in Sizes
        from window in Windows
        from stride in Strides
        from padding in Paddings
        from mode in Enum.GetValues<PoolMode>()
        from layout in Enum.GetValues<PoolLayout>()
        let divisor = mode == PoolMode.Average && padding > 0 ? ", CountIncludePad = true" : ""
        select Numbers.Text($"{window}, {stride}, PoolMode.{mode}, Padding = {padding}, Layout = PoolLayout.{layout}{divisor}{size}");
}
