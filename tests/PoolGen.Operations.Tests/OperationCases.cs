using System.Numerics;
using PoolGen.Tests;
using PoolGen.Tests.Support;

namespace PoolGen.Operations.Tests;

/// <summary>Generic code that is called for the element type and the index type of a kernel.</summary>
internal interface IOperationVisitor<TResult>
{
    TResult Visit<T, TIndex>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>;
}

/// <summary>The shapes that kernels of operations are tried on, and the way from their types to generic code.</summary>
internal static class OperationCases
{
    // Below, at and above the lanes of every vector, for windows apart as well.
    private static readonly int[] Widths = [1, 2, 3, 5, 7, 8, 9, 11, 16, 17, 18, 23, 33, 35, 40, 67];

    private static readonly (int Batch, int Channels, int Depth, int Height)[] Others =
        [(1, 1, 1, 1), (1, 3, 1, 2), (2, 2, 1, 5), (1, 19, 1, 4), (2, 9, 1, 3), (1, 33, 1, 7), (0, 2, 1, 4), (1, 2, 3, 4), (2, 3, 4, 5), (1, 17, 5, 3)];

    /// <summary>The shapes that the kernel takes and the oracle accepts.</summary>
    public static IReadOnlyList<PoolShape> Shapes(PoolKernel kernel)
    {
        PoolFixedShape known = kernel.FixedShape;
        return
        [
            .. (from index in Enumerable.Range(0, Widths.Length)
                from turn in Enumerable.Range(0, 3)
                let width = Widths[index]
                let other = Others[(index + (3 * turn)) % Others.Length]
                select new PoolShape(
                    known.Batch ?? other.Batch, known.Channels ?? other.Channels, known.Depth ?? other.Depth, known.Height ?? other.Height, known.Width ?? width))
                .Distinct().Where(shape => Oracle.Accepts(kernel.Config, shape)),
        ];
    }

    public static TResult Visit<TResult>(PoolKernel kernel, IOperationVisitor<TResult> visitor) =>
        ElementTypes.Visit(kernel.ElementType, new OfElement<TResult>(kernel.IndexType, visitor));

    private sealed record OfElement<TResult>(Type? IndexType, IOperationVisitor<TResult> Visitor) : IElementVisitor<TResult>
    {
        public TResult Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => IndexType == typeof(long) ? Visitor.Visit<T, long>() : Visitor.Visit<T, int>();
    }
}
