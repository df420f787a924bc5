using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PoolGen.Bench.Engines;

namespace PoolGen.Bench.Report;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    /// <summary>One line each: processor, vector widths, runtime, what the kernels are compared with, threads and date.</summary>
    public static IReadOnlyList<string> Facts(IReadOnlyList<IPoolEngine> engines, int threads) =>
    [
        $"Processor: {Processor}, {Environment.ProcessorCount} logical cores",
        $"Vector widths in use: {Widths}",
        $"Runtime: {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})",
        .. Compared([.. engines.Where(engine => engine.Version.Length > 0)]),
        Numbers.Text($"Threads: {threads}; {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC"),
    ];

    private static IEnumerable<string> Compared(IReadOnlyList<IPoolEngine> libraries) =>
        libraries.Count == 0 ? [] : [$"Compared with: {string.Join(", ", libraries.Select(engine => $"{engine.Name} {engine.Version}"))}"];

    private static string Processor
    {
        get
        {
            if (File.Exists(LinuxProcessors))
            {
                string? line = File.ReadLines(LinuxProcessors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
                if (line is not null)
                    return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            }

            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? $"unnamed {RuntimeInformation.ProcessArchitecture}";
        }
    }

    private static string Widths
    {
        get
        {
            List<int> widths = [];
            if (Vector128.IsHardwareAccelerated)
                widths.Add(128);
            if (Vector256.IsHardwareAccelerated)
                widths.Add(256);
            if (Vector512.IsHardwareAccelerated)
                widths.Add(512);
            return widths.Count == 0 ? "none" : $"{string.Join(", ", widths)} bits";
        }
    }
}
