using System.Numerics;
using PoolGen.Bench.Workloads;

namespace PoolGen.Bench.Engines;

/// <summary>The input and the output of a workload. All engines of a comparison read and write the same two.</summary>
internal sealed class PoolBuffers : IDisposable
{
    private const int Seed = 20260;

    public PoolBuffers(Workload workload)
    {
        Input = new NativeElements(workload.Shape.Length, workload.ElementSize);
        Output = new NativeElements(workload.OutputShape.Length, workload.ElementSize);
        if (workload.Element == typeof(float))
            Fill(Input.Span);
        else if (workload.Element == typeof(Half))
            Fill(Input.Of<Half>());
        else
            new Random(Seed).NextBytes(Input.Of<byte>());
    }

    public NativeElements Input { get; }

    public NativeElements Output { get; }

    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
    }

    /// <summary>Random numbers from -1 to 1: multiples of 2^-23, so none of float is subnormal.</summary>
    private static void Fill<T>(Span<T> values)
        where T : INumber<T>
    {
        Random random = new(Seed);
        foreach (ref T value in values)
            value = T.CreateChecked((random.NextSingle() * 2) - 1);
    }
}
