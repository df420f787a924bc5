using System;
using System.Collections.Generic;
using PoolGen.Generator.Model;

namespace PoolGen.Generator.Emit;

/// <summary>Opens the namespace and the types around a generated member; disposing closes them.</summary>
internal sealed class ContainerBlocks : IDisposable
{
    private readonly Stack<IDisposable> blocks = new();

    private ContainerBlocks()
    {
    }

    public static ContainerBlocks Open(CodeWriter writer, Container container)
    {
        ContainerBlocks open = new();
        if (container.Namespace.Length > 0)
            open.blocks.Push(writer.Block($"namespace {container.Namespace}"));
        foreach (string type in container.Types)
            open.blocks.Push(writer.Block(type));
        return open;
    }

    public void Dispose()
    {
        while (blocks.Count > 0)
            blocks.Pop().Dispose();
    }
}
