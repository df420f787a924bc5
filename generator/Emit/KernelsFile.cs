using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>Writes the list of the kernels of a type, for a dispatcher.</summary>
internal static class KernelsFile
{
    private const string ClassName = "KernelDescriptions";

    public static string Text(KernelList list)
    {
        CodeWriter writer = new();
        Header.Write(writer);
        using (ContainerBlocks.Open(writer, list.Container))
        {
            writer.Line("/// <summary>The kernels of this type, for a dispatcher.</summary>");
            writer.Line(Header.GeneratedCode);
            writer.Line("public static global::System.Collections.Generic.IReadOnlyList<global::PoolGen.PoolKernel> Kernels { get; } =");
            writer.Line("[");
            foreach (KernelListEntry entry in list.Entries)
                writer.Line($"    global::{KernelFile.GeneratedNamespace}.{ClassName}.{MethodName(entry)}({entry.Name}),");
            writer.Line("];");
        }

        writer.Line();
        using (KernelFile.OpenGenerated(writer))
        using (writer.Block($"file static class {ClassName}"))
        {
            bool first = true;
            foreach (KernelListEntry entry in list.Entries)
            {
                if (!first)
                    writer.Line();
                first = false;
                WriteDescription(writer, entry);
            }
        }

        return writer.ToString();
    }

    private static void WriteDescription(CodeWriter writer, KernelListEntry entry)
    {
        OperationText operation = OperationText.Of(entry.Operation, entry.Indices, entry.Element, entry.Config);
        string ranged = operation.Ranged.ToLowerInvariant();
        writer.Line($"public static PoolKernel {MethodName(entry)}({operation.Types.Delegate}<{operation.TypeArguments}> {ranged}) => new {operation.Types.Kernel}<{operation.TypeArguments}>(");
        writer.Line($"    {(entry.Pyramid is PoolPyramid pyramid ? ConfigText.Of(pyramid) : ConfigText.Of(entry.Config))},");
        writer.Line($"    {ConfigText.Of(entry.FixedShape)},");
        foreach (string argument in operation.Descriptions)
            writer.Line($"    {argument},");
        writer.Line($"    \"{entry.Name.TrimStart('@')}\",");
        writer.Line($"    {ranged});");
    }

    // The element type stands in the name: by a method group the compiler cannot tell overloads for float and double apart.
    private static string MethodName(KernelListEntry entry) => $"{entry.Element}{entry.Name.TrimStart('@')}";
}
