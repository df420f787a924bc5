using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PoolGen.Generator.Diagnostics;

namespace PoolGen.Generator.Tests.Support;

/// <summary>
/// A source in which <c>{|POOL001:text|}</c> says which diagnostics are expected where. A diagnostic that is not
/// expected fails as a missing one does.
/// </summary>
internal static class Markup
{
    /// <summary>Asserts the analyzer's diagnostics, and what the compiler says beside them once the generator has run.</summary>
    /// <returns>The messages, in the order of the source.</returns>
    public static async Task<IReadOnlyList<string>> VerifyAsync(string marked, string[]? compilerIds = null, LanguageVersion version = LanguageVersion.CSharp14)
    {
        (string source, List<(string Id, TextSpan Span)> expected) = Parse(marked);
        CSharpCompilation compilation = Compilations.Create(Compilations.ParseOptions(version), source);
        GeneratorRun run = GeneratorRun.Of(compilation);
        IReadOnlyList<Diagnostic> found = await DiagnosticsOfAsync(run.Output);

        string Text(string id, TextSpan span) => $"{id} at '{source[span.Start..span.End]}' ({span.Start})";
        Assert.Equal(
            expected.Select(item => Text(item.Id, item.Span)),
            found.Select(item => Text(item.Id, item.Location.SourceSpan)));
        run.CompilesWith(compilerIds ?? []);
        return [.. found.Select(item => item.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>The analyzer's diagnostics in the order of the source, over a compilation that holds the generated files as every build does.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsOfAsync(Compilation compilation)
    {
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([new PoolKernelAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found
            .OrderBy(item => item.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(item => item.Location.SourceSpan.Start)
            .ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    private static (string Source, List<(string Id, TextSpan Span)> Expected) Parse(string marked)
    {
        StringBuilder source = new();
        List<(string Id, TextSpan Span)> expected = [];
        Stack<(string Id, int Start)> open = new();
        for (int index = 0; index < marked.Length; index++)
        {
            if (marked.AsSpan(index).StartsWith("{|"))
            {
                int colon = marked.IndexOf(':', index);
                open.Push((marked[(index + 2)..colon], source.Length));
                index = colon;
            }
            else if (marked.AsSpan(index).StartsWith("|}"))
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                index++;
            }
            else
            {
                source.Append(marked[index]);
            }
        }

        expected.Sort((left, right) => (left.Span.Start, left.Id).CompareTo((right.Span.Start, right.Id)));
        return (source.ToString(), expected);
    }
}
