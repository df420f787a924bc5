using System.CommandLine;
using System.Globalization;
using PoolGen.Bench.Comparison;
using PoolGen.Bench.Cost;
using PoolGen.Bench.Full;
using PoolGen.Bench.MainJob;
using PoolGen.Bench.Operations;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench;

/// <summary>The command line: the main job, the comparison alone, or the full benchmarks.</summary>
internal static class CommandLine
{
    private const int Failure = 1;
    private const int WrongUsage = 2;

    /// <summary>Runs what the arguments ask for; 0 when it succeeds. What went wrong is one line on the error output.</summary>
    public static int Run(string[] arguments)
    {
        ParseResult parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine(OneLine(parsed.Errors[0].Message));
            return WrongUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception problem) when (problem is UserErrorException or DisagreementException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(OneLine(problem.Message));
            return Failure;
        }
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static RootCommand Root()
    {
        Option<string> image = new("--image")
        {
            Description = "The picture to pool, instead of the one that comes with the project.",
            DefaultValueFactory = _ => Photo.Default,
        };
        RootCommand root = new("Pools a photo with generated kernels, checks every kernel, and compares them with the alternatives.");
        root.Add(image);
        root.Add(Compare());
        root.Add(Full());
        root.Add(Cost());
        root.Add(CostChild());
        root.SetAction(parsed => MainCommand.Run(parsed.GetRequiredValue(image)));
        return root;
    }

    private static Command Compare()
    {
        Option<string> suite = new("--suite") { Description = "core or all workloads.", DefaultValueFactory = _ => "core" };
        suite.AcceptOnlyFromAmong("core", "all");
        Option<string> layout = new("--layout") { Description = "Workloads with channels first, last, or both.", DefaultValueFactory = _ => "both" };
        layout.AcceptOnlyFromAmong("first", "last", "both");
        Option<string> filter = new("--filter") { Description = "Workloads whose id, network or configuration holds this text, and operations whose words do.", DefaultValueFactory = _ => "" };
        Option<int> repeat = Positive("--repeat", "Rounds, each of which times everything once.", 9);
        Option<int> threads = Positive("--threads", "Threads of each engine that can use several.", 1);
        Command compare = new("compare", "Checks and times the workloads that are chosen, and writes the reports.")
        {
            suite, filter, layout, repeat, threads,
        };
        compare.SetAction(parsed => ComparisonCommand.Run(
            Select(parsed.GetRequiredValue(suite), parsed.GetRequiredValue(layout), parsed.GetRequiredValue(filter)),
            Operations(parsed.GetRequiredValue(suite), parsed.GetRequiredValue(filter)),
            parsed.GetRequiredValue(repeat),
            parsed.GetRequiredValue(threads)));
        return compare;
    }

    private static Command Full()
    {
        Command full = new("full", "Runs BenchmarkDotNet over all workloads; what follows is passed on to it, such as --filter *.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        full.SetAction(parsed => FullCommand.Run([.. parsed.UnmatchedTokens]));
        return full;
    }

    private static Command Cost()
    {
        Command cost = new("cost", "Measures what kernels cost before they run: the generator, its text, compiling, machine code.");
        cost.SetAction(_ => CostCommand.Run());
        return cost;
    }

    private static Command CostChild()
    {
        Command child = new(CompilationJob.Command, "The process in which 'cost' has the kernels compiled.") { Hidden = true };
        child.SetAction(_ => CompilationJob.Run());
        return child;
    }

    private static Option<int> Positive(string name, string description, int otherwise)
    {
        Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            string given = string.Join(' ', result.Tokens);
            if (!result.Implicit && !(int.TryParse(given, CultureInfo.InvariantCulture, out int number) && number >= 1))
                result.AddError($"{name} is '{given}'; it must be a whole number, at least 1");
        });
        return option;
    }

    private static Func<OperationWork>[] Operations(string suite, string filter) =>
    [
        .. from operation in suite == "all" ? OperationList.All : []
           where operation.Words.Contains(filter, StringComparison.OrdinalIgnoreCase)
           select operation.Make,
    ];

    private static Workload[] Select(string suite, string layout, string filter)
    {
        Workload[] selected =
        [
            .. (suite == "core" ? WorkloadList.Core : WorkloadList.All).Where(workload => HasLayout(workload, layout) && Holds(workload, filter)),
        ];
        return selected.Length > 0 || Operations(suite, filter).Length > 0
            ? selected
            : throw new UserErrorException($"No workload of the {suite} suite with layout {layout} holds '{filter}' in its id, network or configuration");
    }

    private static bool HasLayout(Workload workload, string layout) =>
        layout == "both" || (layout == "last") == (workload.Config.Layout == PoolLayout.ChannelsLast);

    private static bool Holds(Workload workload, string filter) =>
        $"{workload.Id} {workload.Network} {workload.Config}".Contains(filter, StringComparison.OrdinalIgnoreCase);
}
