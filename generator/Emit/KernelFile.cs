using System;
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
            if (kernel.Variants.Count > 1)
                VariantChoice.Write(writer, declaration.Name.TrimStart('@'), kernel);
            else
                KernelClass.Write(writer, className, kernel.Plan);
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
        string shape = method.Shape ?? $"global::PoolGen.PoolGuard.ShapeOf({qualifiedClass}.FixedShape, {method.Input})";
        using (writer.Block(method.Signature))
            writer.Line($"{qualifiedClass}.Run({method.Input}, {method.Output}, {shape});");
    }

    private static PartialMethod Generated(KernelDeclaration declaration)
    {
        string element = ElementRule.Of(declaration.Element).QualifiedName;
        return new(
            $"public static void {declaration.Name}({Spans(element)}, global::PoolGen.PoolShape shape)",
            "input", "output", "shape", IsDocumented: false);
    }

    private static void WriteRows(CodeWriter writer, KernelDeclaration declaration, string qualifiedClass)
    {
        string element = ElementRule.Of(declaration.Element).QualifiedName;
        writer.Line(Header.GeneratedCode);
        using (writer.Block(
            $"private static void {declaration.Name}({Spans(element)}, in global::PoolGen.PoolShape shape, int firstRow, int endRow)"))
        {
            writer.Line("if (endRow == global::PoolGen.PoolKernel.AllRows)");
            writer.Line($"    {qualifiedClass}.Run(input, output, shape);");
            writer.Line("else");
            writer.Line($"    {qualifiedClass}.Rows(input, output, shape, firstRow, endRow);");
        }
    }

    private static string Spans(string element) =>
        $"global::System.ReadOnlySpan<{element}> input, global::System.Span<{element}> output";
}
