using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Emit;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>Reads an annotated method: the name, the signature and the element type are the user's.</summary>
internal static class MethodParser
{
    public static Declaration Parse(
        IMethodSymbol method, IReadOnlyList<AttributeData> attributes, List<Problem> problems, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        bool implemented = method.PartialImplementationPart is not null && !PoolAttributes.IsGenerated(method);
        if (method is not { MethodKind: MethodKind.Ordinary, IsPartialDefinition: true } || implemented)
        {
            problems.Add(new(PoolDiagnostics.NotPartialDefinition, method.IsPartialDefinition
                ? $"The method {method.Name} already has an implementing part; the generated kernel is its body"
                : $"The method {method.Name} must be a partial method without a body; the generated kernel is its body"));
            return Declaration.Nothing;
        }

        int first = problems.Count;
        KernelDeclaration? kernel = Kernel(method, attributes, problems);
        if (IsRepeated(method))
            return Declaration.Nothing;
        if (kernel is not null)
            return new(new([kernel]), default, default);

        string message = problems.Skip(first).FirstOrDefault(problem => problem.IsError)?.Text
            ?? "The arguments of PoolKernel do not compile";
        Container container = ContainerParser.Read(method.ContainingType);
        string signature = MethodSignature.Text(method);
        RefusedMethod refused = new(container, signature, SymbolDisplay.FormatLiteral(message, quote: true), Hint(container, method, signature));
        return new(default, new([refused]), default);
    }

    /// <summary>The kernels of the annotated methods of an annotated type.</summary>
    public static IEnumerable<KernelDeclaration> ListedKernels(INamedTypeSymbol type, CancellationToken token)
    {
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
        {
            token.ThrowIfCancellationRequested();
            IReadOnlyList<AttributeData> attributes = PoolAttributes.Of(method);
            if (attributes.Count == 0)
                continue;
            foreach (KernelDeclaration kernel in Parse(method, attributes, [], token).Kernels)
                yield return kernel;
        }
    }

    private static KernelDeclaration? Kernel(IMethodSymbol method, IReadOnlyList<AttributeData> attributes, List<Problem> problems)
    {
        int first = problems.Count;
        AttributeData attribute = attributes[0];
        if (attributes.Count > 1)
        {
            problems.Add(new(PoolDiagnostics.SeveralAttributes,
                $"The method {method.Name} has {Count(attributes)} PoolKernel attributes; a method is one kernel")
            {
                Attribute = attributes[1],
            });
        }

        MethodSignature? signature = MethodSignature.Read(method, problems);
        ElementType? element = signature is null ? null : Element(method, signature, attribute, problems);
        if (KernelParser.Read(attribute, problems) is not StatedAttribute stated)
            return null;

        if (stated.States(ArgumentNames.Name))
        {
            problems.Add(new(PoolDiagnostics.Name,
                $"Name is stated on the method {method.Name}, which has a name; Name is for attributes on types")
            {
                Attribute = attribute,
                Argument = ArgumentNames.Name,
            });
        }

        (PoolConfig Config, PoolFixedShape FixedShape)? parsed = ConfigParser.Parse(stated, element, problems);
        KernelIndices? indices = signature is null ? null : OperationParser.OfMethod(method.Name, stated, signature, parsed?.Config, problems);
        if (parsed is not (PoolConfig config, PoolFixedShape fixedShape) || signature is null || element is null)
            return null;

        if (signature.Shape is null && Unfixed(fixedShape, stated.Rank).Any())
        {
            problems.Add(new(PoolDiagnostics.Signature,
                $"The method {method.Name} has no PoolShape parameter; it needs one, or an attribute that fixes {NeededAxes(stated.Rank)}"));
        }

        bool listed = IsListed(method.ContainingType);
        if (listed && RowsOverloadClash(method, signature, element.Value) is Problem clash)
            problems.Add(clash);
        if (problems.Skip(first).Any(problem => problem.IsError))
            return null;

        Container container = ContainerParser.Read(method.ContainingType);
        string text = MethodSignature.Text(method);
        return new()
        {
            Container = container,
            Name = Identifiers.Escape(method.Name),
            Config = config,
            Operation = PoolAttributes.BlockOf(attribute) ?? (indices is null ? PoolOperation.Forward : PoolOperation.ForwardWithIndices),
            Indices = indices,
            Pyramid = BlockParser.Pyramid(stated),
            FixedShape = fixedShape,
            Element = element.Value,
            Method = new(text, signature.Spans, signature.Shape, IsDocumented(method)),
            IsListed = listed,
            HintName = Hint(container, method, text),
        };
    }

    /// <summary>The axes of a sample that must be fixed where no shape is passed: those that the rank pools along.</summary>
    private static IEnumerable<int?> Unfixed(PoolFixedShape shape, PoolRank rank)
    {
        List<int?> needed = [shape.Channels, shape.Width];
        if (rank >= PoolRank.Plane)
            needed.Add(shape.Height);
        if (rank >= PoolRank.Volume)
            needed.Add(shape.Depth);
        return needed.Where(size => size is null);
    }

    private static string NeededAxes(PoolRank rank) => rank switch
    {
        PoolRank.Line => "Channels and Width",
        PoolRank.Plane => "Channels, Height and Width",
        _ => "Channels, Depth, Height and Width",
    };

    private static bool IsDocumented(IMethodSymbol method) => !string.IsNullOrEmpty(method.GetDocumentationCommentXml());

    private static bool IsListed(INamedTypeSymbol type) => PoolAttributes.Of(type).Count > 0 && NameRules.CanList(type);

    private static string Hint(Container container, IMethodSymbol method, string signature) =>
        HintName.Of(container, method.ContainingType, method.Name, signature);

    private static ElementType? Element(IMethodSymbol method, MethodSignature signature, AttributeData attribute, List<Problem> problems)
    {
        ITypeSymbol? stated = PoolAttributes.ElementOf(attribute);
        if (stated is not null && stated.TypeKind != TypeKind.Error && !SymbolEqualityComparer.Default.Equals(stated, signature.Element))
        {
            problems.Add(new(PoolDiagnostics.ElementDisagrees,
                $"The attribute states {stated.ToDisplayString()} and the spans of {method.Name} hold {signature.Element.ToDisplayString()}; "
                + "both must be the same")
            {
                Attribute = attribute,
                Argument = ArgumentNames.TypeArgument,
            });
            return null;
        }

        ElementType? element = ElementParser.Of(signature.Element);
        if (element is null && signature.Element.TypeKind != TypeKind.Error)
            problems.Add(ElementParser.Refusal(signature.Element));
        return element;
    }

    /// <summary>Why the overload over a range of rows, which the list of kernels needs, cannot stand beside the method.</summary>
    private static Problem? RowsOverloadClash(IMethodSymbol method, MethodSignature signature, ElementType element)
    {
        foreach (IMethodSymbol other in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(other, method))
                break;
            if (PoolAttributes.Of(other).Count > 0 && MethodSignature.Read(other, []) is MethodSignature known && ElementParser.Of(known.Element) == element
                && known.IsLong == signature.IsLong)
            {
                return new(PoolDiagnostics.Overloads,
                    $"Two kernel methods {method.Name} of one type take {ElementRule.Of(element).Keyword}; "
                    + "in a type that lists its kernels each needs a name of its own");
            }
        }

        return NameRules.HasRowsOverload(method.ContainingType, method.Name, element, signature.Spans.Count)
            ? new(PoolDiagnostics.NameTaken,
                $"The type {method.ContainingType.Name} already has the overload of {method.Name} that its list of kernels needs")
            : null;
    }

    /// <summary>Whether the type has the same definition before, which the compiler reports.</summary>
    private static bool IsRepeated(IMethodSymbol method)
    {
        string signature = MethodSignature.Text(method);
        IMethodSymbol first = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .First(other => SymbolEqualityComparer.Default.Equals(other, method)
                || (other.IsPartialDefinition && MethodSignature.Text(other) == signature));
        return !SymbolEqualityComparer.Default.Equals(first, method);
    }

    private static string Count(IReadOnlyList<AttributeData> attributes) => attributes.Count.ToString(CultureInfo.InvariantCulture);
}
