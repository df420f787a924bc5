using Spectre.Console;

namespace PoolGen.Bench.MainJob;

/// <summary>The console of the run, which may be a file or a pipe.</summary>
internal static class Terminal
{
    /// <summary>Wide enough for the table where nobody says how wide the output is.</summary>
    private const int RedirectedWidth = 240;

    public static IAnsiConsole Open()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (Console.IsOutputRedirected)
            console.Profile.Width = RedirectedWidth;
        return console;
    }

    /// <summary>Runs work of a known number of steps; it calls what it is given after each. Nothing is drawn in between, so drawing is never timed.</summary>
    public static void WithProgress(IAnsiConsole console, string title, int steps, Action<Action> work) =>
        console.Progress().AutoRefresh(false).Start(progress =>
        {
            ProgressTask task = progress.AddTask(title, maxValue: steps);
            progress.Refresh();
            work(() =>
            {
                task.Increment(1);
                progress.Refresh();
            });
        });
}
