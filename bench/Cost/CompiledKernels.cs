using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PoolGen.Bench.Cost;

/// <summary>What the runtime's compiler made of a kernel.</summary>
/// <param name="FirstSeconds">Compiling for the first call.</param>
/// <param name="LaterSeconds">Compiling until the code is optimised.</param>
/// <param name="Bytes">Machine code in the end.</param>
internal sealed record CompiledKernel(double FirstSeconds, double LaterSeconds, long Bytes);

/// <summary>Has a child process run the kernels, with the runtime listing what it compiles.</summary>
internal static partial class CompiledKernels
{
    /// <summary>The kernels by name.</summary>
    /// <exception cref="InvalidOperationException">The child failed.</exception>
    public static IReadOnlyDictionary<string, CompiledKernel> Measure()
    {
        string list = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string[] lines = RunChild(list);
            Dictionary<string, long> bytes = BytesByKernel(File.ReadLines(list));
            return lines.Select(line => line.Split(CompilationJob.Separator)).ToDictionary(
                parts => parts[0],
                parts => new CompiledKernel(Number(parts[1]), Number(parts[2]), bytes.GetValueOrDefault(parts[0])));
        }
        finally
        {
            File.Delete(list);
        }
    }

    /// <summary>
    /// Adds up the methods of each kernel. A method that was compiled several times counts with the last: its earlier code is no longer
    /// called.
    /// </summary>
    private static Dictionary<string, long> BytesByKernel(IEnumerable<string> lines)
    {
        Dictionary<(string Kernel, string Method), long> last = [];
        foreach (Match match in lines.Select(line => Compiled().Match(line)).Where(match => match.Success))
        {
            long bytes = long.Parse(match.Groups["bytes"].Value, CultureInfo.InvariantCulture);
            last[(match.Groups["kernel"].Value, match.Groups["method"].Value)] = bytes;
        }

        return last.GroupBy(entry => entry.Key.Kernel, entry => entry.Value).ToDictionary(group => group.Key, group => group.Sum());
    }

    private static string[] RunChild(string list)
    {
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] assembly = isHost ? [typeof(CompiledKernels).Assembly.Location] : [];
        ProcessStartInfo start = new(program, [.. assembly, CompilationJob.Command]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_JitStdOutFile"] = list;
        start.Environment["DOTNET_JitDisasmSummary"] = "1";
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : throw new InvalidOperationException($"The child process that runs the kernels ended with exit code {child.ExitCode}");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A line of the runtime's list about a method of a kernel's class, which is local to its file and so has a prefix.</summary>
    [GeneratedRegex(@"PoolGen\.Generated\..*?__(?<kernel>\w+)Kernel:(?<method>.*) \[.*code size=(?<bytes>\d+)\]")]
    private static partial Regex Compiled();
}
