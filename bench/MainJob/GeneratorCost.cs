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

/// <summary>What the generator costs a build: it runs here over a source with 200 kernels, in process.</summary>
internal static class GeneratorCost
{
    private const int KernelCount = 200;

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

    /// <summary>Runs the generator and the compiler; returns one line for each finding.</summary>
    /// <exception cref="InvalidOperationException">The source with its kernels does not compile.</exception>
    public static IReadOnlyList<string> Measure()
    {
        CSharpCompilation source = Compile(Source());
        (double cold, _) = Generate(source);
        (double warm, Compilation generated) = Generate(Compile(Source()));

        // What the compiler does with the text: once to warm it up, once to time it.
        CSharpCompilation empty = Compile("");
        _ = EmitSeconds(empty);
        double without = EmitSeconds(Compile("// Nothing to compile."));
        double with = EmitSeconds(generated);
        long bytes = generated.SyntaxTrees.Skip(1).Sum(tree => (long)Encoding.UTF8.GetByteCount(tree.ToString()));
        return
        [
            Figures.Text($"Generator, {KernelCount} kernels: {Figures.Time(cold)} cold, {Figures.Time(warm)} warm; ")
                + Figures.Text($"{bytes / 1024.0 / KernelCount:0.0} KB of text per kernel; compiling it adds {Figures.Time(with - without)} to a build"),
        ];
    }

    private static (double Seconds, Compilation Generated) Generate(CSharpCompilation source)
    {
        CSharpGeneratorDriver driver = CSharpGeneratorDriver.Create(new PoolKernelGenerator());
        long start = Stopwatch.GetTimestamp();
        driver.RunGeneratorsAndUpdateCompilation(source, out Compilation generated, out _);
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, generated);
    }

    private static double EmitSeconds(Compilation compilation)
    {
        long start = Stopwatch.GetTimestamp();
        EmitResult result = compilation.Emit(Stream.Null);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return result.Success
            ? seconds
            : throw new InvalidOperationException($"The generated source does not compile: {result.Diagnostics.First(IsError)}");
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static CSharpCompilation Compile(string source)
    {
        string assemblies = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return CSharpCompilation.Create(
            "Kernels",
            [CSharpSyntaxTree.ParseText(source)],
            assemblies.Split(Path.PathSeparator).Where(IsReferenced).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
    }

    /// <summary>The framework and the runtime of this project, as in a user's build.</summary>
    private static bool IsReferenced(string path) =>
        Path.GetFileName(path) is string file && (file is "PoolGen.dll" || file.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>A class with kernels over common windows, strides, paddings, modes and layouts, all different.</summary>
    private static string Source()
    {
        StringBuilder text = new("using PoolGen;\nnamespace Kernels;\n");
        foreach (string arguments in Arguments().Take(KernelCount))
            text.Append(CultureInfo.InvariantCulture, $"[PoolKernel({arguments})]\n");
        return text.Append("public static partial class Pools;\n").ToString();
    }

    private static IEnumerable<string> Arguments() =>
        from size in Sizes
        from window in Windows
        from stride in Strides
        from padding in Paddings
        from mode in Enum.GetValues<PoolMode>()
        from layout in Enum.GetValues<PoolLayout>()
        let divisor = mode == PoolMode.Average && padding > 0 ? ", CountIncludePad = true" : ""
        select Figures.Text($"{window}, {stride}, PoolMode.{mode}, Padding = {padding}, Layout = PoolLayout.{layout}{divisor}{size}");
}
