using System.Globalization;
using System.Numerics;
using PoolGen.Tests.Kernels;
using PoolGen.Tests.Support;

namespace PoolGen.Tests.Children;

/// <summary>
/// The child that counts what kernel calls allocate. Every method is compiled once in it, when it is first called: where code is
/// exchanged later, the runtime may allocate for itself in the middle of any call. So nothing is left out of the sum.
/// </summary>
internal static class AllocatedBytes
{
    public const string Task = "allocated-bytes";

    // Enough that an allocation which happens only now and then is seen.
    private const int Calls = 15;

    /// <summary>
    /// The settings of the runtime: fully optimised code, and code as it is before the runtime has optimised it. A collection in the
    /// background, after the arrays of a large shape, would count what is left of this thread's memory as allocated.
    /// </summary>
    public static IReadOnlyList<(string Name, string Value)[]> Settings { get; } =
    [
        [("DOTNET_TieredCompilation", "0"), ("DOTNET_gcConcurrent", "0")],
        [("DOTNET_TieredCompilation", "0"), ("DOTNET_gcConcurrent", "0"), ("DOTNET_JITMinOpts", "1")],
    ];

    /// <summary>Writes a line for every kernel and shape that allocates, after how many calls were counted and what a call that allocates once in all of them comes to.</summary>
    public static void Write(TextWriter log)
    {
        int call = 0;
        long known = Count(() => call = call == Calls ? Allocate() : call + 1);
        List<string> allocating = [];
        int counted = 0;
        foreach (PoolKernel kernel in TestKernels.All)
        {
            foreach (PoolShape shape in TestShapes.Few(kernel))
            {
                long bytes = ElementTypes.Visit(kernel, new BytesOf(shape));
                counted += Calls;
                if (bytes != 0)
                    allocating.Add(string.Create(CultureInfo.InvariantCulture, $"{TestKernels.NameOf(kernel)} {shape}: {bytes} bytes in {Calls} calls"));
            }
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counted}"));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{known}"));
        foreach (string line in allocating)
            log.WriteLine(line);
    }

    private static long Of<T>(PoolKernel<T> kernel, PoolShape shape)
    {
        T[] input = new T[shape.Length];
        T[] output = new T[kernel.Config.OutputShape(shape).Length];
        return Count(() => kernel.Run(input, output, shape));
    }

    private static long Count(Action action)
    {
        // The first call compiles what it needs and fills static fields.
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < Calls; call++)
            action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static int Allocate()
    {
        GC.KeepAlive(new byte[1000]);
        return 0;
    }

    private sealed record BytesOf(PoolShape Shape) : IKernelVisitor<long>
    {
        public long Visit<T>(PoolKernel<T> kernel)
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Of(kernel, Shape);
    }
}
