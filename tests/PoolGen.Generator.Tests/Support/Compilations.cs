extern alias Runtime;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PoolGen.Generator.Tests.Support;

/// <summary>Compilations as a strict project has them: nullable on, warnings as errors, every warning wave, no unsafe code.</summary>
internal static class Compilations
{
    /// <summary>What most sources begin with.</summary>
    public const string Usings = """
        using System;
        using PoolGen;
        using static PoolGen.PoolMode;

        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Runtime::PoolGen.PoolShape).Assembly.Location),
    ];

    public static CSharpParseOptions ParseOptions(LanguageVersion version = LanguageVersion.CSharp14) =>
        new(version, DocumentationMode.Diagnose);

    public static CSharpCompilation Create(params string[] sources) => Create(ParseOptions(), sources);

    public static CSharpCompilation Create(CSharpParseOptions options, params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Source{index}.cs", System.Text.Encoding.UTF8)),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999,
            allowUnsafe: false,
            concurrentBuild: false));

    /// <summary>Everything that the compiler says, less missing documentation of the test's own source.</summary>
    public static IReadOnlyList<Diagnostic> Findings(Compilation compilation)
    {
        HashSet<SyntaxTree> handwritten = [.. compilation.SyntaxTrees.Where(tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))];
        return [.. compilation.Emit(Stream.Null).Diagnostics
            .Where(finding => finding.Severity != DiagnosticSeverity.Hidden)
            .Where(finding => finding.Id != "CS1591" || finding.Location.SourceTree is not SyntaxTree tree || !handwritten.Contains(tree))];
    }
}
