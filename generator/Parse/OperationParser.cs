using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>Reads which operations an attribute asks for: the forward pass, with indices or without, unpooling and the backward pass.</summary>
internal static class OperationParser
{
    /// <summary>The operations that an attribute on a type asks for, each with its indices; none when one of them breaks a rule.</summary>
    public static IReadOnlyList<(PoolOperation Operation, KernelIndices? Indices)> OfType(StatedAttribute stated, PoolConfig config, ElementType element, List<Problem> problems)
    {
        if (PoolAttributes.BlockOf(stated.Data) is PoolOperation block)
            return BlockParser.AreRefused(stated, block, problems) ? [] : [(block, null)];

        PoolMode mode = config.Mode;
        int before = problems.Count;
        bool indexed = stated.States(ArgumentNames.Indices);
        KernelIndices? indices = indexed ? new(Indexing(stated), IsLong(stated, problems)) : null;
        if (!indexed && stated.States(ArgumentNames.IndexType))
            Add(stated, PoolDiagnostics.IndexType, ArgumentNames.IndexType, "IndexType is stated without Indices; it is the type of what they ask for", problems);
        List<PoolProblem?> broken = [indexed ? PoolOperationRules.Indices(mode, indices!.Indexing) : null];
        bool unpools = stated.Flag(ArgumentNames.Unpool) ?? false, goesBack = stated.Flag(ArgumentNames.Backward) ?? false;
        if (unpools)
            broken.Add(PoolOperationRules.Unpool(indexed));
        if (goesBack)
            broken.Add(PoolOperationRules.Backward(mode, indexed) ?? (indexed ? null : PoolOperationRules.Gradient(element.IsWhole())));
        if (indexed || unpools || goesBack)
            broken.Add(PoolOperationRules.Fusion(config.Fusion is not null));
        foreach (PoolProblem? problem in broken)
        {
            if (problem is not null)
                ConfigParser.AddAll(stated, [problem], problems);
        }

        if (problems.Count > before)
            return [];
        List<(PoolOperation, KernelIndices?)> operations = [(indexed ? PoolOperation.ForwardWithIndices : PoolOperation.Forward, indices)];
        if (unpools)
            operations.Add((PoolOperation.Unpool, indices));
        if (goesBack)
            operations.Add((PoolOperation.Backward, indices));
        return operations;
    }

    /// <summary>The indices of an annotated method, which its signature asks for; null where it has none.</summary>
    public static KernelIndices? OfMethod(string method, StatedAttribute stated, MethodSignature signature, PoolConfig? config, List<Problem> problems)
    {
        if (PoolAttributes.BlockOf(stated.Data) is PoolOperation block)
        {
            BlockParser.AreRefused(stated, block, problems);
            return null;
        }

        if (stated.States(ArgumentNames.IndexType))
            Add(stated, PoolDiagnostics.IndexType, ArgumentNames.IndexType, $"IndexType is stated on the method {method}, whose spans say it; it is for attributes on types", problems);
        if (stated.States(ArgumentNames.Unpool))
            Add(stated, PoolDiagnostics.Unpool, ArgumentNames.Unpool, OnMethod(ArgumentNames.Unpool), problems);
        if (stated.States(ArgumentNames.Backward))
            Add(stated, PoolDiagnostics.Backward, ArgumentNames.Backward, OnMethod(ArgumentNames.Backward), problems);
        if (signature.IsLong is not bool isLong)
        {
            if (stated.States(ArgumentNames.Indices))
                Add(stated, PoolDiagnostics.Indices, ArgumentNames.Indices, $"Indices are stated and the method {method} has no Span<int> or Span<long> for them behind the output", problems);
            return null;
        }

        PoolProblem? broken = config is not PoolConfig known ? null
            : PoolOperationRules.Indices(known.Mode, Indexing(stated)) ?? PoolOperationRules.Fusion(known.Fusion is not null);
        if (broken is not null)
            ConfigParser.AddAll(stated, [broken], problems);
        return new(Indexing(stated), isLong);

        string OnMethod(string argument) => $"{argument} is stated on the method {method}, which is one kernel; it is for attributes on types";
    }

    private static PoolIndexing Indexing(StatedAttribute stated) => (PoolIndexing)(stated.Number(ArgumentNames.Indices) ?? 0);

    private static bool IsLong(StatedAttribute stated, List<Problem> problems)
    {
        if (stated.Type(ArgumentNames.IndexType) is not ITypeSymbol type)
            return false;
        bool isLong = type.SpecialType == SpecialType.System_Int64;
        if (PoolOperationRules.IndexType(type.ToDisplayString(), type.SpecialType == SpecialType.System_Int32, isLong) is PoolProblem problem)
            ConfigParser.AddAll(stated, [problem], problems);
        return isLong;
    }

    private static void Add(StatedAttribute stated, DiagnosticDescriptor rule, string argument, string message, List<Problem> problems) =>
        problems.Add(new(rule, message) { Attribute = stated.Data, Argument = argument });
}
