using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace PoolGen.Generator.Parse;

/// <summary>The arguments of one attribute, by the names of the constructor's parameters and of the properties.</summary>
internal sealed class StatedAttribute
{
    private readonly Dictionary<string, TypedConstant> values;

    private StatedAttribute(AttributeData data, Dictionary<string, TypedConstant> values)
    {
        Data = data;
        this.values = values;
    }

    /// <summary>The attribute.</summary>
    public AttributeData Data { get; }

    /// <summary>The arguments, or null when some do not compile; the compiler reports those.</summary>
    public static StatedAttribute? Read(AttributeData data)
    {
        if (data.AttributeConstructor is not IMethodSymbol constructor || constructor.Parameters.Length != data.ConstructorArguments.Length)
            return null;

        Dictionary<string, TypedConstant> values = [];
        for (int index = 0; index < constructor.Parameters.Length; index++)
            values[constructor.Parameters[index].Name] = data.ConstructorArguments[index];
        foreach (KeyValuePair<string, TypedConstant> named in data.NamedArguments)
            values[named.Key] = named.Value;
        return values.Values.Any(value => value.Kind == TypedConstantKind.Error) ? null : new(data, values);
    }

    /// <summary>The axes that arguments for every axis stand for: those of the stated rank, or of the windows or outputs that are stated one by one.</summary>
    public PoolRank Rank => Number(ArgumentNames.Rank) is int rank
        ? (PoolRank)rank
        : FirstStated("windowDepth", "outputDepth") is not null ? PoolRank.Volume
        : States("outputWidth") && !States("outputHeight") ? PoolRank.Line
        : PoolRank.Plane;

    /// <summary>Whether the argument is stated.</summary>
    public bool States(string argument) => values.ContainsKey(argument);

    /// <summary>The first of the arguments that is stated, or null.</summary>
    public string? FirstStated(params string[] arguments) => arguments.FirstOrDefault(States);

    /// <summary>The whole number stated by the first argument that is stated at all, or null.</summary>
    public int? Number(params string[] arguments) => FirstStated(arguments) is string stated ? values[stated].Value as int? : null;

    /// <summary>The number with a fraction that the argument states, or null.</summary>
    public float? Fraction(string argument) => States(argument) ? values[argument].Value as float? : null;

    /// <summary>The whole numbers of a list that the argument states; none where it states none.</summary>
    public IReadOnlyList<int> Numbers(string argument) => States(argument) && values[argument] is { Kind: TypedConstantKind.Array, IsNull: false } list
        ? [.. list.Values.Select(value => value.Value).OfType<int>()]
        : [];

    /// <summary>The number with a fraction in double precision that the argument states, or null.</summary>
    public double? LongFraction(string argument) => States(argument) ? values[argument].Value as double? : null;

    /// <summary>Whether the argument is stated, and whether as true.</summary>
    public bool? Flag(string argument) => States(argument) ? values[argument].Value as bool? : null;

    /// <summary>The type that the argument states, or null.</summary>
    public ITypeSymbol? Type(string argument) => States(argument) ? values[argument].Value as ITypeSymbol : null;

    /// <summary>The text of the argument, or null.</summary>
    public string? Text(string argument) => States(argument) ? values[argument].Value as string : null;
}
