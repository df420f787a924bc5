namespace PoolGen.Package.Tests;

/// <summary>The C toolchain that ahead-of-time compilation links with.</summary>
internal static class Toolchain
{
    /// <summary>What is missing, or null.</summary>
    public static string? Missing()
    {
        if (OperatingSystem.IsWindows())
        {
            string installer = Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe");
            return File.Exists(installer) ? null : "No Visual Studio C++ tools: ahead-of-time compilation needs a linker";
        }

        return OnPath("clang") || OnPath("gcc") ? null : "Neither clang nor gcc on the path: ahead-of-time compilation needs a linker";
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
