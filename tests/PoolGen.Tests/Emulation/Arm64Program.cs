using PoolGen.Tests.Children;
using PoolGen.Tests.GuardPages;

namespace PoolGen.Tests.Emulation;

/// <summary>This program, published for Arm64, under user-mode emulation: what each of its tasks wrote.</summary>
public sealed class Arm64Program
{
    /// <summary>The variable that names the program.</summary>
    public const string Variable = "POOLGEN_ARM64_PROGRAM";

    /// <summary>Why there is nothing to run.</summary>
    public const string Reason = $"{Variable} does not name a linux-arm64 program to emulate";

    // The emulator, and where Debian's cross packages put the libraries that the program loads.
    private static readonly string[] Emulator = ["qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The runtime's default maps code twice, to write at one address and run at the other; the emulator does not see such writes and
    /// runs what stood there before. Kernels are compiled once and fully: what the tests run is the code that hot callers get.
    /// </summary>
    private static readonly (string Name, string Value)[] Settings =
    [
        ("DOTNET_EnableWriteXorExecute", "0"),
        ("DOTNET_TieredCompilation", "0"),
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
    ];

    private readonly Lazy<(ChildResult Checks, ChildResult Hashes, ChildResult Guarded)> results = new(RunAll);

    /// <summary>Whether there is a program to emulate.</summary>
    public static bool IsGiven => Given is not null;

    private static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } program ? program : null;

    /// <summary>What stood in <see cref="KernelChecks"/>.</summary>
    internal ChildResult Checks => results.Value.Checks;

    /// <summary>What stood in <see cref="ResultHashes"/>.</summary>
    internal ChildResult Hashes => results.Value.Hashes;

    /// <summary>What stood in <see cref="GuardedCalls"/>.</summary>
    internal ChildResult Guarded => results.Value.Guarded;

    private static (ChildResult Checks, ChildResult Hashes, ChildResult Guarded) RunAll()
    {
        // Emulation is slow: two at a time.
        Task<ChildResult> checks = Task.Run(() => Start(KernelChecks.Task));
        ChildResult hashes = Start(ResultHashes.Task);
        ChildResult guarded = Start(GuardedCalls.Task);
        return (checks.GetAwaiter().GetResult(), hashes, guarded);
    }

    private static ChildResult Start(string task) => Child.Start([.. Emulator, Given!], task, Longest, Settings);
}
