using PoolGen.Tests.Children;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>
/// The compiler of the runtime stops optimising a method that is too large, without a word. So every kernel is run hot in a child,
/// and the compiler's own list says how each method ended.
/// </summary>
public sealed class TierTests(ITestOutputHelper output)
{
    private const string GeneratedNamespace = "PoolGen.Generated.";

    /// <summary>
    /// What the compiler calls its full effort: after some calls, while a long loop runs, or at once for a method that it cannot
    /// replace while it runs. A method that is too large for it ends at "MinOpts" in each of these.
    /// </summary>
    private static readonly string[] Full = ["Tier1", "Tier1-OSR", "FullOpts", "Tier-0 switched to FullOpts"];

    [Fact]
    public void Every_kernel_method_ends_fully_optimised()
    {
        (Dictionary<string, string> last, ChildResult child) = Run(HotCalls.Task);

        // A kernel has a file of its own, and where its padding follows from the shape several bodies in it.
        int kernels = last.Keys.Where(method => method.Contains("Kernel:Rows(", StringComparison.Ordinal))
            .Select(method => method[..method.IndexOf("__", StringComparison.Ordinal)])
            .Distinct().Count();
        string[] poor = [.. Poor(last, child.Lines)];
        output.WriteLine($"{last.Count} generated methods, {kernels} kernels, {child.Lines.Count} methods inlined into their callers");

        Assert.Equal(TestKernels.All.Count, kernels);

        // A kernel that goes into its callers takes the loops of users with it, and the compiler inlines so much and no more into one method.
        Assert.DoesNotContain(child.Lines, method => method.EndsWith("Kernel:Run", StringComparison.Ordinal));
        Assert.True(poor.Length == 0, $"{poor.Length} methods:\n{string.Join('\n', poor.Take(10))}");
    }

    [Fact]
    public void A_method_that_is_too_large_is_found()
    {
        string poor = Assert.Single(Poor(Run(OversizedCalls.Task).Last, []));
        output.WriteLine(poor);

        Assert.StartsWith(OversizedCalls.Method, poor, StringComparison.Ordinal);
        Assert.EndsWith("MinOpts", poor, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_the_compiler_is_read_to_its_last_word_on_a_method()
    {
        string[] lines =
        [
            "   1: JIT compiled PoolGen.Generated.<A>F1__AKernel:Rows(int) [Tier0, IL size=9, code size=99]",
            "   2: JIT compiled PoolGen.Generated.<A>F1__AKernel:Rows(int) [Instrumented Tier0, IL size=9, code size=99]",
            "   3: JIT compiled PoolGen.Generated.<A>F1__AKernel:Rows(int) [Tier1-OSR @0x2A with Dynamic PGO, IL size=9, code size=50]",
            "   4: JIT compiled PoolGen.Generated.<B>F2__BKernel:Rows[A.B](int) [Tier0, IL size=99999, code size=99]",
            "   5: JIT compiled System.String:Concat() [Tier0, IL size=9, code size=99]",
            "   6: JIT compiled PoolGen.Generated.<A>F1__AKernel:Rows(int) [Tier1 with Dynamic PGO, IL size=9, code size=50]",
            "   7: JIT compiled PoolGen.Generated.<B>F2__BKernel:Rows[A.B](int) [Tier0 switched to MinOpts, IL size=99999, code size=99]",
            "   8: JIT compiled PoolGen.Generated.<B>F2__BKernel:.cctor() [Tier0, IL size=9, code size=99]",
        ];

        Assert.Equal(
            [("PoolGen.Generated.<A>F1__AKernel:Rows(int)", "Tier1"), ("PoolGen.Generated.<B>F2__BKernel:Rows[A.B](int)", "Tier0 switched to MinOpts")],
            LastTiers(lines).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(["PoolGen.Generated.<B>F2__BKernel:Rows[A.B](int) ended at Tier0 switched to MinOpts"], Poor(LastTiers(lines), ["PoolGen.Generated.<B>F2__BKernel:Rows"]));
        Assert.Single(Poor(LastTiers(lines[3..4]), []));
        Assert.Empty(Poor(LastTiers(lines[3..4]), ["PoolGen.Generated.<B>F2__BKernel:Rows"]));
    }

    /// <summary>Runs a task in a child, and reads from the list of its compiler how the methods of kernels ended.</summary>
    private static (Dictionary<string, string> Last, ChildResult Child) Run(string task)
    {
        string list = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            ChildResult child = Child.Start(
                task,
                ("DOTNET_JitStdOutFile", list),
                ("DOTNET_JitDisasmSummary", "1"),
                ("DOTNET_TieredCompilation", "1"),
                ("DOTNET_TC_CallCountingDelayMs", "0"));
            Assert.True(child.ExitCode == 0, $"The child failed: {child}");
            return (LastTiers(File.ReadLines(list)), child);
        }
        finally
        {
            File.Delete(list);
        }
    }

    /// <summary>The methods that did not end fully optimised, unless they did not need to: what is inlined everywhere is called no more.</summary>
    private static IEnumerable<string> Poor(Dictionary<string, string> tiers, IEnumerable<string> inlined)
    {
        HashSet<string> known = [.. inlined];
        return tiers
            .Where(entry => !Full.Contains(entry.Value))
            .Where(entry => entry.Value.Contains("MinOpts", StringComparison.Ordinal) || !known.Contains(entry.Key.Split('(', '[')[0]))
            .Select(entry => $"{entry.Key} ended at {entry.Value}");
    }

    /// <summary>The methods of kernels with how each was compiled last. What runs once, when a class is first used, is left out.</summary>
    private static Dictionary<string, string> LastTiers(IEnumerable<string> lines)
    {
        Dictionary<string, string> tiers = [];
        foreach (string line in lines)
        {
            int method = line.IndexOf(GeneratedNamespace, StringComparison.Ordinal);
            int bracket = line.LastIndexOf('[');
            if (method < 0 || bracket < method || !line.Contains("Kernel:", StringComparison.Ordinal) || line.Contains(":.cctor(", StringComparison.Ordinal))
                continue;
            string tier = line[(bracket + 1)..].Split(',')[0].Split(" with ")[0].Split(" @")[0];
            tiers[line[method..bracket].TrimEnd()] = tier;
        }

        return tiers;
    }
}
