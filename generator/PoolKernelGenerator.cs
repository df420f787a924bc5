using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Emit;
using PoolGen.Generator.Model;
using PoolGen.Generator.Parse;

namespace PoolGen.Generator;

/// <summary>
/// Writes pooling kernels for symbols that carry <c>[PoolKernel]</c> or one of its kin: parse, plan, emit. Diagnostics come from the analyzer.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PoolKernelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (string attribute in PoolAttributes.Names)
            Register(context, attribute);
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string attribute)
    {
        IncrementalValuesProvider<Declaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                predicate: static (node, _) => node is TypeDeclarationSyntax or MethodDeclarationSyntax,
                transform: static (found, token) => PoolAttributes.IsFirst(found) ? Parsed(found, token) : Declaration.Nothing)
            .WithTrackingName(TrackingNames.Declarations);

        IncrementalValuesProvider<PlannedKernel> plans = declarations
            .SelectMany(static (declaration, _) => declaration.Kernels)
            .WithTrackingName(TrackingNames.Kernels)
            .Select(static (kernel, _) => PlannedKernel.Of(kernel))
            .WithTrackingName(TrackingNames.Plans);
        context.RegisterSourceOutput(plans, static (output, kernel) => output.AddSource(kernel.Declaration.HintName, KernelFile.Text(kernel)));

        IncrementalValuesProvider<RefusedMethod> refused = declarations
            .SelectMany(static (declaration, _) => declaration.Refused)
            .WithTrackingName(TrackingNames.RefusedMethods);
        context.RegisterSourceOutput(refused, static (output, method) => output.AddSource(method.HintName, RefusedMethodFile.Text(method)));

        IncrementalValuesProvider<KernelList> lists = declarations
            .SelectMany(static (declaration, _) => declaration.Lists)
            .WithTrackingName(TrackingNames.KernelLists);
        context.RegisterSourceOutput(lists, static (output, list) => output.AddSource(list.HintName, KernelsFile.Text(list)));
    }

    private static Declaration Parsed(GeneratorAttributeSyntaxContext found, CancellationToken token) =>
        DeclarationParser.Parse(found.TargetSymbol, found.SemanticModel.Compilation, token).Declaration;
}
