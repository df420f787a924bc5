using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PoolGen.Generator.Diagnostics;

namespace PoolGen.Generator.Parse;

/// <summary>Reads what one attribute says, before it is known where the code goes.</summary>
internal static class KernelParser
{
    /// <summary>The arguments, or null where they do not compile; an unbound mode is then said in our words.</summary>
    public static StatedAttribute? Read(AttributeData attribute, List<Problem> problems)
    {
        StatedAttribute? stated = StatedAttribute.Read(attribute);
        if (stated is null && UnboundMode(attribute) is string mode)
        {
            problems.Add(new(PoolDiagnostics.ModeUnbound,
                $"{mode} is not found as a mode here; write PoolMode.{mode}, or add using static PoolGen.PoolMode")
            {
                Attribute = attribute,
                Argument = ArgumentNames.Mode,
            });
        }

        return stated;
    }

    /// <summary>The mode argument where it is the bare name of a mode.</summary>
    private static string? UnboundMode(AttributeData attribute)
    {
        if (PoolAttributes.SyntaxOf(attribute)?.ArgumentList?.Arguments is not { } arguments)
            return null;

        AttributeArgumentSyntax? mode =
            arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == ArgumentNames.Mode)
            ?? arguments.LastOrDefault(argument => argument.NameEquals is null && argument.NameColon is null);
        return mode?.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && NameRules.IsMode(name) ? name : null;
    }
}
