using System.Numerics;
using PoolGen.Tests;
using PoolGen.Tests.Support;

namespace PoolGen.Operations.Tests;

/// <summary>One kernel, or the dispatcher's generic loops, on one shape and one kind of data against the oracle; what went wrong, or null.</summary>
/// <param name="Kernel">The kernel, which also says what is computed.</param>
/// <param name="Dispatcher">Where there is one it runs instead of the kernel.</param>
internal sealed record OperationCheck(PoolKernel Kernel, PoolShape Shape, Data Data, int Seed, PoolDispatcher? Dispatcher = null) : IOperationVisitor<string?>
{
    private const int Margin = 5;

    private PoolConfig Config => Kernel.Config;

    private PoolIndexing Indexing => Kernel.Indexing!.Value;

    private string Name => $"{Kernel.ElementType.Name} {(Dispatcher is null ? Kernel : "dispatched " + Kernel)} {Shape} {Data}";

    public string? Visit<T, TIndex>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex> =>
        Kernel.Operation == PoolOperation.ForwardWithIndices ? Forward<T, TIndex>() : Scatter<T, TIndex>();

    private string? Forward<T, TIndex>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        T[] input = Inputs.Make<T>(Data, Seed, Shape.Length + Margin);
        (T[] kept, long[] indices) = IndexOracle.Pool<T>(Config, Shape, input, Indexing);
        T[] output = new T[kept.Length + Margin];
        TIndex[] found = new TIndex[kept.Length + Margin];
        Array.Fill(output, T.CreateTruncating(77));
        Array.Fill(found, TIndex.CreateTruncating(-7));
        if (Dispatcher is not null)
            Dispatcher.RunWithIndices(Config, Shape, input, output.AsSpan(), found.AsSpan(), Indexing);
        else
            ((PoolIndexKernel<T, TIndex>)Kernel).Run(input, output, found, Shape);
        string? wrong = Wrong(kept, indices, output, found, 0, kept.Length);
        if (wrong is not null || Dispatcher is not null)
            return wrong;

        // A range of rows alone, as threads ask for it.
        PoolShape pooled = Oracle.OutputShape(Config, Shape);
        int rows = pooled.Rows(Config.Layout);
        if (rows < 2)
            return null;
        Random random = new(Seed);
        int first = random.Next(rows), end = random.Next(first, rows + 1), length = kept.Length / rows;
        Array.Fill(output, T.CreateTruncating(77));
        Array.Fill(found, TIndex.CreateTruncating(-7));
        ((PoolIndexKernel<T, TIndex>)Kernel).RunRows(input, output, found, Shape, first, end);
        return Wrong(kept, indices, output, found, first * length, end * length);
    }

    private string? Wrong<T, TIndex>(T[] kept, long[] indices, T[] output, TIndex[] found, int from, int to)
        where T : unmanaged, INumber<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        for (int i = 0; i < output.Length; i++)
        {
            bool inside = i >= from && i < to;
            T expected = inside ? kept[i] : T.CreateTruncating(77);
            TIndex index = inside ? TIndex.CreateChecked(indices[i]) : TIndex.CreateTruncating(-7);
            if (Same.FirstDifference<T>([expected], [output[i]], anyZero: false) >= 0 || found[i] != index)
                return $"{Name} at {i} of {from}..{to}: expected {Same.Text(expected)} from {index}, got {Same.Text(output[i])} from {found[i]}";
        }

        return null;
    }

    private string? Scatter<T, TIndex>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        // Indices of a forward pass, then some that point anywhere in their range: out of their windows, and several to one element.
        T[] input = Inputs.Make<T>(Data, Seed, Shape.Length);
        long[] indices = IndexOracle.Pool<T>(Config, Shape, input, Indexing).Indices;
        T[] values = Inputs.Make<T>(Data, Seed + 1, indices.Length + Margin);
        string? fault = Scattered<T, TIndex>(values, indices);
        Random random = new(Seed);
        int end = new PoolIndexSteps(Indexing, Shape).End;
        if (indices.Length == 0 || fault is not null)
            return fault;
        indices[random.Next(indices.Length)] = random.Next(end);
        fault = Scattered<T, TIndex>(values, indices);
        for (int i = 0; i < indices.Length; i++)
            indices[i] = random.Next(end);
        return fault ?? Scattered<T, TIndex>(values, indices);
    }

    private string? Scattered<T, TIndex>(T[] values, long[] indices)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        bool adds = Kernel.Operation == PoolOperation.Backward;
        T[] expected = IndexOracle.Scatter<T>(Config, Shape, values.AsSpan(0, indices.Length), indices, Indexing, adds);
        TIndex[] narrow = [.. indices.Select(TIndex.CreateChecked), .. Enumerable.Repeat(TIndex.CreateTruncating(-1), Margin)];
        T[] target = new T[Shape.Length + Margin];
        Array.Fill(target, T.CreateTruncating(77));
        if (Dispatcher is null)
            ((PoolScatterKernel<T, TIndex>)Kernel).Run(values, narrow, target, Shape);
        else if (adds)
            Dispatcher.RunBackward(Config, Shape, values, (ReadOnlySpan<TIndex>)narrow, target.AsSpan(), Indexing);
        else
            Dispatcher.Unpool(Config, Shape, values, (ReadOnlySpan<TIndex>)narrow, target.AsSpan(), Indexing);
        for (int i = 0; i < target.Length; i++)
        {
            T wanted = i < Shape.Length ? expected[i] : T.CreateTruncating(77);
            if (Same.FirstDifference<T>([wanted], [target[i]], anyZero: false) >= 0)
                return $"{Name} at {i}: expected {Same.Text(wanted)}, got {Same.Text(target[i])}";
        }

        return null;
    }
}
