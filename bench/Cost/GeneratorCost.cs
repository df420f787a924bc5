using System.Text;
using PoolGen.Bench.Report;

namespace PoolGen.Bench.Cost;

/// <summary>What the generator costs a build: it runs over a project with 200 kernels; some of them are compiled.</summary>
internal static class GeneratorCost
{
    private const int KernelCount = 200;

    /// <summary>Every ninth kernel is compiled: enough to know the price of one. An odd step meets every mode and layout.</summary>
    private const int CompiledStep = 9;

    /// <summary>Edits are over in milliseconds: the middle of some counts.</summary>
    private const int Edits = 5;

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

    /// <summary>Runs the generator and the compiler; returns a sentence for each finding.</summary>
    /// <exception cref="InvalidOperationException">The kernels do not compile.</exception>
    public static IReadOnlyList<string> Measure()
    {
        string[] kernels = [.. Kernels().Take(KernelCount)];
        GeneratorProject project = new(kernels);
        (double cold, IReadOnlyList<string> texts) = project.Generate();
        double warm = Middle(project.Generate().Seconds, project.Generate().Seconds, project.Generate().Seconds);
        double kilobytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text)) / 1024.0 / kernels.Length;

        // A small compilation first: it warms the compiler, and its cost is what a build pays without most of the kernels.
        string[] compiled = [.. kernels.Where((_, index) => index % CompiledStep == 0)];
        string[] few = compiled[..(compiled.Length / 4)];
        _ = new GeneratorProject(few).CompileSeconds();
        double more = new GeneratorProject(compiled).CompileSeconds() - new GeneratorProject(few).CompileSeconds();
        double perKernel = more / (compiled.Length - few.Length);

        string[] edited = [.. kernels.Skip(1), "11, 11, PoolMode.Max"];
        double elsewhere = Middle([.. Enumerable.Range(0, Edits).Select(_ => project.EditElsewhereSeconds())]);
        double attribute = Middle([.. Enumerable.Range(0, Edits).Select(_ => project.EditSeconds(edited))]);
        return
        [
            Numbers.Text($"Generator, {kernels.Length} kernels: {Numbers.Time(cold)} cold, {Numbers.Time(warm)} warm; ")
                + Numbers.Text($"{kilobytes:0.0} KB of text per kernel; ")
                + $"compiling a kernel adds {Numbers.Time(perKernel)} to a build",
            $"An edit elsewhere in that project costs the generator {Numbers.Time(elsewhere)}, an edit of one attribute {Numbers.Time(attribute)}",
        ];
    }

    private static double Middle(params double[] seconds)
    {
        Array.Sort(seconds);
        return seconds[seconds.Length / 2];
    }

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
