using System.Reflection;
using Microsoft.CodeAnalysis;

namespace PoolGen.Generator.Tests.Support;

/// <summary>Walks what the steps hand on and fails on anything that would keep a compilation alive.</summary>
internal static class RoslynFreeValues
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Compilation), typeof(SemanticModel),
        typeof(Location), typeof(AttributeData), typeof(Diagnostic),
    ];

    public static void AssertSteps(GeneratorDriverRunResult result)
    {
        foreach (string name in GeneratorRun.Steps)
        {
            if (!result.Results[0].TrackedSteps.TryGetValue(name, out var steps))
                continue;
            foreach ((object value, _) in steps.SelectMany(step => step.Outputs))
                Walk(value, name, new HashSet<object>(ReferenceEqualityComparer.Instance));
        }
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;

        Assert.True(Array.TrueForAll(Forbidden, type => !type.IsInstanceOfType(value)), $"{path} holds a {value.GetType()}");
        if (value is Array items)
        {
            foreach (object? item in items)
                Walk(item, path + "[]", seen);
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }
}
