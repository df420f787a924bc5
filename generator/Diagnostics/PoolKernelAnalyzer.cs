using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PoolGen.Generator.Model;
using PoolGen.Generator.Parse;

namespace PoolGen.Generator.Diagnostics;

/// <summary>Reports what the generator's parser finds wrong, at its place in the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PoolKernelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => PoolDiagnostics.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // A partial method counts as generated code, for its body is.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static found => Report(found.Symbol, found.Compilation, found.ReportDiagnostic, found.CancellationToken),
            SymbolKind.NamedType,
            SymbolKind.Method);
        context.RegisterSyntaxNodeAction(ReportLocalFunction, SyntaxKind.LocalFunctionStatement);
    }

    private static void ReportLocalFunction(SyntaxNodeAnalysisContext found)
    {
        if (((LocalFunctionStatementSyntax)found.Node).AttributeLists.Count > 0
            && found.SemanticModel.GetDeclaredSymbol(found.Node, found.CancellationToken) is ISymbol symbol)
        {
            Report(symbol, found.Compilation, found.ReportDiagnostic, found.CancellationToken);
        }
    }

    private static void Report(ISymbol symbol, Compilation compilation, Action<Diagnostic> report, CancellationToken token)
    {
        // A partial method is reported once, through its definition.
        if (!ReferenceEquals(PoolAttributes.Symbol(symbol), symbol))
            return;

        ParsedSymbol parsed = DeclarationParser.Parse(symbol, compilation, token);
        foreach (Problem problem in parsed.Problems.Concat(Fallbacks(parsed)))
            report(Diagnostic.Create(problem.Rule, ProblemLocation.Of(problem, symbol, token), problem.Message));
    }

    /// <summary>The kernels that no code is planned for.</summary>
    private static IEnumerable<Problem> Fallbacks(ParsedSymbol parsed)
    {
        for (int index = 0; index < parsed.Declaration.Kernels.Count; index++)
        {
            KernelDeclaration kernel = parsed.Declaration.Kernels[index];
            if (PlannedKernel.Of(kernel).Variants.Select(plan => plan.FallbackReason).FirstOrDefault(reason => reason is not null) is string reason)
            {
                yield return new(PoolDiagnostics.Fallback, $"The generic loops of the runtime compute {kernel.Name}: {reason}")
                {
                    Attribute = parsed.Sources[index],
                };
            }
        }
    }
}
