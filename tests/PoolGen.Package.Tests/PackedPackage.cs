using Xunit.Sdk;
using Xunit.v3;
using PoolGen.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedPackage))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace PoolGen.Package.Tests;

/// <summary>
/// The package, packed once for all tests into a folder outside the repository. Its version is new on every run and its
/// consumers have a packages folder of their own, so no cached copy can stand in for it.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly string root = Directory.CreateTempSubdirectory("PoolGen.Package.Tests-").FullName;

    /// <summary>The version of the packed package.</summary>
    internal string Version { get; } = $"0.1.0-test.g{Guid.NewGuid():N}";

    /// <summary>The path of the packed package, without its extension.</summary>
    internal string PathWithoutExtension => Path.Combine(Feed, $"PoolGen.{Version}");

    /// <summary>The folder of the repository.</summary>
    internal static string Repository { get; } = FindRepository();

    /// <summary>Where consumers restore packages to.</summary>
    internal string PackagesFolder => Path.Combine(root, "packages");

    private string Feed => Path.Combine(root, "feed");

    /// <summary>Packs what the build of this test project has built.</summary>
    public async ValueTask InitializeAsync()
    {
        Command pack = await Command.Run(
            Repository, "dotnet", "pack", Path.Combine("runtime", "PoolGen.csproj"), "--no-build", "-c", Configuration, "-o", Feed,
            $"-p:PackageVersion={Version}", $"-p:NuspecOutputPath={Path.Combine(root, "nuspec")}");
        pack.Succeeded();
        // The sources of the machine stay beside the local one: they carry the packs of ahead-of-time compilation.
        // The package's own dependency is where the build of the runtime has restored it to.
        string restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="packed" value="feed" /></packageSources>
              <fallbackPackageFolders><add key="restored" value="{restored}" /></fallbackPackageFolders>
            </configuration>
            """);
        // Nothing above the folder may reach into the consumers' builds.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    /// <summary>A new console project that references the package and nothing else.</summary>
    /// <param name="name">The folder of the project.</param>
    /// <param name="source">What stands in its only source file.</param>
    internal string CreateConsumer(string name, string source)
    {
        string folder = Path.Combine(root, name);
        Directory.CreateDirectory(folder);
        Write(Path.Combine(name, "Program.cs"), source);
        Write(Path.Combine(name, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PoolGen" Version="[{Version}]" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }

    /// <summary>Deletes the folder with all that the tests left in it.</summary>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(root, file), text);

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PoolGen.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException($"No PoolGen.sln in {AppContext.BaseDirectory} or above it");
    }
}
