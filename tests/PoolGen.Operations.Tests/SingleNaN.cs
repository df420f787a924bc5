using System.Numerics;
using PoolGen.Tests.Support;

namespace PoolGen.Operations.Tests;

/// <summary>
/// One kernel with indices over a map of numbers in which each element in turn is the only NaN: a kernel that looks for NaN now and then must not miss it
/// anywhere. What went wrong, or null.
/// </summary>
internal sealed record SingleNaN(PoolKernel Kernel, PoolShape Shape) : IOperationVisitor<string?>
{
    public string? Visit<T, TIndex>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        T[] input = Inputs.Make<T>(Data.Integers, Shape.Width, Shape.Length);
        for (int place = 0; place < input.Length; place++)
        {
            T number = input[place];
            input[place] = T.CreateTruncating(double.NaN);
            (T[] kept, long[] indices) = IndexOracle.Pool<T>(Kernel.Config, Shape, input, Kernel.Indexing!.Value);
            T[] output = new T[kept.Length];
            TIndex[] found = new TIndex[kept.Length];
            ((PoolIndexKernel<T, TIndex>)Kernel).Run(input, output, found, Shape);
            int wrong = Same.FirstDifference<T>(kept, output, anyZero: false);
            if (wrong >= 0 || !found.Select(long.CreateChecked).SequenceEqual(indices))
                return $"{typeof(T).Name} {Kernel} {Shape}, NaN at {place}: {(wrong >= 0 ? $"output {wrong} is {output[wrong]}" : "an index is wrong")}";
            input[place] = number;
        }

        return null;
    }
}
