using System.Diagnostics;
using System.Reflection;
using System.Text;
using PoolGen.Tests.Emulation;
using PoolGen.Tests.GuardPages;
using PoolGen.Tests.Kernels;

namespace PoolGen.Tests.Children;

/// <summary>
/// Runs this program again as a process of its own: where a fault would end it, or where the runtime needs other settings,
/// which it reads only when it starts.
/// </summary>
internal static class Child
{
    private const string Switch = "--child";
    private static readonly Dictionary<string, Action<TextWriter>> Tasks = new()
    {
        [GuardedCalls.Task] = GuardedCalls.Run,
        [GuardedCalls.ReadBehindTask] = GuardedCalls.ReadBehind,
        [GuardedCalls.WriteBeforeTask] = GuardedCalls.WriteBefore,
        [ResultHashes.Task] = ResultHashes.Write,
        [KernelChecks.Task] = KernelChecks.Write,
        [AllocatedBytes.Task] = AllocatedBytes.Write,
        [HotCalls.Task] = HotCalls.Run,
        [OversizedCalls.Task] = OversizedCalls.Run,
    };

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The task that the arguments ask for, or null where they are the test runner's.</summary>
    public static string? TaskOf(string[] arguments) => arguments is [Switch, string task] ? task : null;

    /// <summary>Does a task in this process; the exit code.</summary>
    public static int Run(string task)
    {
        if (!Tasks.TryGetValue(task, out Action<TextWriter>? run))
        {
            Console.Error.WriteLine($"There is no task {task}");
            return 2;
        }

        run(Console.Out);
        return 0;
    }

    /// <summary>Does a task in a process of its own and waits for its end.</summary>
    public static ChildResult Start(string task, params (string Name, string Value)[] environment)
    {
        string self = Environment.ProcessPath!;
        string[] program = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [self, Assembly.GetExecutingAssembly().Location] : [self];
        return Start(program, task, Longest, environment);
    }

    /// <summary>Does a task in a process of another build of this program: a command and its first arguments.</summary>
    public static ChildResult Start(string[] program, string task, TimeSpan longest, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program[0], program[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Switch);
        start.ArgumentList.Add(task);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        using Process process = new() { StartInfo = start };
        List<string> lines = [];
        StringBuilder errors = new();
        process.OutputDataReceived += (_, line) => Add(lines, line.Data);
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(longest))
        {
            process.Kill(entireProcessTree: true);
            return new ChildResult(-1, lines, $"The child did not end within {longest}");
        }

        // Only the wait without a limit also waits for the rest of the output.
        process.WaitForExit();
        return new ChildResult(process.ExitCode, lines, errors.ToString());
    }

    private static void Add(List<string> lines, string? line)
    {
        if (line is not null)
            lines.Add(line);
    }
}

/// <summary>How a child ended and what it wrote.</summary>
internal sealed record ChildResult(int ExitCode, IReadOnlyList<string> Lines, string Errors)
{
    /// <summary>The end of what the child wrote, for a message.</summary>
    public override string ToString() =>
        $"exit code {ExitCode} after '{(Lines.Count == 0 ? "" : Lines[^1])}'\n{Errors[..Math.Min(Errors.Length, 2000)]}";
}
