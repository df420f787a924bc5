using System.Numerics;
using PoolGen.Tests.Kernels;

namespace PoolGen.Tests.Support;

/// <summary>The ways to compute a case; each returns what went wrong, or null.</summary>
internal static class Ways
{
    /// <summary>Runs the generic loops only.</summary>
    public static PoolDispatcher FallbackOnly { get; } = new([]);

    /// <summary>Runs the kernels of the test set where there is one.</summary>
    public static PoolDispatcher WithKernels { get; } = new(TestKernels.All);

    /// <summary>Every way that can compute the case: both dispatchers and each kernel of the set.</summary>
    public static string? Fault(PoolCase @case) => ElementTypes.Visit(@case.Element, new EveryWay(@case));

    /// <summary>One kernel: the whole output, parts of it, and buffers that are longer than needed.</summary>
    public static string? Fault(PoolKernel kernel, PoolCase @case) => ElementTypes.Visit(kernel, new OneKernel(@case));

    public static string? Fault<T>(PoolKernel<T> kernel, Expectation<T> expectation)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        PoolShape shape = expectation.Case.Shape;
        return expectation.Fault(kernel.Name, (input, output, _, _) => kernel.Run(input, output, shape))
            ?? Parts(kernel.Name, expectation, (input, output, first, end) => kernel.RunRows(input, output, shape, first, end));
    }

    public static string? Fault<T>(string name, PoolDispatcher dispatcher, Expectation<T> expectation)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        PoolCase @case = expectation.Case;
        return expectation.Fault(name, (input, output, _, _) => dispatcher.Run(@case.Config, @case.Shape, input, output));
    }

    private static string? Fault<T>(PoolCase @case)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        Expectation<T> expectation = new(@case);
        string? fault = Fault("the fallback", FallbackOnly, expectation) ?? Fault("the dispatcher", WithKernels, expectation);
        foreach (PoolKernel<T> kernel in TestKernels.For<T>(@case.Config, @case.Shape))
            fault ??= Fault(kernel, expectation);
        return fault;
    }

    /// <summary>
    /// Threads give a kernel any range of rows: the ends of planes and samples, single rows, nothing at all. A kernel that carries
    /// results from one row to the next must not need, and must not write, a row outside its range.
    /// </summary>
    private static string? Parts<T>(string way, Expectation<T> expectation, Expectation<T>.Computation compute)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        int rows = expectation.Rows;
        Random random = new(expectation.Case.Seed);
        string? fault = expectation.Fault(way, rows, rows, compute);
        for (int part = 0; part < 3 && rows > 1; part++)
        {
            int first = random.Next(rows);
            fault ??= expectation.Fault(way, first, random.Next(first + 1, rows + 1), compute);
            int single = random.Next(rows);
            fault ??= expectation.Fault(way, single, single + 1, compute);
        }

        return fault;
    }

    private sealed record EveryWay(PoolCase Case) : IElementVisitor<string?>
    {
        public string? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Fault<T>(Case);
    }

    private sealed record OneKernel(PoolCase Case) : IKernelVisitor<string?>
    {
        public string? Visit<T>(PoolKernel<T> kernel)
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Fault(kernel, new Expectation<T>(Case));
    }
}
