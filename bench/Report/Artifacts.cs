namespace PoolGen.Bench.Report;

/// <summary>Where files are written: a folder of the current directory that the repository ignores.</summary>
internal static class Artifacts
{
    private const string Folder = "artifacts";

    /// <summary>The path of a file, relative to the current directory; the folder exists afterwards.</summary>
    public static string PathOf(string file)
    {
        Directory.CreateDirectory(Folder);
        return Path.Combine(Folder, file);
    }
}
