using System.Runtime.Intrinsics;

namespace PoolGen.Tests.Support;

/// <summary>The vectors of this process, and those that it was started for.</summary>
internal static class Widths
{
    /// <summary>Names the width that a process was started for. A switch that a runtime does not know is silently ignored.</summary>
    public const string Variable = "POOLGEN_EXPECT_WIDTH";

    /// <summary>The widest vectors that the processor has and the switches leave, in bits.</summary>
    public static string Widest =>
        Vector512.IsHardwareAccelerated ? "512"
        : Vector256.IsHardwareAccelerated ? "256"
        : Vector128.IsHardwareAccelerated ? "128"
        : "scalar";

    /// <summary>The width that the process was started for, or null.</summary>
    public static string? Expected => Environment.GetEnvironmentVariable(Variable);
}
