using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using PoolGen.Generator.Diagnostics;
using PoolGen.Generator.Emit;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Parse;

/// <summary>Reads the attributes of a type: a generated method each, and the list of all kernels of the type.</summary>
internal static class TypeParser
{
    public static Declaration Parse(
        INamedTypeSymbol type, IReadOnlyList<AttributeData> attributes, List<AttributeData> sources, List<Problem> problems, CancellationToken token)
    {
        Container container = ContainerParser.Read(type);
        bool listed = NameRules.CanList(type);
        if (!listed)
        {
            problems.Add(new(PoolDiagnostics.NameTaken,
                $"The name {NameRules.ListName} of {type.Name} is already taken; the list of its kernels needs it"));
        }

        List<KernelDeclaration> kernels = [];
        foreach (AttributeData attribute in attributes)
        {
            token.ThrowIfCancellationRequested();
            foreach (KernelDeclaration kernel in Kernels(type, container, attribute, listed, problems))
            {
                if (!IsNew(kernel, attribute, kernels, problems))
                    continue;
                kernels.Add(kernel);
                sources.Add(attribute);
            }
        }

        if (!listed)
            return new(new(kernels), default, default);

        IEnumerable<KernelDeclaration> all = kernels.Concat(MethodParser.ListedKernels(type, token));
        KernelList list = new(container, new(all.Select(Entry)), HintName.Of(container, type, NameRules.ListName, ""));
        return new(new(kernels), default, new([list]));
    }

    private static KernelListEntry Entry(KernelDeclaration kernel) => 
        new(kernel.Name, kernel.Config, kernel.Operation, kernel.Indices, kernel.Pyramid, kernel.FixedShape, kernel.Element);

    /// <summary>The kernels of an attribute, one for each operation that it asks for.</summary>
    private static List<KernelDeclaration> Kernels(
        INamedTypeSymbol type, Container container, AttributeData attribute, bool listed, List<Problem> problems)
    {
        if (KernelParser.Read(attribute, problems) is not StatedAttribute stated)
            return [];

        ElementType? element = Element(attribute, problems);
        (PoolConfig Config, PoolFixedShape FixedShape)? parsed = ConfigParser.Parse(stated, element, problems);
        Problem? refusedName = stated.Text(ArgumentNames.Name) is string statedName ? NameRules.Refusal(statedName) : null;
        if (refusedName is not null)
            problems.Add(refusedName with { Attribute = attribute, Argument = ArgumentNames.Name });
        if (parsed is not (PoolConfig config, PoolFixedShape fixedShape) || element is null || refusedName is not null)
            return [];

        List<KernelDeclaration> kernels = [];
        foreach ((PoolOperation operation, KernelIndices? indices) in OperationParser.OfType(stated, config, element.Value, problems))
        {
            string name = MethodName(stated, config, fixedShape, operation, indices);
            int spans = OperationText.Of(operation, indices, element.Value, config).Spans.Count;
            if (NameRules.IsTaken(type, name, element.Value, spans))
            {
                problems.Add(new(PoolDiagnostics.NameTaken,
                    $"The name {name} is already taken in {type.Name}; state another Name in the attribute")
                {
                    Attribute = attribute,
                    Argument = stated.FirstStated(ArgumentNames.Name),
                });
                return [];
            }

            kernels.Add(new()
            {
                Container = container,
                Name = Identifiers.Escape(name),
                Config = config,
                Operation = operation,
                Indices = indices,
                Pyramid = BlockParser.Pyramid(stated),
                FixedShape = fixedShape,
                Element = element.Value,
                IsListed = listed,
                HintName = HintName.Of(container, type, name, element.Value.ToString()),
            });
        }

        return kernels;
    }

    /// <summary>The stated name, with the operation behind it where that is not the forward pass, or the one made from all that is asked for.</summary>
    private static string MethodName(StatedAttribute stated, PoolConfig config, PoolFixedShape fixedShape, PoolOperation operation, KernelIndices? indices)
    {
        if (stated.Text(ArgumentNames.Name) is string name)
            return operation is PoolOperation.Unpool or PoolOperation.Backward ? name + operation : name;
        return BlockParser.Pyramid(stated) is PoolPyramid pyramid
            ? PoolConfigName.Of(pyramid, fixedShape)
            : PoolConfigName.Of(config, fixedShape, operation, indices?.Indexing, indices?.IsLong ?? false);
    }

    private static ElementType? Element(AttributeData attribute, List<Problem> problems)
    {
        if (PoolAttributes.ElementOf(attribute) is not ITypeSymbol type)
            return ElementType.Float;

        ElementType? element = ElementParser.Of(type);
        if (element is null && type.TypeKind != TypeKind.Error)
            problems.Add(ElementParser.Refusal(type) with { Attribute = attribute, Argument = ArgumentNames.TypeArgument });
        return element;
    }

    /// <summary>Whether no earlier attribute of the type has asked for a method of this name over these elements.</summary>
    private static bool IsNew(KernelDeclaration kernel, AttributeData attribute, List<KernelDeclaration> earlier, List<Problem> problems)
    {
        KernelDeclaration? twin = earlier.FirstOrDefault(other => other.Name == kernel.Name && other.Element == kernel.Element);
        if (twin is null)
            return true;

        // An attribute may ask for several methods; that one stands there already is said once.
        if (problems.Any(problem => problem.Attribute == attribute && (problem.Rule == PoolDiagnostics.SameConfiguration || problem.Rule == PoolDiagnostics.SameName)))
            return false;

        bool same = twin.Config == kernel.Config && twin.FixedShape == kernel.FixedShape && twin.Operation == kernel.Operation && twin.Indices == kernel.Indices
            && twin.Pyramid == kernel.Pyramid;
        problems.Add(same
            ? new(PoolDiagnostics.SameConfiguration,
                $"The configuration of {kernel.Name} is stated twice on one type; one method is generated")
            {
                Attribute = attribute,
            }
            : new(PoolDiagnostics.SameName, $"The name {kernel.Name} is stated for two configurations; each needs a Name of its own")
            {
                Attribute = attribute,
                Argument = ArgumentNames.Name,
            });
        return false;
    }
}
