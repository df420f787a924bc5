using System.Numerics;
using PoolGen.Tests.GuardPages;
using PoolGen.Tests.Support;

namespace PoolGen.Operations.Tests.Guarded;

/// <summary>The child that calls every kernel with spans between guard pages. It names each call before it makes it.</summary>
internal static class GuardedOperations
{
    public const string Switch = "--guarded-operations";
    public const string Finished = "finished";

    private const int Bytes = 1 << 20;

    public static void Run(TextWriter log)
    {
        using GuardedMemory large = new(Bytes);
        using GuardedMemory small = new(Bytes);
        using GuardedMemory indices = new(Bytes);
        foreach (PoolKernel kernel in IndexPools.Kernels)
        {
            if (kernel.Indexing is null)
                continue;
            foreach (PoolShape shape in OperationCases.Shapes(kernel))
                OperationCases.Visit(kernel, new Call(kernel, shape, large, small, indices, log));
        }

        log.WriteLine(Finished);
    }

    private sealed record Call(PoolKernel Kernel, PoolShape Shape, GuardedMemory Large, GuardedMemory Small, GuardedMemory Indices, TextWriter Log) : IOperationVisitor<bool>
    {
        public bool Visit<T, TIndex>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
            where TIndex : unmanaged, IBinaryInteger<TIndex>
        {
            int length = Kernel.Config.OutputShape(Shape).Length;
            T[] elements = Inputs.Make<T>(Data.Special, 1, Shape.Length);
            long[] places = IndexOracle.Pool<T>(Kernel.Config, Shape, elements, Kernel.Indexing!.Value).Indices;
            foreach (bool atEnd in new[] { true, false })
            {
                Log.WriteLine($"{Kernel.ElementType.Name} {Kernel} {Shape}, spans at the {(atEnd ? "end" : "start")}");
                Log.Flush();
                Span<T> map = atEnd ? Large.AtEnd<T>(Shape.Length) : Large.AtStart<T>(Shape.Length);
                Span<T> pooled = atEnd ? Small.AtEnd<T>(length) : Small.AtStart<T>(length);
                Span<TIndex> numbers = atEnd ? Indices.AtEnd<TIndex>(length) : Indices.AtStart<TIndex>(length);
                elements.CopyTo(map);
                for (int i = 0; i < length; i++)
                    numbers[i] = TIndex.CreateChecked(places[i]);
                if (Kernel is PoolIndexKernel<T, TIndex> forward)
                    forward.Run(map, pooled, numbers, Shape);
                else
                    ((PoolScatterKernel<T, TIndex>)Kernel).Run(pooled, numbers, map, Shape);
            }

            return true;
        }
    }
}
