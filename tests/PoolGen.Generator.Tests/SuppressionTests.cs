using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Tests.Support;

namespace PoolGen.Generator.Tests;

/// <summary>Diagnostics can be suppressed and set as those of the compiler.</summary>
public class SuppressionTests
{
    [Fact]
    public async Task A_pragma_suppresses() => await Markup.VerifyAsync(Compilations.Usings + """
        #pragma warning disable POOL013
        [PoolKernel(3, 2, Average, Padding = 1)]
        #pragma warning restore POOL013
        [PoolKernel(5, 2, Average, Padding = {|POOL013:1|})]
        static partial class Pools;
        """);

    [Fact]
    public async Task An_editorconfig_sets_the_severity()
    {
        CSharpCompilation compilation = Compilations.Create(Compilations.Usings + """
            [PoolKernel(3, 2, Average, Padding = 1)]
            static partial class Pools;
            """);
        CSharpCompilationOptions options = compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default);
        AnalyzerConfigSet config = AnalyzerConfigSet.Create(ImmutableArray.Create(
            AnalyzerConfig.Parse("root = true\n[*.cs]\ndotnet_diagnostic.POOL013.severity = suggestion\n", "/.editorconfig")));
        compilation = compilation.WithOptions(options.WithSyntaxTreeOptionsProvider(new TreeOptions(config)));
        Diagnostic found = Assert.Single(await Markup.DiagnosticsOfAsync(GeneratorRun.Of(compilation).Output));
        Assert.Equal(("POOL013", DiagnosticSeverity.Info), (found.Id, found.Severity));
    }

    private sealed class TreeOptions(AnalyzerConfigSet config) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GetOptionsForSourcePath("/" + tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }
}
