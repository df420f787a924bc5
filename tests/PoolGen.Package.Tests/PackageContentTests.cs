using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

namespace PoolGen.Package.Tests;

public class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void Package_holds_runtime_documentation_generator_and_readme_and_nothing_else() => Assert.Equal(
        ["PoolGen.nuspec", "README.md", "analyzers/dotnet/cs/PoolGen.Generator.dll", "lib/net10.0/PoolGen.dll", "lib/net10.0/PoolGen.xml"],
        Files(".nupkg").Keys);

    [Fact]
    public void Symbol_package_holds_the_symbols() => Assert.Equal(["PoolGen.nuspec", "lib/net10.0/PoolGen.pdb"], Files(".snupkg").Keys);

    [Fact]
    public void Nuspec_states_licence_readme_and_tensors_as_the_one_dependency()
    {
        XElement metadata = XElement.Parse(Text(Files(".nupkg")["PoolGen.nuspec"])).Elements().Single();
        XElement Element(string name) => metadata.Elements().Single(element => element.Name.LocalName == name);

        Assert.Equal("PoolGen", Element("id").Value);
        Assert.Equal(package.Version, Element("version").Value);
        Assert.Equal(("expression", "MIT"), (Element("license").Attribute("type")?.Value, Element("license").Value));
        Assert.Equal("README.md", Element("readme").Value);
        Assert.Equal("https://github.com/poolgen/poolgen", Element("projectUrl").Value);
        XElement group = Assert.Single(Element("dependencies").Elements());
        Assert.Equal("net10.0", group.Attribute("targetFramework")?.Value);
        Assert.Equal("System.Numerics.Tensors", Assert.Single(group.Elements()).Attribute("id")?.Value);
        Assert.DoesNotContain(metadata.Elements(), static element => element.Name.LocalName == "developmentDependency");
    }

    [Fact]
    public void Documentation_describes_what_users_call()
    {
        string documentation = Text(Files(".nupkg")["lib/net10.0/PoolGen.xml"]);
        foreach (string type in new[] { "PoolKernelAttribute", "PoolKernelAttribute`1", "PoolConfig", "PoolShape", "PoolKernel`1", "PoolDispatcher" })
            Assert.Contains($"\"T:PoolGen.{type}\"", documentation, StringComparison.Ordinal);
    }

    [Fact]
    public void No_folder_of_the_building_machine_stands_in_the_package()
    {
        foreach ((string name, byte[] content) in Files(".nupkg"))
            Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(PackedPackage.Repository)) < 0, $"{name} names {PackedPackage.Repository}");

        using MetadataReaderProvider symbols = MetadataReaderProvider.FromPortablePdbImage([.. Files(".snupkg")["lib/net10.0/PoolGen.pdb"]]);
        MetadataReader reader = symbols.GetMetadataReader();
        string[] sources = [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
        Assert.NotEmpty(sources);
        Assert.All(sources, static source => Assert.StartsWith("/_/", source, StringComparison.Ordinal));
    }

    private SortedDictionary<string, byte[]> Files(string extension)
    {
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        using ZipArchive archive = ZipFile.OpenRead(package.PathWithoutExtension + extension);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            // The container's own parts, which every package has.
            if (entry.FullName is "[Content_Types].xml" or "_rels/.rels" || entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal))
                continue;
            using Stream stream = entry.Open();
            using MemoryStream content = new();
            stream.CopyTo(content);
            files.Add(entry.FullName, content.ToArray());
        }

        return files;
    }

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
}
