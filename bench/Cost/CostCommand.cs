using System.Text;
using PoolGen.Bench.MainJob;
using PoolGen.Bench.Report;
using Spectre.Console;

namespace PoolGen.Bench.Cost;

/// <summary>What kernels cost before they run: the generator's time, its text, the runtime's compiler and the machine code.</summary>
internal static class CostCommand
{
    private const int Generations = 5;

    /// <summary>Measures, prints and writes everything.</summary>
    public static void Run()
    {
        IAnsiConsole console = Terminal.Open();
        IReadOnlyList<string> facts = Machine.Facts([], threads: 1);
        IReadOnlyList<string> sentences = GeneratorCost.Measure();
        IReadOnlyDictionary<string, CompiledKernel> compiled = CompiledKernels.Measure();
        TextTable table = new(
            ["Kernel", "Generator", "Text", "Machine code", "Compiling, first call", "Compiling, until optimised"],
            [.. CostedKernels.All.Select(costed => Row(costed.Kernel, compiled[costed.Kernel.Name]))],
            TextColumns: 1);
        foreach (string line in facts.Concat(sentences))
            console.WriteLine(line);
        TerminalReport.Write(console, table);
        string path = Artifacts.PathOf("cost.md");
        StringBuilder text = new("# Cost\n\n");
        MarkdownReport.List(text, [.. facts, .. sentences]);
        MarkdownReport.Table(text, table);
        File.WriteAllText(path, text.ToString().TrimEnd('\n') + "\n");
        console.WriteLine($"Written: {path}");
    }

    private static string[] Row(PoolKernel kernel, CompiledKernel compiled)
    {
        GeneratorProject project = new([CostedKernels.Arguments(kernel)]);
        (double Seconds, IReadOnlyList<string> Texts)[] runs = [.. Enumerable.Range(0, Generations).Select(_ => project.Generate())];
        string kernelText = runs[0].Texts.MaxBy(text => text.Length)!;
        return
        [
            kernel.Name,
            Numbers.Time(runs.Min(run => run.Seconds)),
            Numbers.Kilobytes(Encoding.UTF8.GetByteCount(kernelText)),
            Numbers.Kilobytes(compiled.Bytes),
            Numbers.Time(compiled.FirstSeconds),
            Numbers.Time(compiled.LaterSeconds),
        ];
    }
}
