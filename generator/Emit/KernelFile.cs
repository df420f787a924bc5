using System;
using System.Linq;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>
/// Writes the file of one kernel. The user's type gets thin members that cannot be confused by what the user calls things;
/// the code itself stands in a file-local class of a namespace where the names of .NET mean what they should.
/// </summary>
internal static class KernelFile
{
    /// <summary>The namespace of file-local classes.</summary>
    public const string GeneratedNamespace = "PoolGen.Generated";

    public static string Text(PlannedKernel kernel)
    {
        KernelDeclaration declaration = kernel.Declaration;
        string className = declaration.Name.TrimStart('@') + "Kernel";
        string qualifiedClass = $"global::{GeneratedNamespace}.{className}";
        CodeWriter writer = new();
        Header.Write(writer);
        using (ContainerBlocks.Open(writer, declaration.Container))
        {
            WriteMethod(writer, kernel, qualifiedClass);
            if (declaration.IsListed)
            {
                writer.Line();
                WriteRows(writer, declaration, qualifiedClass);
            }
        }

        writer.Line();
        using (OpenGenerated(writer))
        {
            if (declaration.Pyramid is PoolPyramid pyramid)
                PyramidClass.Write(writer, declaration.Name.TrimStart('@'), kernel, pyramid);
            else if (kernel.Variants.Count > 1)
                VariantChoice.Write(writer, declaration.Name.TrimStart('@'), kernel);
            else
                KernelClass.Write(writer, className, OperationText.Of(declaration), kernel.Plan);
        }

        return writer.ToString();
    }

    /// <summary>Opens the namespace of file-local classes with the imports that their text relies on.</summary>
    public static IDisposable OpenGenerated(CodeWriter writer)
    {
        IDisposable block = writer.Block($"namespace {GeneratedNamespace}");
        writer.Lines("""
            using global::System;
            using global::System.Runtime.CompilerServices;
            using global::System.Runtime.InteropServices;
            using global::System.Runtime.Intrinsics;
            using global::PoolGen;

            """);
        return block;
    }

    private static void WriteMethod(CodeWriter writer, PlannedKernel kernel, string qualifiedClass)
    {
        KernelDeclaration declaration = kernel.Declaration;
        PartialMethod method = declaration.Method ?? Generated(declaration);
        KernelDocumentation.Write(writer, kernel, method);
        writer.Line(Header.GeneratedCode);
        string shape = method.Shape ?? $"global::PoolGen.PoolGuard.ShapeOf({qualifiedClass}.FixedShape, {method.Spans[0]})";
        using (writer.Block(method.Signature))
            writer.Line($"{qualifiedClass}.Run({string.Join(", ", method.Spans)}, {shape});");
    }

    private static PartialMethod Generated(KernelDeclaration declaration)
    {
        OperationText operation = OperationText.Of(declaration);
        return new(
            $"public static void {declaration.Name}({operation.QualifiedParameters}, global::PoolGen.PoolShape shape)",
            new(operation.Spans.Select(span => span.Name)), "shape", IsDocumented: false);
    }

    private static void WriteRows(CodeWriter writer, KernelDeclaration declaration, string qualifiedClass)
    {
        OperationText operation = OperationText.Of(declaration);
        string unit = operation.Unit;
        writer.Line(Header.GeneratedCode);
        using (writer.Block(
            $"private static void {declaration.Name}({operation.QualifiedParameters}, in global::PoolGen.PoolShape shape, int first{unit}, int end{unit})"))
        {
            writer.Line($"if (end{unit} == global::PoolGen.PoolKernel.AllRows)");
            writer.Line($"    {qualifiedClass}.Run({operation.Arguments}, shape);");
            writer.Line("else");
            writer.Line($"    {qualifiedClass}.{operation.Ranged}({operation.Arguments}, shape, first{unit}, end{unit});");
        }
    }
}
