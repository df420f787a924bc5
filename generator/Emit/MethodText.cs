using System.Collections.Generic;
using System.Linq;

namespace PoolGen.Generator.Emit;

/// <summary>
/// A private method of a kernel and the calls to it. A size that is known at compile time is a constant of the method's body instead
/// of a parameter, so that the same text serves fixed and free shapes.
/// </summary>
internal sealed class MethodText(string name)
{
    private const int LongestLine = 110;

    private readonly List<(string Type, string Name, string Argument, string? Constant)> parameters = [];

    private static readonly IReadOnlyDictionary<string, string> Rules = new Dictionary<string, string>
    {
        ["TExtremum"] = "IExtremum",
        ["TCells"] = "ICells",
        ["TAhead"] = "IAhead",
        ["TColumns256"] = "IColumns256",
        ["TColumns128"] = "IColumns128",
        ["THeld"] = "IHeldHalves",
    };

    private readonly List<string> locals = [];

    /// <summary>The type parameters of the method, or empty.</summary>
    public string TypeParameter { get; init; } = "";

    /// <summary>What the method returns.</summary>
    public string ReturnType { get; init; } = "void";

    /// <summary>Adds a parameter that every call passes.</summary>
    public MethodText With(string type, string parameter, string argument)
    {
        parameters.Add((type, parameter, argument, null));
        return this;
    }

    /// <summary>Adds a size: a constant of the body where its value is one, else a parameter.</summary>
    public MethodText WithSize(string type, string parameter, string argument, string? constant)
    {
        parameters.Add((type, parameter, argument, constant));
        return this;
    }

    /// <summary>Adds a size that the body only passes on: nothing where the method it goes to has it as a constant.</summary>
    public MethodText WithPassed(string type, string parameter, string argument, string? constant) =>
        constant is null ? With(type, parameter, argument) : this;

    /// <summary>Adds a statement to the start of the body.</summary>
    public MethodText WithLocal(string statement)
    {
        locals.Add(statement);
        return this;
    }

    /// <summary>The header line.</summary>
    public string Header
    {
        get
        {
            string list = string.Join(", ", Passed.Select(parameter => $"{parameter.Type} {parameter.Name}"));
            string generic = TypeParameter.Length == 0 ? "" : $"<{TypeParameter}>";
            string constraints = string.Concat(Rules.Where(rule => TypeParameter.Contains(rule.Key)).Select(rule => $" where {rule.Key} : struct, {rule.Value}"));
            return $"private static {ReturnType} {name}{generic}({list}){constraints}";
        }
    }

    /// <summary>Writes a call with the arguments that stand where the method is used, one a line where they are too long for one.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="typeArgument">The type arguments, or nothing.</param>
    /// <param name="before">What stands in front of the call in its statement.</param>
    public void WriteCall(CodeWriter writer, string typeArgument = "", string before = "")
    {
        string generic = typeArgument.Length == 0 ? "" : $"<{typeArgument}>";
        List<string> arguments = [.. Arguments];
        string line = $"{before}{name}{generic}({string.Join(", ", arguments)});";
        if (line.Length <= LongestLine)
        {
            writer.Line(line);
            return;
        }

        writer.Line($"{before}{name}{generic}(");
        for (int index = 0; index < arguments.Count; index++)
            writer.Line($"    {arguments[index]}{(index < arguments.Count - 1 ? "," : ");")}");
    }

    /// <summary>A call that is part of an expression.</summary>
    public string Call() => $"{name}({string.Join(", ", Arguments)})";

    private IEnumerable<string> Arguments =>
        Passed.Select(parameter => parameter.Type.StartsWith("ref ", System.StringComparison.Ordinal) ? "ref " + parameter.Argument : parameter.Argument);

    /// <summary>Writes what the body starts with: the sizes that are constants, and other locals.</summary>
    public void WriteConstants(CodeWriter writer)
    {
        foreach ((string type, string parameter, _, string? constant) in parameters)
        {
            if (constant is not null)
                writer.Line($"const {type} {parameter} = {constant};");
        }

        foreach (string statement in locals)
            writer.Line(statement);
    }

    private IEnumerable<(string Type, string Name, string Argument, string? Constant)> Passed =>
        parameters.Where(parameter => parameter.Constant is null).Concat(ReadsRows ? [(AheadBranch.TypeParameter, "ahead", "ahead", null)] : []);

    /// <summary>Whether the method is compiled for each way to read rows, and takes the one of the call.</summary>
    private bool ReadsRows => TypeParameter.Contains(AheadBranch.TypeParameter);
}
